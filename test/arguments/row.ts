/** A function, and arguments it takes, under the names that its errors give them. */
import { expect } from 'vitest';

export type Call = (...values: never[]) => unknown;

export type Row = readonly [name: string, call: Call, values: Readonly<Record<string, unknown>>];

/** Rows for the exports of a module, each of whose functions must have one. */
export function exported(module: object, values: Readonly<Record<string, Row[2]>>): Row[] {
  const calls = Object.entries(module).filter(
    (entry): entry is [string, Call] => typeof entry[1] === 'function' && !/^[A-Z]/.test(entry[0]),
  );
  expect(Object.keys(values).sort()).toEqual(calls.map(([name]) => name).sort());
  return calls.map(([name, call]) => [name, call, values[name]!]);
}
