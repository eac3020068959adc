/**
 * WebSocket's frames, in both directions (RFC 6455, 5); the upgrade before them is in websocket-upgrade.ts.
 *
 * The mask keeps caches in between from being fooled; it is no secrecy. Only wss://, which is TLS, gives that.
 */
import { concat, concatAll, utf8, Writer } from '../../bytes/index.ts';
import { CryptoError, expectBytes, expectLength } from '../../errors.ts';
import { flood, refusal } from './message.ts';

export type WebSocketOpcode = 'continuation' | 'text' | 'binary' | 'close' | 'ping' | 'pong';
const OPCODES: Readonly<Record<WebSocketOpcode, number>> = {
  continuation: 0,
  text: 1,
  binary: 2,
  close: 8,
  ping: 9,
  pong: 10,
};

export type WebSocketMessage =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'binary' | 'ping' | 'pong'; readonly bytes: Uint8Array }
  | { readonly type: 'close'; readonly code?: number; readonly reason: string };

export interface FrameOptions {
  /** Four bytes; a client always masks, a server never does (5.1). */
  readonly mask?: Uint8Array;
  /** Whether the message ends here; true by default. */
  readonly final?: boolean;
}

/** One frame (5.2). */
export function encodeFrame(
  opcode: WebSocketOpcode,
  payload: Uint8Array,
  options: FrameOptions = {},
): Uint8Array {
  expectBytes('payload', payload);
  const { mask, final = true } = options;
  if (mask) expectLength('mask', mask, 4);
  const control = OPCODES[opcode] >= 8;
  if (control && (payload.length > 125 || !final)) {
    throw new CryptoError(
      'bad-argument',
      `payload: expected one frame of at most 125 bytes for ${opcode}, got more`,
    );
  }
  const bit = mask ? 0x80 : 0;
  const writer = new Writer().u8((final ? 0x80 : 0) | OPCODES[opcode]);
  if (payload.length < 126) writer.u8(bit | payload.length);
  else if (payload.length < 65536) writer.u8(bit | 126).u16(payload.length);
  else
    writer
      .u8(bit | 127)
      .u32(0)
      .u32(payload.length);
  if (mask) writer.bytes(mask);
  return writer.bytes(mask ? masked(payload, mask) : payload).finish();
}

/** A close frame (5.5.1). */
export function encodeClose(code: number, reason = '', options: FrameOptions = {}): Uint8Array {
  if (!closeCodeFits(code)) {
    throw new CryptoError('bad-argument', `code: expected a close code such as 1000, got ${String(code)}`);
  }
  return encodeFrame('close', concat(new Writer().u16(code).finish(), utf8(reason)), options);
}

/** Reads frames, joins fragments, and refuses what RFC 6455 has a connection failed for. */
export class WebSocketReader {
  readonly #fromClient: boolean;
  readonly #most: number;
  /** What came and is not yet taken stands from `#start` to `#end`. */
  #buffer = new Uint8Array(0);
  #start = 0;
  #end = 0;
  #parts: Uint8Array[] = [];
  #length = 0;
  #type: 'text' | 'binary' | undefined;
  #closed = false;
  #failure: CryptoError | undefined;

  /** `most` bounds a whole message, in bytes. */
  constructor(from: 'client' | 'server', most = 1024 * 1024) {
    this.#fromClient = from === 'client';
    this.#most = most;
  }

  /** What was wrong; the next `receive` throws it, where this one gave messages that were finished before it. */
  get failure(): CryptoError | undefined {
    return this.#failure;
  }

