/**
 * DNS messages with A and CNAME records (RFC 1035, 4).
 *
 * Nothing here is authenticated: whoever sees the query, or guesses its id and port, may answer first.
 */
import { excerpt, Reader, Writer } from '../../bytes/index.ts';
import { CryptoError, expectText } from '../../errors.ts';
import { ipv4Bytes, ipv4Text } from '../wire/address.ts';

export type DnsType = 'A' | 'CNAME';
const TYPES: Readonly<Record<DnsType, number>> = { A: 1, CNAME: 5 };
const INTERNET = 1;

export interface DnsRecord {
  readonly name: string;
  readonly type: DnsType;
  /** In seconds. */
  readonly ttl: number;
  /** An IPv4 address, or the name that stands behind an alias. */
  readonly data: string;
}

export type DnsRcode = 'NOERROR' | 'FORMERR' | 'SERVFAIL' | 'NXDOMAIN' | 'NOTIMP' | 'REFUSED';
const RCODES: readonly DnsRcode[] = ['NOERROR', 'FORMERR', 'SERVFAIL', 'NXDOMAIN', 'NOTIMP', 'REFUSED'];

export interface DnsMessage {
  readonly id: number;
  readonly response: boolean;
  readonly authoritative: boolean;
  readonly recursionDesired: boolean;
  readonly recursionAvailable: boolean;
  readonly rcode: DnsRcode;
  readonly question: { readonly name: string; readonly type: DnsType };
  readonly answers: readonly DnsRecord[];
}

const MOST_RECORDS = 50;
/** Of one name: each points further back, and a name has at most 127 labels. */
const MOST_POINTERS = 20;

export function encodeDns(message: DnsMessage): Uint8Array {
  const flags =
    (message.response ? 0x8000 : 0) |
    (message.authoritative ? 0x0400 : 0) |
    (message.recursionDesired ? 0x0100 : 0) |
    (message.recursionAvailable ? 0x0080 : 0) |
    RCODES.indexOf(message.rcode);
  const out = new Packet();
  out.u16(message.id).u16(flags).u16(1).u16(message.answers.length).u16(0).u16(0);
  out.name(message.question.name).u16(TYPES[message.question.type]).u16(INTERNET);
  for (const record of message.answers) {
    out.name(record.name).u16(TYPES[record.type]).u16(INTERNET).u32(record.ttl);
    if (record.type === 'A') out.u16(4).address(record.data);
    else out.alias(record.data);
  }
  return out.finish();
}

/** Writes names once, and points back to where they stood (4.1.4). */
class Packet {
  readonly #writer = new Writer();
  readonly #seen = new Map<string, number>();
  #length = 0;

  u16(value: number): this {
    this.#writer.u16(value);
    this.#length += 2;
    return this;
  }

  u32(value: number): this {
    this.#writer.u32(value);
    this.#length += 4;
    return this;
  }

  address(text: string): this {
    this.#writer.bytes(ipv4Bytes(text));
    this.#length += 4;
    return this;
  }

  name(text: string): this {
    const labels = labelsOf(text);
    for (let at = 0; at < labels.length; at += 1) {
      const rest = labels.slice(at).join('.');
      const seen = this.#seen.get(rest);
      if (seen !== undefined) return this.u16(0xc000 | seen);
      if (this.#length < 0x4000) this.#seen.set(rest, this.#length);
      this.#label(labels[at]!);
    }
    this.#writer.u8(0);
    this.#length += 1;
    return this;
  }

  /** The name in a CNAME's data, whole: its length is then known beforehand. */
  alias(text: string): this {
    const labels = labelsOf(text);
    this.u16(labels.reduce((sum, label) => sum + label.length + 1, 1));
    for (const label of labels) this.#label(label);
    this.#writer.u8(0);
    this.#length += 1;
    return this;
  }

  finish(): Uint8Array {
    return this.#writer.finish();
  }

  #label(label: string): void {
    this.#writer.u8(label.length).bytes(Uint8Array.from(label, (character) => character.charCodeAt(0)));
    this.#length += label.length + 1;
  }
}

/** Lower-case labels of up to 63 bytes, 255 in all (2.3.4). */
export function labelsOf(name: string): string[] {
  expectText('name', name);
  const text = name.toLowerCase().replace(/\.$/, '');
  const labels = text === '' ? [] : text.split('.');
  if (text.length > 253 || labels.some((label) => !/^[a-z0-9_-]{1,63}$/.test(label))) {
    throw new CryptoError('bad-argument', `name: expected one such as bank.example, got ${excerpt(name)}`);
  }
  return labels;
}

