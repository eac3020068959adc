/** Mistakes in handing out what was computed rightly. */
import { concat, toHex, utf8 } from '../../bytes/index.ts';
import { areSame, type MistakeName, type WellKnownMistake } from './mistake.ts';

/** The right output, changed. Signatures and ciphertexts with random parts have no one right output. */
function handedOut(
  name: MistakeName,
  change: (right: Uint8Array) => readonly Uint8Array[],
): WellKnownMistake {
  return {
    name,
    clause: 'docs/programs.md',
    ops: /./,
    explains: (output, _fields, _op, want) =>
      want.kind === 'output' &&
      want.output instanceof Uint8Array &&
      want.output.length > 0 &&
      change(want.output).some((changed) => areSame(changed, output)),
  };
}

export const outputMistakes: readonly WellKnownMistake[] = [
  handedOut('output-as-text-of-hex', (right) => [utf8(toHex(right)), utf8(toHex(right).toUpperCase())]),
  handedOut('output-reversed', (right) => [right.toReversed()]),
  handedOut('output-leading-zeros-lost', (right) => {
    const first = right.findIndex((byte) => byte !== 0);
    return first > 0 ? [right.subarray(first)] : [];
  }),
  handedOut('output-twice', (right) => [concat(right, right)]),
];
