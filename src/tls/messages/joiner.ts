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
  /** What waits stands from `#start` to `#end`, in one piece: a message in records of a byte each takes no more than its bytes. */
  #bytes: Uint8Array = NOTHING;
  #start = 0;
  #end = 0;

  /** Whether a message has begun and not ended. */
  get isPartial(): boolean {
    return this.#end > this.#start;
  }

  push(fragment: Uint8Array): void {
    const waiting = this.#bytes.subarray(this.#start, this.#end);
    const length = waiting.length + fragment.length;
    if (this.#end + fragment.length > this.#bytes.length) {
      this.#bytes = new Uint8Array(Math.max(length, 2 * waiting.length));
      this.#bytes.set(waiting);
      this.#start = 0;
    }
    this.#bytes.set(fragment, this.#start + waiting.length);
    this.#end = this.#start + length;
  }

  /**
   * The next whole message; undefined while it is not all there. As soon as its header is, `admit` is asked about its type, and
   * throws for one that has no place: nobody waits for the body of such a message, nor reads it.
   */
  next(admit: (type: HandshakeType | undefined, number: number) => void): Uint8Array | undefined {
    const waiting = this.#bytes.subarray(this.#start, this.#end);
    if (waiting.length < HANDSHAKE_HEADER) return undefined;
    const [number, high, middle, low] = waiting as unknown as [number, number, number, number];
    const type = handshakeTypeNamed(number);
    admit(type, number);
    const length = high * 65536 + middle * 256 + low;
    if (type && length > MAX_BODY[type]) {
      throw new TlsFault('decode_error', `${type}: expected at most ${MAX_BODY[type]} bytes, got ${length}`);
    }
    const whole = HANDSHAKE_HEADER + length;
    if (waiting.length < whole) return undefined;
    this.#start += whole;
    if (!this.isPartial) this.#release();
    return waiting.slice(0, whole);
  }

  #release(): void {
    this.#bytes = NOTHING;
    this.#start = 0;
    this.#end = 0;
  }
}

const NOTHING = new Uint8Array(0);
