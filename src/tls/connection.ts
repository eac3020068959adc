/**
 * A connection: cuts bytes into records and records into messages, gives them to the handshake, and says with an alert when
 * something is wrong (RFC 5246, 6 and 7.2). Client and server differ only in the handshake that it runs.
 */
import { concatAll } from '../bytes/index.ts';
import { CryptoError, expectBytes } from '../errors.ts';
import { type AlertDescription, type AlertLevel, alertNamed, encodeAlert, TlsFault } from './alert.ts';
import { expectClientConfig, expectServerConfig } from './hello/expect-config.ts';
import type {
  ClientConfig,
  Connection,
  ServerConfig,
  TlsEvent,
  TlsHappening,
  TlsMachine,
  TlsOutput,
  TlsStatus,
} from './machine.ts';
import {
  encodeHandshake,
  type HandshakeMessage,
  type HandshakeType,
  readHandshake,
} from './messages/handshake.ts';
import { MessageJoiner } from './messages/joiner.ts';
import { readSslv2Hello } from './messages/sslv2-hello.ts';
import type { ContentType } from './record/content-type.ts';
import type { RecordProtection } from './record/protection.ts';
import { encodeRecord, MAX_PLAINTEXT } from './record/record.ts';
import { type RawRecord, RecordReader } from './record/record-reader.ts';
import { ClientHandshake } from './tls12/client.ts';
import { type Handshaker, unexpected, type Wire } from './tls12/handshaker.ts';
import { ServerHandshake } from './tls12/server.ts';
import { CertificateFault } from './tls12/server-certificates.ts';
import { SSL_2_0, TLS_1_0, TLS_1_2 } from './version.ts';

/** Nothing but these in a row keeps us busy for nothing. */
const MAX_EMPTY_RECORDS = 32;
const MAX_WARNINGS = 4;

/** A client; `start` gives its first words. `bad-argument` for a config that is none. */
export function createClient(config: ClientConfig): TlsMachine {
  expectClientConfig(config);
  return new TlsConnection(config.observe, new RecordReader(), (wire) => new ClientHandshake(config, wire));
}

/** A server for one connection. `bad-argument` for a config that is none, such as a key that is not the certificate's. */
export function createServer(config: ServerConfig): TlsMachine {
  expectServerConfig(config);
  const records = new RecordReader({ sslv2Hello: true });
  return new TlsConnection(config.observe, records, (wire) => new ServerHandshake(config, wire));
}

class TlsConnection implements TlsMachine {
  readonly #observe: ((happening: TlsHappening) => void) | undefined;
  readonly #handshake: Handshaker;
  readonly #records: RecordReader;
  readonly #messages = new MessageJoiner();
  #status: TlsStatus = 'handshake';
  #connection: Connection | undefined;
  #reading: RecordProtection | undefined;
  #writing: RecordProtection | undefined;
  /** Of the records that we send: 3.1 until a version is agreed on, as old servers want it (E.1). */
  #version = TLS_1_0;
  #send: Uint8Array[] = [];
  #events: TlsEvent[] = [];
  #emptyRecords = 0;
  #warnings = 0;

