/** Lines as they come, byte by byte: each ends with CR LF, and neither stands alone (RFC 9112, 2.2). */
import { flood, latin1, refusal } from './message.ts';

export class LineBuffer {
  #bytes: number[] = [];

  get isEmpty(): boolean {
    return this.#bytes.length === 0;
  }

  /** The line that this byte completes, without its end. `most` bounds it, in bytes; `what` names it. */
  take(byte: number, most: number, what: string): string | undefined {
    const afterCr = this.#bytes.at(-1) === 0x0d;
    if (afterCr !== (byte === 0x0a)) {
      throw refusal('line', 'CR and LF together', afterCr ? 'a bare CR' : 'a bare LF', 'RFC 9112, 2.2');
    }
    if (byte === 0) throw refusal('line', 'no NUL', 'a NUL', 'RFC 9110, 5.5');
    this.#bytes.push(byte);
    if (this.#bytes.length > most + 2) throw flood(what, most, 'bytes');
    if (!afterCr) return undefined;
    const line = latin1(Uint8Array.from(this.#bytes.slice(0, -2)));
    this.#bytes = [];
    return line;
  }
}
