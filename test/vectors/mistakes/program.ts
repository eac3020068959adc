/** The wrong programs in Python: one process answers many requests, each with the mistake that it is told to make. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { encodeRequest, readLine } from '../../../src/cli/exec/protocol.ts';
import type { Answer, Request } from '../../../src/vectors/index.ts';
import { hasPeer } from '../../interop/peer.ts';

export const hasPython = hasPeer('python3', ['--version']);

const PROGRAM = fileURLToPath(new URL('../programs/wrong.py', import.meta.url));

export interface Told {
  readonly request: Request;
  /** As the program knows it: `aes-one-round-too-few/2` is its second way. None: it answers rightly. */
  readonly mistake: string;
}

/** In the order of the requests. */
export function answersOf(told: readonly Told[]): Answer[] {
  const input = told
    .map(({ request: { op, fields }, mistake }, id) =>
      encodeRequest(id, { op, fields: { ...fields, mistake } }),
    )
    .join('');
  const { stdout, stderr, status } = spawnSync('python3', ['-B', PROGRAM], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`wrong.py: ${stderr}`);
  return stdout
    .trim()
    .split('\n')
    .map((text, i) => {
      const line = readLine(text, told[i]!.request.op);
      if (line.kind !== 'answer' || line.id !== i) throw new Error(`wrong.py: not an answer: ${text}`);
      return line.answer;
    });
}
