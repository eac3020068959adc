/** Whether an answer is the one that is wanted. */
import { equalConstantTime } from '../bytes/index.ts';
import { operationNamed } from './operations/index.ts';
import type { Answer, Output } from './request.ts';
import type { Want } from './vector-file.ts';

/**
 * `ours`: the answer comes from our own code, whose error must then have the code that the file names; others are free in how
 * they say no. An `unsupported` answer is never right: whoever runs cases skips them before.
 */
export function isRight(op: string, answer: Answer, want: Want, ours = false): boolean {
  if (want.kind === 'refusal') {
    if (answer.kind === 'output') return answer.output === false;
    return answer.kind === 'error' && (!ours || want.code === undefined || answer.code === want.code);
  }
  if (answer.kind === 'error')
    return want.kind === 'output' && (want.optional === true || want.output === false);
  if (answer.kind !== 'output') return false;
  const { output } = answer;
  if (want.kind === 'accepted') return output instanceof Uint8Array && want.accepts(output);
  if (want.optional === true && output === false) return true;
  return isSame(op, output, want.output);
}

function isSame(op: string, got: Output, want: Output): boolean {
  if (!(got instanceof Uint8Array) || !(want instanceof Uint8Array)) return got === want;
  if (operationNamed(op)?.output !== 'number') return equalConstantTime(got, want);
  return equalConstantTime(withoutZeros(got), withoutZeros(want));
}

function withoutZeros(number: Uint8Array): Uint8Array {
  const first = number.findIndex((byte) => byte !== 0);
  return number.subarray(first < 0 ? number.length : first);
}