  /** The messages that these bytes complete. What comes after a close is dropped (1.4). */
  receive(bytes: Uint8Array): WebSocketMessage[] {
    expectBytes('bytes', bytes);
    if (this.#failure) throw this.#failure;
    const messages: WebSocketMessage[] = [];
    if (this.#closed) return messages;
    this.#append(bytes);
    try {
      for (let taken = this.#frame(messages); taken > 0; taken = this.#frame(messages)) {
        this.#start += taken;
        if (this.#closed) break;
      }
    } catch (error) {
      if (!(error instanceof CryptoError)) throw error;
      this.#failure = error;
      if (messages.length === 0) throw error;
    } finally {
      if (this.#closed || this.#failure || this.#start === this.#end) this.#empty();
    }
    return messages;
  }

  /** Moves what is there only when it fills less than half, and doubles otherwise: each byte is moved a few times at most. */
  #append(bytes: Uint8Array): void {
    const needed = this.#end - this.#start + bytes.length;
    if (this.#end + bytes.length > this.#buffer.length) {
      const old = this.#buffer.subarray(this.#start, this.#end);
      if (2 * needed > this.#buffer.length) this.#buffer = new Uint8Array(2 * needed);
      this.#buffer.set(old);
      this.#start = 0;
      this.#end = old.length;
    }
    this.#buffer.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  #empty(): void {
    this.#buffer = new Uint8Array(0);
    this.#start = 0;
    this.#end = 0;
  }

  /** Reads one frame from the buffer if it is whole; the bytes it takes, or 0. */
  #frame(messages: WebSocketMessage[]): number {
    const buffer = this.#buffer.subarray(this.#start, this.#end);
    if (buffer.length < 2) return 0;
    const [first = 0, second = 0] = buffer;
    const opcode = first & 15;
    const final = first >= 0x80;
    const name = (Object.keys(OPCODES) as WebSocketOpcode[]).find((each) => OPCODES[each] === opcode);
    if ((first & 0x70) !== 0) throw refusal('frame', 'no reserved bit', 'one', 'RFC 6455, 5.2');
    if (!name) throw refusal('opcode', '0, 1, 2, 8, 9 or 10', String(opcode), 'RFC 6455, 5.2');
    if (second >= 0x80 !== this.#fromClient) {
      const [wanted, came] = this.#fromClient
        ? ['a mask from a client', 'none']
        : ['no mask from a server', 'one'];
      throw refusal('frame', wanted!, came!, 'RFC 6455, 5.1');
    }
    const short = second & 127;
    if (opcode >= 8 && (!final || short > 125)) {
      throw refusal(name, 'one frame of at most 125 bytes', 'a longer one or a fragment', 'RFC 6455, 5.5');
    }
    const extra = short === 126 ? 2 : short === 127 ? 8 : 0;
    if (buffer.length < 2 + extra) return 0;
    const length =
      extra === 0 ? short : buffer.subarray(2, 2 + extra).reduce((sum, byte) => sum * 256 + byte, 0);
    if ((extra === 2 && length < 126) || (extra === 8 && length < 65536)) {
      throw refusal('length', 'its shortest form', `${length} in ${extra} bytes`, 'RFC 6455, 5.2');
    }
    if (opcode < 8 && this.#length + length > this.#most) throw flood('message', this.#most, 'bytes');
    const start = 2 + extra + (this.#fromClient ? 4 : 0);
    if (buffer.length < start + length) return 0;
    const raw = buffer.slice(start, start + length);
    this.#take(
      name,
      final,
      this.#fromClient ? masked(raw, buffer.subarray(start - 4, start)) : raw,
      messages,
    );
    return start + length;
  }

  #take(name: WebSocketOpcode, final: boolean, payload: Uint8Array, messages: WebSocketMessage[]): void {
    if (name === 'ping' || name === 'pong') {
      messages.push({ type: name, bytes: payload });
      return;
    }
    if (name === 'close') {
      this.#closed = true;
      messages.push(closeOf(payload));
      return;
    }
    if ((name === 'continuation') !== (this.#type !== undefined)) {
      const came = name === 'continuation' ? 'one that continues nothing' : 'a new message within another';
      throw refusal('frame', 'fragments of one message in a row', came, 'RFC 6455, 5.4');
    }
    if (name !== 'continuation') this.#type = name;
    if (this.#parts.length >= 10000) throw flood('message', 10000, 'fragments');
    this.#parts.push(payload);
    this.#length += payload.length;
    if (!final) return;
    const bytes = concatAll(this.#parts);
    messages.push(this.#type === 'text' ? { type: 'text', text: textOf(bytes) } : { type: 'binary', bytes });
    this.#parts = [];
    this.#length = 0;
    this.#type = undefined;
  }
}

function masked(payload: Uint8Array, mask: Uint8Array): Uint8Array {
  return payload.map((byte, at) => byte ^ mask[at % 4]!);
}

function closeOf(payload: Uint8Array): WebSocketMessage {
  if (payload.length === 0) return { type: 'close', reason: '' };
  const code = payload.length === 1 ? 0 : payload[0]! * 256 + payload[1]!;
  if (!closeCodeFits(code)) throw refusal('close', 'a code such as 1000', String(code), 'RFC 6455, 7.4');
  return { type: 'close', code, reason: textOf(payload.subarray(2)) };
}

/** RFC 6455, 7.4, and its registry: 1004 to 1006 and 1015 never travel. */
function closeCodeFits(code: number): boolean {
  return (
    (code >= 1000 && code <= 1014 && ![1004, 1005, 1006].includes(code)) || (code >= 3000 && code <= 4999)
  );
}

/** Unlike `fromUtf8`, which puts a replacement where bytes are wrong. */
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function textOf(bytes: Uint8Array): string {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    throw refusal('text', 'UTF-8', 'other bytes', 'RFC 6455, 8.1');
  }
}
