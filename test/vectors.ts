/** Reads our curated vectors, `vectors/<name>.json` (Wycheproof's shape), one flat case per test. */
import { readFileSync } from 'node:fs';
import type { ErrorCode } from '../src/errors.ts';

/** Bytes are lower hex; which fields a case has depends on the algorithm. */
export interface VectorCase {
  readonly id: string;
  readonly comment: string;
  readonly result: 'valid' | 'invalid';
  /** For an invalid case: the code of the error it must give. */
  readonly error?: ErrorCode;
  readonly [field: string]: unknown;
}

interface VectorFile {
  readonly algorithm: string;
  readonly numberOfTests: number;
  readonly testGroups: readonly { readonly tests: readonly (Record<string, unknown> & { tcId: number })[] }[];
}

/** All cases of a file; each group's own fields (`keySize`, `padding`, …) are given to its cases. */
export function vectors(name: string): VectorCase[] {
  const text = readFileSync(new URL(`../vectors/${name}.json`, import.meta.url), 'utf8');
  const file = JSON.parse(text) as VectorFile;
  const cases = file.testGroups.flatMap(({ tests, ...group }) =>
    tests.map((test) => ({ ...group, ...test, id: `${name}#${test.tcId}` }) as unknown as VectorCase),
  );
  if (cases.length !== file.numberOfTests) {
    throw new Error(`vectors/${name}.json: numberOfTests is ${file.numberOfTests}, found ${cases.length}`);
  }
  return cases;
}
