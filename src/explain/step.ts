/** How the explanations note a step: the typed way into a trace. */
import { CryptoError, expectBytes } from '../errors.ts';
import type { MessageKey, MessageValues, TraceStep } from '../trace/index.ts';

/**
 * What a step holds: `value`, after which the step is named, and whatever its sentence has slots for.
 * Bytes and words are lower hex, counts and indices numbers.
 */
export type StepValues<K extends MessageKey> = { readonly value: string } & {
  readonly [N in keyof MessageValues<K>]: string | number;
} & Readonly<Record<string, string | number>>;

/** One step of a trace; a sentence whose slots are not all there does not compile. */
export function step<K extends MessageKey>(
  id: string,
  clause: string,
  say: K,
  values: StepValues<K>,
): TraceStep {
  const written = Object.entries(values).map(([name, value]) => [name, String(value)]);
  return { id, clause, say, values: Object.fromEntries(written) };
}

/** Longest message that is explained, in bytes: every block of it leaves some 140 steps. */
export const EXPLAIN_LIMIT = 4096;

/** Throws `bad-argument` unless `msg` is bytes, and `too-large` if there are more than can be explained. */
export function expectExplainable(name: string, msg: Uint8Array): void {
  expectBytes(name, msg);
  if (msg.length <= EXPLAIN_LIMIT) return;
  throw new CryptoError(
    'too-large',
    `${name}: expected at most ${EXPLAIN_LIMIT} bytes to explain, got ${msg.length}; the steps of a short one are the same`,
  );
}
