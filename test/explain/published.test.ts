/** The values on the way are the ones that the standards and their examples print. */
import { expect, it } from 'vitest';
import { vectors } from '../vectors.ts';
import { EXPLAINED, valueAt } from './explained.ts';

it.each(vectors('steps'))('$id $type, $comment', (given) => {
  const trace = EXPLAINED[String(given.type)]!(given);
  const published = given.steps as Record<string, string>;
  const found = Object.keys(published).map((path) => [path, valueAt(trace, path)]);
  expect(Object.fromEntries(found)).toEqual(published);
  if (given.output !== undefined) expect(trace.output).toBe(given.output);
});
