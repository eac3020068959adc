/** Results of a run as reports get them: one passed, one failed, one skipped; with text of a stranger in them. */
import {
  type CaseResult,
  type Check,
  type FileResult,
  saying,
  type VectorCase,
  type VectorFile,
} from '../../../src/vectors/index.ts';

export const bytes = (length: number, at = -1) =>
  Uint8Array.from({ length }, (_, i) => (i === at ? 0xff : i & 0x7f));

/** What any of these cases asks. */
const ASKED: Check = {
  request: { op: 'aes-cbc-encrypt', fields: { key: bytes(16), msg: bytes(200) } },
  want: { kind: 'output', output: bytes(2, 1) },
};

const caseOf = (id: string, comment: string, flags: readonly string[] = []): VectorCase => ({
  id,
  comment,
  flags,
  checks: [ASKED],
});

/** What XML, TAP and terminals would act on. */
export const EVIL = 'a\u001b[31m<b> & "c"\n# SKIP \\ \u202e\ud800';

export function fileOf(name: string, results: readonly CaseResult[]): FileResult {
  const file: VectorFile = {
    name,
    format: 'wycheproof',
    algorithm: 'AES-CBC',
    cases: results.map((result) => result.case),
  };
  return { file, results };
}

export const passed = (id: string): CaseResult => ({ case: caseOf(id, EVIL), status: 'passed', answers: [] });

export const skipped = (id: string): CaseResult => ({
  // The file is of another algorithm: nothing can be asked.
  case: { ...caseOf(id, ''), checks: [] },
  status: 'skipped',
  why: saying('vectors.skip.algorithm', { name: 'ECDSA' }),
});

export const failed = (id: string, got = bytes(2), want = bytes(2, 1)): CaseResult => ({
  case: caseOf(id, 'wrong', ['Edge']),
  status: 'failed',
  failure: {
    op: 'aes-cbc-encrypt',
    request: { op: 'aes-cbc-encrypt', fields: { key: bytes(16), msg: bytes(200) } },
    got: { kind: 'output', output: got },
    want: { kind: 'output', output: want },
  },
});
