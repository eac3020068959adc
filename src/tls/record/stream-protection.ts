/**
 * Records under RC4, or not encrypted at all; a MAC protects both from changes (RFC 5246, 6.2.3.1).
 *
 * RC4 is forbidden since 2015 (RFC 7465), and NULL hides nothing: both are for looking at.
 */
import { concat, equalConstantTime } from '../../bytes/index.ts';
import type { Hash } from '../../hash/index.ts';
import { hmac } from '../../mac/index.ts';
import { createRc4 } from '../../stream/index.ts';
import {
  type AdditionalData,
  badRecordMac,
  type DirectionKeys,
  type RecordCipherState,
} from './cipher-state.ts';

export function streamProtection(
  cipher: 'rc4' | 'null',
  mac: Hash,
  { macKey, key }: DirectionKeys,
): RecordCipherState {
  const keyed = hmac.create(mac, macKey);
  const rc4 = cipher === 'rc4' ? createRc4(key) : undefined;
  const through = (bytes: Uint8Array) => rc4?.update(bytes) ?? bytes;
  const tagOf = (content: Uint8Array, about: AdditionalData) =>
    keyed.clone().update(about.of(content.length)).digestWith(content);
  return {
    seal: (plaintext, about) => through(concat(plaintext, tagOf(plaintext, about))),
    open(fragment, about) {
      const length = fragment.length - mac.digestLength;
      if (length < 0) throw badRecordMac();
      const text = through(fragment);
      const content = text.subarray(0, length);
      if (!equalConstantTime(text.subarray(length), tagOf(content, about))) throw badRecordMac();
      return content.slice();
    },
  };
}
