/**
 * The hand that drives a machine of ours: sends any bytes, records and messages in any order, and keeps what comes back.
 * It holds to nothing by itself; `RawClient` and `RawServer` add what an honest peer would say.
 */

import { aes } from '../../src/block/index.ts';
import { concat, concatAll } from '../../src/bytes/index.ts';
import { hmac } from '../../src/mac/index.ts';
import { cbcEncrypt } from '../../src/modes/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import { ALERTS, type AlertDescription, alertNamed } from '../../src/tls/alert.ts';
import type { TlsEvent, TlsMachine, TlsOutput } from '../../src/tls/machine.ts';
import { CONTENT_TYPES, contentTypeNamed } from '../../src/tls/record/content-type.ts';
import { additionalData, createProtection, type RecordProtection } from '../../src/tls/record/protection.ts';
import type { CipherSuite } from '../../src/tls/suites.ts';
import {
  asPremasterSecret,
  deriveExtendedMaster,
  deriveKeyBlock,
  deriveMaster,
  deriveVerifyData,
  type FinishedLabel,
  type KeyBlock,
  type MasterSecret,
} from '../../src/tls/tls12/key-schedule.ts';

export const {
  change_cipher_spec: CCS,
  alert: ALERT,
  handshake: HANDSHAKE,
  application_data: DATA,
} = CONTENT_TYPES;

/** A record that the machine sent, opened. */
export interface ReceivedRecord {
  readonly type: number;
  readonly version: number;
  readonly fragment: Uint8Array;
  readonly plaintext: Uint8Array;
}

/** All the randomness of a test is from here. */
export const random = seededRandom('raw peer');

export abstract class RawPeer {
  readonly machine: TlsMachine;
  readonly records: ReceivedRecord[] = [];
  readonly events: TlsEvent[] = [];
  /** Application data that came, joined. */
  text = '';
  /** In the headers of records. */
  version = 0x0303;
  /** The longest record that is written. */
  maxFragment = 2 ** 14;
  /** Cuts what goes to the machine. */
  cut: (bytes: Uint8Array) => Iterable<Uint8Array> = (bytes) => [bytes];
  /** What the machine's owner does with its events. */
  owner: (event: TlsEvent) => TlsOutput | undefined = () => undefined;

  clientRandom: Uint8Array = new Uint8Array(32);
  serverRandom: Uint8Array = new Uint8Array(32);
  suite!: CipherSuite;
  extendedMasterSecret = false;
  encryptThenMac = false;
  masterSecret!: MasterSecret;
  keyBlock: KeyBlock | undefined;
  writing: RecordProtection | undefined;
  reading: RecordProtection | undefined;
  /** Handshake messages, as both sides should have seen them. */
  readonly transcript: Uint8Array[] = [];
  /** Whether the machine's Finished came, and was right. */
  finishedCame = false;
  deaf = false;
  #held: Uint8Array[] | undefined;
  #waiting: Uint8Array = new Uint8Array(0);
  #message: Uint8Array = new Uint8Array(0);

  constructor(machine: TlsMachine) {
    this.machine = machine;
  }

  /** How the two sides are called in the key block. */
  protected abstract readonly us: 'client' | 'server';
  protected abstract message(type: number, body: Uint8Array, bytes: Uint8Array): void;

  // Sending

