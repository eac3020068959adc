/**
 * Puts handshake messages together again, which records may cut or hold several of (RFC 5246, 6.2.1).
 *
 * A stranger announces lengths up to 16 MiB: what is longer than any honest message is refused before it is awaited.
 */
import { TlsFault } from '../alert.ts';
import { HANDSHAKE_HEADER } from './handshake.ts';

/** Room for the longest ClientHello there can be (131,362 bytes) and for 32 large certificates. */
const MAX_MESSAGE = 2 ** 18;

export class MessageJoiner {
  readonly #parts: Uint8Array[] = [];
  #length = 0;

  /** Whether a message has begun and not ended. */
  get isPartial(): boolean {
    return this.#length > 0;
  }

  push(fragment: Uint8Array): void {
    this.#parts.push(fragment.slice());
    this.#length += fragment.length;
  }

  /** The next whole message; undefined while it is not all there. */
  next(): Uint8Array | undefined {
    if (this.#length < HANDSHAKE_HEADER) return undefined;
    const [, high, middle, low] = this.#take(HANDSHAKE_HEADER, false);
    const length = high! * 65536 + middle! * 256 + low!;
    if (length > MAX_MESSAGE) {
      throw new TlsFault(
        'illegal_parameter',
        `handshake message: expected at most ${MAX_MESSAGE} bytes, got ${length}`,
      );
    }
    const whole = HANDSHAKE_HEADER + length;
    return this.#length < whole ? undefined : this.#take(whole, true);
  }

  /** The first bytes of what waits; they go away where `remove` is set. */
  #take(length: number, remove: boolean): Uint8Array {
    const taken = new Uint8Array(length);
    let at = 0;
    let whole = 0;
    while (at < length) {
      const part = this.#parts[whole]!;
      const piece = part.subarray(0, length - at);
      taken.set(piece, at);
      at += piece.length;
      if (piece.length === part.length) whole++;
      else if (remove) this.#parts[whole] = part.subarray(piece.length);
    }
    if (remove) {
      this.#parts.splice(0, whole);
      this.#length -= length;
    }
    return taken;
  }
}
