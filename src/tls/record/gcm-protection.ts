/**
 * Records under AES-GCM (RFC 5246, 6.2.3.3; RFC 5288, 3): eight bytes of the nonce travel with each record, and tag and text
 * are one.
 *
 * A nonce used twice under one key breaks everything; here it is the sequence number, which never repeats.
 */
import { aes } from '../../block/index.ts';
import { concat } from '../../bytes/index.ts';
import { CryptoError } from '../../errors.ts';
import { createGcm } from '../../modes/index.ts';
import {
  badRecordMac,
  type DirectionKeys,
  encodeSequenceNumber,
  type RecordCipherState,
} from './cipher-state.ts';

const EXPLICIT_NONCE = 8;
const TAG = 16;

export function gcmProtection({ key, iv }: DirectionKeys): RecordCipherState {
  const gcm = createGcm(aes(key));
  return {
    seal(plaintext, about) {
      const explicit = encodeSequenceNumber(about.sequenceNumber);
      const aad = about.of(plaintext.length);
      return concat(explicit, gcm.seal(concat(iv, explicit), plaintext, aad));
    },
    open(fragment, about) {
      const length = fragment.length - EXPLICIT_NONCE - TAG;
      if (length < 0) throw badRecordMac();
      const nonce = concat(iv, fragment.subarray(0, EXPLICIT_NONCE));
      try {
        return gcm.open(nonce, fragment.subarray(EXPLICIT_NONCE), about.of(length));
      } catch (error) {
        throw error instanceof CryptoError && error.code === 'bad-tag' ? badRecordMac() : error;
      }
    },
  };
}
