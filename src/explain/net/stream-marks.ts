/** Which messages stand where in the bytes that one side sends: so that a frame can say what it carries. */
import { alertNamed, handshakeTypeNamed, MESSAGE_NAMES, type TlsHappening } from '../../tls/index.ts';

export interface StreamMark {
  /** `SYN` and its like never stand here: names of messages, such as ClientHello or GET /login. */
  readonly label: string;
  readonly layer: 'tls' | 'http';
  /** Under the keys of TLS. */
  readonly sealed: boolean;
  /** In the stream, from 0. */
  readonly start: number;
  readonly length: number;
  /** Of it what HTTP has, without the record around it; in a frame, the part of that which is in the frame. */
  readonly inner: number;
}

/** A record of AES-GCM, on which client and bank settle: header and nonce stand before the data (RFC 5288, 3). */
const BEFORE_SEALED = 5 + 8;

export class StreamMarks {
  readonly #marks: StreamMark[] = [];
  #at = 0;
  #sealing = false;
  #next: { readonly label: string; readonly length: number } | undefined;

  /** What the program is about to send. */
  next(label: string, bytes: Uint8Array): void {
    this.#next = { label, length: bytes.length };
  }

  plain(bytes: Uint8Array): void {
    const label = this.#next?.label ?? '';
    this.#add({ label, layer: 'http', sealed: false, length: bytes.length, inner: bytes.length });
  }

  observe(happening: TlsHappening): void {
    if (happening.what === 'change-cipher-spec' && happening.direction === 'sent') this.#sealing = true;
    if (happening.what !== 'record' || happening.direction !== 'sent') return;
    const { type, plaintext, record } = happening;
    const inner = type === 'application_data' ? plaintext.length : 0;
    const sealed = this.#sealing && happening.sequenceNumber !== undefined;
    const label =
      type === 'application_data'
        ? (this.#next?.label ?? type)
        : type === 'change_cipher_spec'
          ? 'ChangeCipherSpec'
          : type === 'alert'
            ? (alertNamed(plaintext[1]!) ?? type)
            : handshakeLabel(plaintext[0]!);
    this.#add({
      label,
      layer: type === 'application_data' ? 'http' : 'tls',
      sealed,
      length: record.length,
      inner,
    });
  }

  /** Those that share a byte with this part of the stream, a record over several segments in each of them. */
  within(start: number, length: number): StreamMark[] {
    const end = start + length;
    return this.#marks
      .filter((mark) => mark.start < end && start < mark.start + mark.length)
      .map((mark) => {
        const from = mark.start + (mark.sealed ? BEFORE_SEALED : 0);
        const shared = Math.min(end, from + mark.inner) - Math.max(start, from);
        return { ...mark, inner: Math.max(0, shared) };
      });
  }

  #add(mark: Omit<StreamMark, 'start'>): void {
    this.#marks.push({ ...mark, start: this.#at });
    this.#at += mark.length;
  }
}

function handshakeLabel(number: number): string {
  const type = handshakeTypeNamed(number);
  return type === undefined ? `handshake ${number}` : MESSAGE_NAMES[type];
}
