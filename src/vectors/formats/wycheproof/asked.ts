/** What a case of a file comes to: checks, or the reason why nothing is asked. Shared by the readers of every kind of test. */
import type { ErrorCode } from '../../../errors.ts';
import type { Field, Output, Request, Saying } from '../../request.ts';
import { saying } from '../../saying.ts';
import type { Check, Want } from '../../vector-file.ts';
import type { JsonObject } from '../json.ts';

export type Asked = { readonly checks: readonly Check[] } | { readonly skip: Saying };
export type ReadTest = (test: JsonObject) => Asked;

/** For one group: what it has for all its tests is read once. `algorithm` is the file's. */
export type ReadGroup = (group: JsonObject, algorithm: string) => ReadTest;

export type Result = 'valid' | 'acceptable' | 'invalid';

export function resultOf(test: JsonObject): Result {
  const result = test.text('result');
  if (result === 'valid' || result === 'acceptable' || result === 'invalid') return result;
  throw test.fault('valid, acceptable or invalid', result, 'result');
}

export function skip(why: Saying): Asked {
  return { skip: why };
}

export function skipAlgorithm(name: string): Asked {
  return skip(saying('vectors.skip.algorithm', { name }));
}

/** A number that would cost more time or memory than a case is worth. */
export function skipTooMuch(field: string, value: number, most: number): Asked {
  return skip(saying('vectors.skip.tooMuch', { what: `${field} ${value}`, most }));
}

/** The same for all tests of a group. */
export function skipAll(why: Saying): ReadTest {
  const asked = skip(why);
  return () => asked;
}

export function ask(...checks: readonly Check[]): Asked {
  return { checks };
}

/** `output` must come of it; where the test is only `acceptable`, a refusal will do. */
export function wants(test: JsonObject, request: Request, output: Output): Check {
  const optional = resultOf(test) === 'acceptable';
  return { request, want: { kind: 'output', output, ...(optional && { optional: true as const }) } };
}

/** It must be refused; in our own files, with the code that the test names. */
export function refuses(test: JsonObject, request: Request): Check {
  const code = test.textOr('error', undefined) as ErrorCode | undefined;
  const want: Want = { kind: 'refusal', ...(code !== undefined && { code }) };
  return { request, want };
}

/** A question of yes or no: true for a valid test, a refusal for an invalid one. */
export function judges(test: JsonObject, request: Request): Asked {
  return ask(resultOf(test) === 'invalid' ? refuses(test, request) : wants(test, request, true));
}

/** A request, without the fields that are undefined. */
export function request(op: string, fields: Readonly<Record<string, Field | undefined>>): Request {
  const given = Object.entries(fields).filter((entry): entry is [string, Field] => entry[1] !== undefined);
  return { op, fields: Object.fromEntries(given) };
}
