/**
 * One record, every byte of it named: on the wire, and again after decryption (RFC 5246, 6.2.3; RFC 7366, 3; RFC 5288, 3).
 *
 * Here the ciphers are called by hand, beside the code that runs: what is shown was in the record.
 */
import { aes, tripleDes } from '../../block/index.ts';
import { type AnnotatedBytes, concat, Reader } from '../../bytes/index.ts';
import { cbcDecrypt, gcmOpen } from '../../modes/index.ts';
import { createRc4 } from '../../stream/index.ts';
import { additionalData, type DirectionKeys } from '../../tls/index.ts';
import type { ContentType } from '../../tls/record/content-type.ts';
import { HEADER_LENGTH, readHeader } from '../../tls/record/record.ts';
import type { CipherSuite } from '../../tls/suites.ts';
import { contentFields } from './content-fields.ts';

/** A record as it was sent. */
export interface SentRecord {
  readonly type: ContentType;
  /** Header and all. */
  readonly record: Uint8Array;
  /** The content, before it was protected. */
  readonly plaintext: Uint8Array;
  /** Where it is protected. */
  readonly sequenceNumber?: number | undefined;
}

export interface TakenApart {
  readonly fields: readonly AnnotatedBytes[];
  /** What was decrypted; absent where nothing is encrypted. */
  readonly plaintext?: { readonly bytes: Uint8Array; readonly fields: readonly AnnotatedBytes[] };
  readonly authentication?: Authentication;
}

/** What protects the record from changes. */
export type Authentication =
  | {
      readonly kind: 'mac';
      readonly input: Uint8Array;
      readonly fields: readonly AnnotatedBytes[];
      readonly mac: Uint8Array;
      /** Over the ciphertext: encrypt_then_mac. */
      readonly isOutside: boolean;
    }
  | {
      readonly kind: 'aead';
      readonly nonce: Uint8Array;
      readonly nonceFields: readonly AnnotatedBytes[];
      readonly additionalData: Uint8Array;
      readonly additionalFields: readonly AnnotatedBytes[];
      readonly tag: Uint8Array;
    };

/** Where the parts of a protected record lie. */
interface Layout {
  readonly clause: string;
  /** Before the ciphertext, in the clear. */
  readonly explicit: { readonly name: string; readonly length: number };
  readonly ciphertext: string;
  /** Behind the ciphertext. */
  readonly outer: { readonly name: string; readonly length: number; readonly clause: string };
  /** Behind the content, encrypted with it. */
  readonly innerMac: number;
  readonly isPadded: boolean;
}

const TAG = 16;
const EXPLICIT_NONCE = 8;
const NOTHING = { name: '', length: 0, clause: '' } as const;

/** A record before ChangeCipherSpec. */
export function takeApartPlain({ type, record, plaintext }: SentRecord): TakenApart {
  const fields: AnnotatedBytes[] = [];
  readHeader(record, (field) => fields.push(field));
  contentFields(type, plaintext, (field) => fields.push(field), HEADER_LENGTH);
  return { fields };
}

/** Takes the records of one direction apart, from ChangeCipherSpec on and in their order: RC4 goes on from one to the next. */
export function takeApartProtected(
  suite: CipherSuite,
  keys: DirectionKeys,
  encryptThenMac: boolean,
): (sent: SentRecord) => TakenApart {
  const layout = layoutOf(suite, encryptThenMac);
  const decrypt = decrypter(suite, keys);
  return ({ type, record, plaintext: content, sequenceNumber = 0 }) => {
    const fields: AnnotatedBytes[] = [];
    readHeader(record, (field) => fields.push(field));
    const reader = new Reader(record.subarray(HEADER_LENGTH), (field) => fields.push(field), HEADER_LENGTH);
    const { explicit, outer } = layout;
    const about = additionalData(sequenceNumber, type, content.length);
    if (suite.cipher.kind === 'null') {
      contentFields(type, content, (field) => fields.push(field), HEADER_LENGTH);
      const mac = record.subarray(HEADER_LENGTH + content.length);
      const base = HEADER_LENGTH + content.length;
      new Reader(mac, (field) => fields.push(field), base).bytes(mac.length, 'MAC', layout.clause);
      return { fields, authentication: macOf(about, content, mac, false) };
    }
    const before =
      explicit.length > 0 ? reader.bytes(explicit.length, explicit.name, layout.clause) : new Uint8Array(0);
    const ciphertext = reader.bytes(reader.remaining - outer.length, layout.ciphertext, layout.clause);
    const after = outer.length > 0 ? reader.bytes(outer.length, outer.name, outer.clause) : new Uint8Array(0);
    const bytes = decrypt(before, ciphertext, after, about);
    const text = textFields(type, bytes, content.length, layout);
    const plaintext = { bytes, fields: text.fields };
    if (suite.cipher.kind === 'gcm') {
      return { fields, plaintext, authentication: aeadOf(keys.iv, before, about, after) };
    }
    if (encryptThenMac && suite.cipher.kind === 'cbc') {
      const sealed = concat(before, ciphertext);
      const outside = additionalData(sequenceNumber, type, sealed.length);
      return { fields, plaintext, authentication: macOf(outside, sealed, after, true) };
    }
    return { fields, plaintext, authentication: macOf(about, content, text.mac, false) };
  };
}