  /** Bytes as they are. */
  raw(bytes: Uint8Array): this {
    if (this.#held) this.#held.push(bytes);
    else for (const piece of this.cut(bytes)) this.take(this.machine.receive(piece));
    return this;
  }

  /** All that `steps` send arrives at once. */
  buffered(steps: () => void): this {
    this.#held = [];
    steps();
    const all = concatAll(this.#held);
    this.#held = undefined;
    return this.raw(all);
  }

  /** One record, protected once keys are in use. */
  record(type: number, plaintext: Uint8Array): this {
    const fragment = this.writing ? this.writing.seal(nameOf(type), plaintext) : plaintext;
    return this.raw(recordBytes(type, fragment, this.version));
  }

  /** One record whose content stands on the wire as it is here, whatever keys are in use. */
  bare(type: number, fragment: Uint8Array): this {
    return this.raw(recordBytes(type, fragment, this.version));
  }

  /** Content over as many records as it takes; one where there is none. */
  fragments(type: number, content: Uint8Array): this {
    for (let at = 0; at === 0 || at < content.length; at += this.maxFragment) {
      this.record(type, content.subarray(at, at + this.maxFragment));
    }
    return this;
  }

  /** A whole handshake message, which the transcript notes. */
  handshake(bytes: Uint8Array): this {
    this.transcript.push(bytes);
    return this.fragments(HANDSHAKE, bytes);
  }

  changeCipherSpec(body: Uint8Array = Uint8Array.of(1)): this {
    this.fragments(CCS, body);
    this.useWriteKeys();
    return this;
  }

  /** Nobody is told. */
  useWriteKeys(): void {
    if (this.keyBlock) this.writing = this.#protection(this.us);
  }

  /** The message, whose verify_data is right but for `change`. */
  finished(change: (body: Uint8Array) => Uint8Array = (body) => body): this {
    return this.handshake(messageBytes(20, change(this.verifyData(this.us))));
  }

  alert(level: number, description: AlertDescription): this {
    return this.fragments(ALERT, Uint8Array.of(level, ALERTS[description]));
  }

  closeNotify(): this {
    return this.alert(1, 'close_notify');
  }

  data(text: string | Uint8Array): this {
    return this.fragments(DATA, typeof text === 'string' ? new TextEncoder().encode(text) : text);
  }

  /** A record under a CBC suite whose whole text, content and MAC and padding, is given; MAC first, then encryption. */
  cbcText(type: number, text: Uint8Array): this {
    const iv = random.bytes(16);
    const key = this.keyBlock![this.us].key;
    this.writing!.seal(nameOf(type), new Uint8Array(0));
    return this.bare(type, concat(iv, cbcEncrypt(aes(key), iv, text)));
  }

  /** What such a text would be for this content, with padding_length as asked. */
  cbcTextOf(type: number, content: Uint8Array, paddingLength?: number): Uint8Array {
    const mac = this.suite.mac!;
    const { macKey } = this.keyBlock![this.us];
    const about = additionalData(this.writing!.sequenceNumber, nameOf(type), content.length);
    const tag = hmac(mac, macKey, concat(about, content));
    const least = 15 - ((content.length + tag.length) % 16);
    const length = paddingLength ?? least;
    return concat(content, tag, new Uint8Array(length + 1).fill(length));
  }

  // Receiving

  take({ send, events }: TlsOutput): void {
    this.#records(send);
    for (const event of events) {
      this.events.push(event);
      const more = this.owner(event);
      if (more) this.take(more);
    }
  }

  #records(bytes: Uint8Array): void {
    let rest = concat(this.#waiting, bytes);
    while (rest.length >= 5) {
      const length = rest[3]! * 256 + rest[4]!;
      if (rest.length < 5 + length) break;
      this.#record(rest[0]!, rest[1]! * 256 + rest[2]!, rest.slice(5, 5 + length));
      rest = rest.subarray(5 + length);
    }
    this.#waiting = rest.slice();
  }

  #record(type: number, version: number, fragment: Uint8Array): void {
    const plaintext = this.reading ? this.reading.open(nameOf(type), fragment) : fragment;
    this.records.push({ type, version, fragment, plaintext });
    // A peer that has no keys hears nothing from here on.
    if (type === CCS && !this.keyBlock) this.deaf = true;
    else if (type === CCS) this.reading = this.#protection(this.us === 'client' ? 'server' : 'client');
    if (this.deaf) return;
    if (type === DATA) this.text += new TextDecoder('latin1').decode(plaintext);
    if (type === HANDSHAKE) this.#messages(plaintext);
  }

  #messages(bytes: Uint8Array): void {
    this.#message = concat(this.#message, bytes);
    while (this.#message.length >= 4) {
      const length = this.#message[1]! * 65536 + this.#message[2]! * 256 + this.#message[3]!;
      if (this.#message.length < 4 + length) return;
      const whole = this.#message.slice(0, 4 + length);
      this.#message = this.#message.slice(4 + length);
      if (whole[0] === 20) {
        const expected = this.verifyData(this.us === 'client' ? 'server' : 'client');
        if (!concat(expected).every((byte, i) => byte === whole[4 + i]))
          throw new Error('wrong verify_data from the machine');
        this.finishedCame = true;
      }
      this.transcript.push(whole);
      this.message(whole[0]!, whole.subarray(4), whole);
    }
  }

  // Secrets

  /** The master secret of this premaster secret, and the keys. */
  derive(premaster: Uint8Array, extended = this.extendedMasterSecret): void {
    const secret = asPremasterSecret(premaster);
    this.masterSecret = (
      extended
        ? deriveExtendedMaster(this.suite, secret, this.#hash())
        : deriveMaster(this.suite, secret, this)
    ).masterSecret;
    this.deriveKeys();
  }

  deriveKeys(): void {
    this.keyBlock = deriveKeyBlock(this.suite, this.masterSecret, this);
  }

  verifyData(side: 'client' | 'server'): Uint8Array {
    const label: FinishedLabel = `${side} finished`;
    return deriveVerifyData(this.suite, this.masterSecret, label, this.#hash());
  }

  #hash(): Uint8Array {
    return this.suite.prf(concatAll(this.transcript));
  }

  #protection(side: 'client' | 'server'): RecordProtection {
    return createProtection(this.suite, this.keyBlock![side], this.encryptThenMac, random);
  }

  // Judging

  /** The description of the last alert, whatever its level. */
  get lastAlert(): AlertDescription | undefined {
    const last = this.records.filter(({ type }) => type === ALERT).at(-1);
    return last && alertNamed(last.plaintext[1]!);
  }

  /**
   * How it ended: `fatal NAME` where a fatal alert was the machine's last word and it gave up with one event of that,
   * `closed` where both said close_notify, else the machine's status. Anything inconsistent is said instead.
   */
  get outcome(): string {
    const alerts = this.records.filter(({ type }) => type === ALERT);
    const fatal = alerts.filter(({ plaintext }) => plaintext[0] === 2);
    const failures = this.events.filter(({ type }) => type === 'failed');
    const { status } = this.machine;
    if (fatal.length > 1) return `${fatal.length} fatal alerts`;
    if (failures.length > 1) return `${failures.length} failures`;
    if (fatal.length === 1) {
      if (this.records.at(-1) !== fatal[0]) return 'went on after a fatal alert';
      if (status !== 'failed') return `sent a fatal alert, but is ${status}`;
      if (failures.length === 0) return 'sent a fatal alert and told nobody';
      return `fatal ${alertNamed(fatal[0]!.plaintext[1]!)}`;
    }
    if (status === 'failed') return 'failed without an alert';
    return status;
  }
}

export function recordBytes(type: number, fragment: Uint8Array, version = 0x0303): Uint8Array {
  return concat(
    Uint8Array.of(type, version >> 8, version & 255, fragment.length >> 8, fragment.length & 255),
    fragment,
  );
}

/** A handshake message; `length` lies where it is given. */
export function messageBytes(type: number, body: Uint8Array, length = body.length): Uint8Array {
  return concat(Uint8Array.of(type, length >> 16, (length >> 8) & 255, length & 255), body);
}

/** Cuts into pieces of that many bytes. */
export function pieces(size: number): (bytes: Uint8Array) => Uint8Array[] {
  return (bytes) => {
    const cut: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; at += size) cut.push(bytes.slice(at, at + size));
    return cut;
  };
}

function nameOf(type: number) {
  return contentTypeNamed(type) ?? 'application_data';
}
