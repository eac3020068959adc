/** The vector files themselves: well-formed, sourced, and listed in their index. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { vectors } from './vectors.ts';

const folder = new URL('../vectors/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const index = readFileSync(new URL('index.md', folder), 'utf8');

describe.each(files)('vectors/%s', (name) => {
  const file = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as {
    notes: Record<string, unknown>;
    testGroups: { source?: string }[];
  };
  const cases = vectors(name.replace('.json', ''));

  it('is in the index, and every group has its source', () => {
    expect(index).toContain(`\`${name}\``);
    expect(file.testGroups.filter((group) => !group.source)).toEqual([]);
  });

  it('numbers its tests, explains its flags, and names the error of every invalid one', () => {
    expect(cases.map((test) => test.tcId)).toEqual(cases.map((_, i) => i + 1));
    expect(cases.flatMap((test) => test.flags as string[]).filter((flag) => !(flag in file.notes))).toEqual(
      [],
    );
    expect(cases.filter((test) => (test.result === 'invalid') !== (test.error !== undefined))).toEqual([]);
  });
});