/** One question, and answers of the types and class known here; others are skipped, and so are further sections. */
export function parseDns(bytes: Uint8Array): DnsMessage {
  const reader = new Reader(bytes);
  const id = reader.u16('id', 'RFC 1035, 4.1.1');
  const flags = reader.u16('flags', 'RFC 1035, 4.1.1');
  const questions = reader.u16('QDCOUNT', 'RFC 1035, 4.1.1');
  const count = reader.u16('ANCOUNT', 'RFC 1035, 4.1.1');
  reader.u32('NSCOUNT and ARCOUNT', 'RFC 1035, 4.1.1');
  const rcode = RCODES[flags & 15];
  if ((flags & 0x7800) !== 0 || (flags & 0x0200) !== 0 || !rcode) {
    throw new CryptoError('unsupported', 'flags: expected a whole standard query or its answer, got another');
  }
  if (questions !== 1) throw new CryptoError('bad-format', `QDCOUNT: expected 1, got ${questions}`);
  if (count > MOST_RECORDS)
    throw new CryptoError('too-large', `ANCOUNT: expected at most ${MOST_RECORDS}, got ${count}`);
  const name = readName(reader, bytes);
  const type = typeOf(reader.u16('QTYPE', 'RFC 1035, 4.1.2'));
  const kind = reader.u16('QCLASS', 'RFC 1035, 4.1.2');
  if (!type || kind !== INTERNET) {
    throw new CryptoError('unsupported', 'QTYPE: expected A or CNAME of the Internet, got another');
  }
  const answers: DnsRecord[] = [];
  for (let i = 0; i < count; i += 1) {
    const record = readRecord(reader, bytes);
    if (record) answers.push(record);
  }
  return {
    id,
    response: (flags & 0x8000) !== 0,
    authoritative: (flags & 0x0400) !== 0,
    recursionDesired: (flags & 0x0100) !== 0,
    recursionAvailable: (flags & 0x0080) !== 0,
    rcode,
    question: { name, type },
    answers,
  };
}

function readRecord(reader: Reader, bytes: Uint8Array): DnsRecord | undefined {
  const name = readName(reader, bytes);
  const type = typeOf(reader.u16('TYPE', 'RFC 1035, 4.1.3'));
  const kind = reader.u16('CLASS', 'RFC 1035, 4.1.3');
  const seconds = reader.u32('TTL', 'RFC 1035, 4.1.3');
  const data = reader.nested(reader.u16('RDLENGTH', 'RFC 1035, 4.1.3'), 'RDATA');
  if (!type || kind !== INTERNET) return undefined;
  const text = type === 'A' ? ipv4Text(data.bytes(4, 'ADDRESS', 'RFC 1035, 3.4.1')) : readName(data, bytes);
  data.end('RDATA');
  // RFC 2181, 8: a TTL with its highest bit set counts as zero.
  return { name, type, ttl: seconds > 0x7fffffff ? 0 : seconds, data: text };
}

/** Labels, or a pointer to where the rest stood before; each must lead further back, so none can go in circles. */
function readName(reader: Reader, bytes: Uint8Array): string {
  const labels: string[] = [];
  let from = reader;
  let earliest = reader.offset;
  let pointers = 0;
  let length = 0;
  for (;;) {
    const size = from.u8('label', 'RFC 1035, 4.1.4');
    if (size === 0) return labels.join('.');
    if (size >= 0xc0) {
      const target = (size - 0xc0) * 256 + from.u8('pointer', 'RFC 1035, 4.1.4');
      pointers += 1;
      if (target >= earliest || pointers > MOST_POINTERS) {
        throw new CryptoError(
          'bad-format',
          `pointer: expected one to an earlier name, got ${target} (RFC 1035, 4.1.4)`,
        );
      }
      earliest = target;
      from = new Reader(bytes.subarray(target), undefined, target);
      continue;
    }
    length += size + 1;
    if (size > 63 || length > 254) {
      throw new CryptoError(
        'bad-format',
        'name: expected labels of 63 bytes and 255 in all, got more (RFC 1035, 2.3.4)',
      );
    }
    const label = String.fromCharCode(...from.bytes(size, 'label', 'RFC 1035, 3.1')).toLowerCase();
    if (!/^[a-z0-9_-]+$/.test(label)) {
      throw new CryptoError(
        'bad-format',
        `name: expected letters, digits and hyphens, got ${excerpt(label)}`,
      );
    }
    labels.push(label);
  }
}

function typeOf(code: number): DnsType | undefined {
  return (Object.keys(TYPES) as DnsType[]).find((type) => TYPES[type] === code);
}
