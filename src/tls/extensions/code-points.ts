/** A list of 16-bit numbers behind its length in bytes, as several extensions are (RFC 5246, 7.4.1.4.1; RFC 8422, 5.1.1). */
import type { Reader, Writer } from '../../bytes/index.ts';
import { TlsFault } from '../alert.ts';

/** `list` and `item` are the standard's names; at least one number. */
export function readCodePoints(data: Reader, list: string, item: string, clause: string): number[] {
  const inner = data.nested(data.u16(`${list} length`, clause), list);
  if (inner.remaining === 0) throw new TlsFault('decode_error', `${list}: expected at least one, got none`);
  const numbers: number[] = [];
  while (inner.remaining > 0) numbers.push(inner.u16(item, clause));
  return numbers;
}

export function writeCodePoints(data: Writer, numbers: readonly number[]): void {
  data.prefixed(2, (inner) => {
    for (const number of numbers) inner.u16(number);
  });
}
