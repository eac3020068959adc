/**
 * Puts handshake messages together again, which records may cut or hold several of (RFC 5246, 6.2.1).
 *
 * A stranger announces lengths up to 16 MiB: what is longer than any honest message is refused before it is awaited.
 */
import { TlsFault } from '../alert.ts';
import { HANDSHAKE_HEADER, type HandshakeType, handshakeTypeNamed } from './handshake.ts';

/** The longest body of each: what its vectors hold when they are full, and 32 large certificates. */
const MAX_BODY: Readonly<Record<HandshakeType, number>> = {
  hello_request: 0,
  client_hello: 131_396,
  server_hello: 65_607,
  certificate: 2 ** 18,
  certificate_request: 131_329,
  server_hello_done: 0,
  client_key_exchange: 65_537,
  finished: 12,
};

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

  /**
   * The next whole message; undefined while it is not all there. As soon as its header is, `admit` is asked about its type, and
   * throws for one that has no place: nobody waits for the body of such a message, nor reads it.
   */
  next(admit: (type: HandshakeType | undefined, number: number) => void): Uint8Array | undefined {
    if (this.#length < HANDSHAKE_HEADER) return undefined;
    const [number, high, middle, low] = this.#take(HANDSHAKE_HEADER, false) as unknown as number[];
    const type = handshakeTypeNamed(number!);
    admit(type, number!);
    const length = high! * 65536 + middle! * 256 + low!;
    if (type && length > MAX_BODY[type]) {
      throw new TlsFault('decode_error', `${type}: expected at most ${MAX_BODY[type]} bytes, got ${length}`);
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