function layoutOf({ cipher, mac }: CipherSuite, encryptThenMac: boolean): Layout {
  const macLength = mac?.digestLength ?? 0;
  switch (cipher.kind) {
    case 'cbc':
      return {
        clause: 'RFC 5246, 6.2.3.2',
        explicit: { name: 'IV', length: cipher.cipher === 'aes' ? 16 : 8 },
        ciphertext: 'block-ciphered',
        outer: encryptThenMac ? { name: 'MAC', length: macLength, clause: 'RFC 7366, 3' } : NOTHING,
        innerMac: encryptThenMac ? 0 : macLength,
        isPadded: true,
      };
    case 'gcm':
      return {
        clause: 'RFC 5246, 6.2.3.3',
        explicit: { name: 'nonce_explicit', length: EXPLICIT_NONCE },
        ciphertext: 'aead-ciphered',
        outer: { name: 'tag', length: TAG, clause: 'RFC 5288, 3' },
        innerMac: 0,
        isPadded: false,
      };
    case 'stream':
    case 'null':
      return {
        clause: 'RFC 5246, 6.2.3.1',
        explicit: NOTHING,
        ciphertext: 'stream-ciphered',
        outer: NOTHING,
        innerMac: macLength,
        isPadded: false,
      };
  }
}

type Decrypt = (
  before: Uint8Array,
  ciphertext: Uint8Array,
  after: Uint8Array,
  about: Uint8Array,
) => Uint8Array;

function decrypter({ cipher }: CipherSuite, { key, iv }: DirectionKeys): Decrypt {
  switch (cipher.kind) {
    case 'cbc': {
      const block = cipher.cipher === 'aes' ? aes(key) : tripleDes(key);
      return (before, ciphertext) => cbcDecrypt(block, before, ciphertext);
    }
    case 'gcm': {
      const block = aes(key);
      return (before, ciphertext, after, about) =>
        gcmOpen(block, concat(iv, before), concat(ciphertext, after), about);
    }
    case 'stream': {
      const keystream = createRc4(key);
      return (_, ciphertext) => keystream.update(ciphertext);
    }
    case 'null':
      return (_, content) => content;
  }
}

/** Content, MAC, padding and its length. */
function textFields(type: ContentType, bytes: Uint8Array, contentLength: number, layout: Layout) {
  const fields: AnnotatedBytes[] = [];
  contentFields(type, bytes.subarray(0, contentLength), (field) => fields.push(field), 0);
  const rest = new Reader(bytes.subarray(contentLength), (field) => fields.push(field), contentLength);
  const { innerMac, isPadded, clause } = layout;
  const mac = innerMac > 0 ? rest.bytes(innerMac, 'MAC', clause) : new Uint8Array(0);
  if (isPadded) {
    rest.bytes(rest.remaining - 1, 'padding', clause);
    rest.u8('padding_length', clause);
  }
  return { fields, mac };
}

/** MAC(MAC_write_key, seq_num + type + version + length + content), RFC 5246, 6.2.3.1; over IV and ciphertext in RFC 7366, 3. */
function macOf(about: Uint8Array, covered: Uint8Array, mac: Uint8Array, isOutside: boolean): Authentication {
  const fields: AnnotatedBytes[] = [];
  const input = concat(about, covered);
  const clause = isOutside ? 'RFC 7366, 3' : 'RFC 5246, 6.2.3.1';
  const reader = aboutFields(input, fields, clause);
  reader.bytes(reader.remaining, isOutside ? 'IV + ciphertext' : 'content', clause);
  return { kind: 'mac', input, fields, mac, isOutside };
}

function aeadOf(salt: Uint8Array, explicit: Uint8Array, about: Uint8Array, tag: Uint8Array): Authentication {
  const nonce = concat(salt, explicit);
  const nonceFields: AnnotatedBytes[] = [];
  const reader = new Reader(nonce, (field) => nonceFields.push(field));
  reader.bytes(salt.length, 'salt', 'RFC 5288, 3');
  reader.bytes(explicit.length, 'nonce_explicit', 'RFC 5288, 3');
  const additionalFields: AnnotatedBytes[] = [];
  aboutFields(about, additionalFields, 'RFC 5246, 6.2.3.3');
  return { kind: 'aead', nonce, nonceFields, additionalData: about, additionalFields, tag };
}

/** seq_num, type, version and length. */
function aboutFields(bytes: Uint8Array, fields: AnnotatedBytes[], clause: string): Reader {
  const reader = new Reader(bytes, (field) => fields.push(field));
  reader.bytes(8, 'seq_num', clause);
  reader.u8('type', clause);
  reader.u16('version', clause);
  reader.u16('length', clause);
  return reader;
}
