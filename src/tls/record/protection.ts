/**
 * How one direction of a connection protects its records, once ChangeCipherSpec has been sent (RFC 5246, 6.2.3).
 */
import { concat, Writer } from '../../bytes/index.ts';
import { CryptoError, expectBytes } from '../../errors.ts';
import type { RandomSource } from '../../random/index.ts';
import type { CipherSuite } from '../suites.ts';
import { TLS_1_2 } from '../version.ts';
import { cbcProtection } from './cbc-protection.ts';
import {
  type AdditionalData,
  type DirectionKeys,
  encodeSequenceNumber,
  type RecordCipherState,
} from './cipher-state.ts';
import { CONTENT_TYPES, type ContentType } from './content-type.ts';
import { gcmProtection } from './gcm-protection.ts';
import { streamProtection } from './stream-protection.ts';

/** One direction, one use per object: every call counts a sequence number on. */
export interface RecordProtection {
  /** TLSCiphertext.fragment of a plaintext of up to 2^14 bytes. */
  seal(type: ContentType, plaintext: Uint8Array): Uint8Array;
  /** The plaintext; `bad_record_mac` for everything that was changed, whatever it was. */
  open(type: ContentType, fragment: Uint8Array): Uint8Array;
  /** That of the next record. */
  readonly sequenceNumber: number;
}

/** `encryptThenMac` is for CBC only (RFC 7366); `random` gives CBC's IVs. */
export function createProtection(
  suite: CipherSuite,
  keys: DirectionKeys,
  encryptThenMac: boolean,
  random: RandomSource,
): RecordProtection {
  const state = stateOf(suite, keys, encryptThenMac, random);
  let sequenceNumber = 0;
  const next = (type: ContentType): AdditionalData => {
    if (sequenceNumber >= Number.MAX_SAFE_INTEGER) {
      throw new CryptoError(
        'too-large',
        'record: expected a new connection after 2^53 records, got one more',
      );
    }
    const number = sequenceNumber++;
    return { sequenceNumber: number, of: (length) => additionalData(number, type, length) };
  };
  return {
    seal(type, plaintext) {
      expectBytes('plaintext', plaintext);
      return state.seal(plaintext, next(type));
    },
    open: (type, fragment) => state.open(fragment, next(type)),
    get sequenceNumber() {
      return sequenceNumber;
    },
  };
}

/** seq_num (8) + TLSCompressed.type (1) + version (2) + length (2). */
export function additionalData(sequenceNumber: number, type: ContentType, length: number): Uint8Array {
  return concat(
    encodeSequenceNumber(sequenceNumber),
    new Writer().u8(CONTENT_TYPES[type]).u16(TLS_1_2).u16(length).finish(),
  );
}

function stateOf(
  suite: CipherSuite,
  keys: DirectionKeys,
  encryptThenMac: boolean,
  random: RandomSource,
): RecordCipherState {
  const { cipher, mac } = suite;
  if (cipher.kind === 'gcm') return gcmProtection(keys);
  if (!mac) throw new Error(`${suite.name} has no MAC`);
  if (cipher.kind === 'cbc') return cbcProtection(cipher.cipher, mac, keys, { encryptThenMac, random });
  return streamProtection(cipher.cipher, mac, keys);
}