  constructor(
    observe: ((happening: TlsHappening) => void) | undefined,
    records: RecordReader,
    handshakeOn: (wire: Wire) => Handshaker,
  ) {
    this.#observe = observe;
    this.#records = records;
    this.#handshake = handshakeOn({
      send: (message) => this.#sendMessage(message),
      sendChangeCipherSpec: (protection) => {
        this.#sendRecord('change_cipher_spec', Uint8Array.of(1));
        this.#observe?.({ what: 'change-cipher-spec', direction: 'sent' });
        this.#writing = protection;
      },
      agreeOnVersion: (version) => {
        this.#version = version;
        this.#records.expectVersion(version);
      },
      established: (connection) => {
        this.#connection = connection;
        this.#status = 'connected';
        this.#events.push({ type: 'connected', connection });
      },
      observe: (happening) => this.#observe?.(happening),
    });
  }

  get status(): TlsStatus {
    return this.#status;
  }

  get connection(): Connection | undefined {
    return this.#connection;
  }

  start(): TlsOutput {
    this.#handshake.start();
    return this.#output();
  }

  receive(bytes: Uint8Array): TlsOutput {
    expectBytes('bytes', bytes);
    if (this.#isOver) return this.#output();
    try {
      this.#records.push(bytes);
      for (let record = this.#records.next(); record; record = this.#records.next()) {
        this.#receiveRecord(record);
        if (this.#isOver) break;
      }
    } catch (error) {
      this.#fail(error);
    }
    return this.#output();
  }

  write(data: Uint8Array): TlsOutput {
    expectBytes('data', data);
    if (this.#status !== 'connected') {
      throw new CryptoError(
        'bad-argument',
        `write: expected a connection that is open, got one that is ${STATUS_WORDS[this.#status]}`,
      );
    }
    for (let at = 0; at < data.length; at += MAX_PLAINTEXT) {
      this.#sendRecord('application_data', data.subarray(at, at + MAX_PLAINTEXT));
    }
    return this.#output();
  }

  close(): TlsOutput {
    if (this.#status === 'connected' || this.#status === 'handshake') {
      this.#sendAlert('warning', 'close_notify');
      this.#status = this.#status === 'connected' ? 'closing' : 'closed';
    }
    return this.#output();
  }

  end(): TlsOutput {
    if (!this.#isOver) {
      this.#status = 'closed';
      this.#events.push({ type: 'truncated' });
    }
    return this.#output();
  }

  get #isOver(): boolean {
    return this.#status === 'closed' || this.#status === 'failed';
  }

  #output(): TlsOutput {
    const output = {
      send: this.#send.length === 1 ? this.#send[0]! : concatAll(this.#send),
      events: this.#events,
    };
    this.#send = [];
    this.#events = [];
    return output;
  }

  #receiveRecord(raw: RawRecord): void {
    const { type } = raw;
    const sequenceNumber = this.#reading?.sequenceNumber;
    const plaintext = this.#reading?.open(type, raw.fragment) ?? raw.fragment;
    if (plaintext.length > MAX_PLAINTEXT) {
      throw new TlsFault(
        'record_overflow',
        `record: expected at most ${MAX_PLAINTEXT} bytes of plaintext, got ${plaintext.length}`,
      );
    }
    this.#observe?.({
      what: 'record',
      direction: 'received',
      type,
      record: raw.bytes.slice(),
      plaintext: plaintext.slice(),
      sequenceNumber,
    });
    if (type === 'application_data') {
      this.#receiveData(plaintext);
      return;
    }
    if (plaintext.length === 0) {
      throw new TlsFault(
        'unexpected_message',
        `record: expected a ${type} that is not empty (6.2.1), got 0 bytes`,
      );
    }
    if (type !== 'handshake' && this.#messages.isPartial) {
      throw unexpected('the rest of a handshake message', type);
    }
    if (raw.version === SSL_2_0) this.#receiveSslv2Hello(plaintext);
    else if (type === 'alert') this.#receiveAlert(plaintext);
    else if (type === 'handshake') this.#receiveHandshake(plaintext);
    else this.#receiveChangeCipherSpec(plaintext);
  }

  #receiveData(plaintext: Uint8Array): void {
    if (!this.#handshake.isEstablished || this.#messages.isPartial) {
      throw unexpected(this.#handshake.awaits, 'application_data');
    }
    if (plaintext.length > 0) {
      this.#emptyRecords = 0;
      this.#warnings = 0;
      this.#events.push({ type: 'data', data: plaintext });
      return;
    }
    if (++this.#emptyRecords > MAX_EMPTY_RECORDS) {
      throw new TlsFault(
        'unexpected_message',
        `record: expected at most ${MAX_EMPTY_RECORDS} empty ones in a row, got more`,
      );
    }
  }

  #receiveHandshake(plaintext: Uint8Array): void {
    const admit = (type: HandshakeType | undefined, number: number) => {
      if (type && this.#handshake.admits(type)) return;
      throw unexpected(this.#handshake.awaits, type ?? `handshake message ${number}`);
    };
    this.#messages.push(plaintext);
    for (let bytes = this.#messages.next(admit); bytes; bytes = this.#messages.next(admit)) {
      const message = readHandshake(bytes);
      this.#observe?.({ what: 'message', direction: 'received', bytes, message });
      // A HelloRequest, or a hello on a connection that stands: one now and then is nothing, a stream of them is a burden.
      const { isEstablished } = this.#handshake;
      if (isEstablished || message.type === 'hello_request') this.#countWarning();
      // RFC 5746, 4.5: no second handshake on a connection; the peer is told so, and the connection goes on.
      if (isEstablished) this.#sendAlert('warning', 'no_renegotiation');
      else this.#handshake.receive(message, bytes);
    }
  }

  /** First of all, and once; the record reader sees to that. */
  #receiveSslv2Hello(bytes: Uint8Array): void {
    const message = readSslv2Hello(bytes);
    this.#observe?.({ what: 'message', direction: 'received', bytes: bytes.slice(), message });
    this.#handshake.receive(message, bytes);
  }

  #receiveChangeCipherSpec(plaintext: Uint8Array): void {
    if (plaintext.length !== 1 || plaintext[0] !== 1) {
      throw new TlsFault(
        'unexpected_message',
        'change_cipher_spec: expected one byte 01, got something else',
      );
    }
    this.#reading = this.#handshake.changeCipherSpec();
    this.#observe?.({ what: 'change-cipher-spec', direction: 'received' });
  }

  #receiveAlert(plaintext: Uint8Array): void {
    if (plaintext.length !== 2) {
      throw new TlsFault('decode_error', `alert: expected 2 bytes, got ${plaintext.length}`);
    }
    const [number, description] = plaintext as unknown as [number, number];
    const alert = alertNamed(description);
    // The end is the end, whatever level a peer gives it.
    if (number !== 1 && number !== 2 && alert !== 'close_notify') {
      throw new TlsFault('illegal_parameter', `alert: expected the level 1 or 2, got ${number}`);
    }
    const level = number === 2 ? 'fatal' : 'warning';
    this.#observe?.({ what: 'alert', direction: 'received', level, alert });
    if (alert === 'close_notify') {
      this.#sendAlert('warning', 'close_notify');
      this.#status = 'closed';
      this.#events.push({ type: 'closed' });
    } else if (level === 'fatal') {
      this.#status = 'failed';
      this.#handshake.abandon();
      const reason = `alert: the peer ended the connection with ${alert ?? `number ${description}`}`;
      this.#events.push({ type: 'failed', by: 'peer', alert, reason });
    } else {
      this.#countWarning();
      this.#events.push({ type: 'warning', alert });
    }
  }

  #countWarning(): void {
    if (++this.#warnings <= MAX_WARNINGS) return;
    throw new TlsFault(
      'unexpected_message',
      `alert: expected at most ${MAX_WARNINGS} warnings in a row, got more`,
    );
  }

  #sendMessage(message: HandshakeMessage): Uint8Array {
    const bytes = encodeHandshake(message);
    this.#observe?.({ what: 'message', direction: 'sent', bytes, message });
    for (let at = 0; at < bytes.length; at += MAX_PLAINTEXT) {
      this.#sendRecord('handshake', bytes.subarray(at, at + MAX_PLAINTEXT));
    }
    return bytes;
  }

  /** Nothing follows our close_notify (7.2.1), so nothing is sent once it is out. */
  #sendAlert(level: AlertLevel, alert: AlertDescription): void {
    if (this.#status === 'closing') return;
    this.#sendRecord('alert', encodeAlert(level, alert));
    this.#observe?.({ what: 'alert', direction: 'sent', level, alert });
  }

  #sendRecord(type: ContentType, plaintext: Uint8Array): void {
    const sequenceNumber = this.#writing?.sequenceNumber;
    const fragment = this.#writing?.seal(type, plaintext) ?? plaintext;
    const record = encodeRecord(type, fragment, this.#version);
    this.#send.push(record);
    this.#observe?.({
      what: 'record',
      direction: 'sent',
      type,
      record,
      plaintext: plaintext.slice(),
      sequenceNumber,
    });
  }

  /** Tells the peer, and ends. What is no fault of the peer's but a limit of ours is told as internal_error. */
  #fail(error: unknown): void {
    if (!(error instanceof CryptoError)) {
      // A bug of ours: nobody goes on from the middle of it.
      this.#status = 'failed';
      this.#handshake.abandon();
      throw error;
    }
    const fault = error instanceof TlsFault ? error : new TlsFault('internal_error', error.message);
    if (this.#version === TLS_1_0) this.#version = TLS_1_2;
    this.#observe?.({ what: 'fault', fault });
    this.#sendAlert('fatal', fault.alert);
    this.#status = 'failed';
    this.#handshake.abandon();
    this.#events.push({
      type: 'failed',
      by: 'us',
      alert: fault.alert,
      reason: fault.message,
      ...(fault instanceof CertificateFault && { verdict: fault.verdict }),
    });
  }
}

const STATUS_WORDS: Readonly<Record<TlsStatus, string>> = {
  handshake: 'not open yet',
  connected: 'open',
  closing: 'closing',
  closed: 'closed',
  failed: 'broken',
};
