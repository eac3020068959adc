/** Chains that are believed although one check of RFC 5280 fails: it is named as `crypto cert verify` names it. */
import { chainVerdict, type Fields } from '../operations/index.ts';
import type { WellKnownMistake } from './mistake.ts';

export const certificateMistakes: readonly WellKnownMistake[] = [
  {
    name: 'certificate-fault-accepted',
    clause: 'RFC 5280, 6.1',
    ops: /^certificate-verify$/,
    outputs: (fields) => (chainVerdict(fields).valid ? [] : [true]),
    values,
  },
];

/** The depth counts from the leaf, which is 0. */
function values(fields: Fields): Record<string, string> {
  const verdict = chainVerdict(fields);
  return verdict.valid ? {} : { reason: verdict.reason, depth: String(verdict.depth) };
}
