/** Bit strings written out as text of 0 and 1, as FIPS 46-3 numbers them: the first is the most significant. */

/** Eight digits for each byte. */
export function bitsOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
}

/** One hex digit for every four bits, whose number is a multiple of four. */
export function hexOf(bits: string): string {
  return bits.replace(/.{4}/g, (four) => Number.parseInt(four, 2).toString(16));
}

/** The bits that `table` names, counted from 1, in its order. */
export function permute(bits: string, table: readonly number[]): string {
  return table.map((place) => bits[place - 1]!).join('');
}

/** Both of one length. */
export function xorBits(a: string, b: string): string {
  return Array.from(a, (bit, i) => (bit === b[i] ? '0' : '1')).join('');
}

/** The first `places` bits go to the end. */
export function rotateLeft(bits: string, places: number): string {
  return bits.slice(places) + bits.slice(0, places);
}
