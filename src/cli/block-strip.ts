/** One sign per plaintext block: what a flipped ciphertext bit did to it. */
import type { BlockFate, FlipResult } from '../modes/index.ts';
import { colorsOf } from './render.ts';
import type { Session } from './session.ts';

const SIGNS: Record<BlockFate, string> = { intact: '·', bits: 'x', garbled: '█' };
const SHOWN = 48;

/** `·█x··`, or `–` where the receiver was given nothing. */
export function blockStrip(session: Session, result: FlipResult): string {
  const { red, yellow, dim } = colorsOf(session);
  if (result.after === undefined) return '–';
  const paint = { intact: dim, bits: yellow, garbled: red };
  const signs = result.blocks.slice(0, SHOWN).map((block) => paint[block.fate](SIGNS[block.fate]));
  return signs.join('') + (result.blocks.length > SHOWN ? '…' : '');
}
