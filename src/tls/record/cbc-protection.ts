/**
 * Records under CBC with a MAC (RFC 5246, 6.2.3.2), or with the MAC outside (encrypt_then_mac, RFC 7366).
 *
 * MAC-then-encrypt has cost TLS a decade of attacks: whoever could tell a wrong padding from a wrong MAC, by an alert or by
 * the time it took, could decrypt (Vaudenay 2002, Lucky Thirteen 2013). So both are one fault, after the same work. JavaScript
 * promises no constant time; what is kept equal is which operations run.
 */
import { aes, tripleDes } from '../../block/index.ts';
import { isNegative, isZero, select } from '../../bytes/constant-flow.ts';
import { concat, equalConstantTime } from '../../bytes/index.ts';
import type { Hash, HashState } from '../../hash/index.ts';
import { hmac } from '../../mac/index.ts';
import { cbcDecrypt, cbcEncrypt } from '../../modes/index.ts';
import type { RandomSource } from '../../random/index.ts';
import {
  type AdditionalData,
  badRecordMac,
  type DirectionKeys,
  type RecordCipherState,
} from './cipher-state.ts';

/** padding_length is one byte. */
const MAX_PADDING = 255;

export function cbcProtection(
  name: 'aes' | '3des',
  mac: Hash,
  { macKey, key }: DirectionKeys,
  { encryptThenMac, random }: { readonly encryptThenMac: boolean; readonly random: RandomSource },
): RecordCipherState {
  const cipher = name === 'aes' ? aes(key) : tripleDes(key);
  const { blockSize } = cipher;
  const { digestLength } = mac;
  const keyed = hmac.create(mac, macKey);
  const tagOf = (content: Uint8Array, about: AdditionalData) =>
    keyed.clone().update(about.of(content.length)).update(content).digest();

  /** The content followed by its padding, under a fresh IV. */
  const encrypt = (content: Uint8Array) => {
    const iv = random.bytes(blockSize);
    return concat(iv, cbcEncrypt(cipher, iv, padded(content, blockSize)));
  };
  const decrypt = (fragment: Uint8Array) =>
    cbcDecrypt(cipher, fragment.subarray(0, blockSize), fragment.subarray(blockSize));

  if (encryptThenMac) {
    return {
      seal(plaintext, about) {
        const encrypted = encrypt(plaintext);
        return concat(encrypted, tagOf(encrypted, about));
      },
      open(fragment, about) {
        const length = fragment.length - digestLength;
        if (length < 2 * blockSize || length % blockSize !== 0) throw badRecordMac();
        const encrypted = fragment.subarray(0, length);
        if (!equalConstantTime(fragment.subarray(length), tagOf(encrypted, about))) throw badRecordMac();
        const text = decrypt(encrypted);
        // Nobody but the peer can have made this padding: the MAC holds.
        const { good, padding } = scanPadding(text, 1);
        if (good === 0) throw badRecordMac();
        return text.slice(0, text.length - padding - 1);
      },
    };
  }

  return {
    seal: (plaintext, about) => encrypt(concat(plaintext, tagOf(plaintext, about))),
    open(fragment, about) {
      const length = fragment.length - blockSize;
      if (length < digestLength + 1 || length % blockSize !== 0) throw badRecordMac();
      const text = decrypt(fragment);
      const { good, padding } = scanPadding(text, digestLength + 1);
      // A wrong padding counts as none, so that there is always a content whose MAC is computed (6.2.3.2, last paragraph).
      const contentLength = text.length - digestLength - 1 - padding;
      const content = text.subarray(0, contentLength);
      const expected = tagOf(content, about);
      levelWork(keyed, mac, contentLength, text.length - digestLength - 1);
      const equal = equalConstantTime(text.subarray(contentLength, contentLength + digestLength), expected);
      if (!equal || good === 0) throw badRecordMac();
      return content.slice();
    },
  };
}

/** The content, then padding_length + 1 bytes of the value padding_length, up to whole blocks: the shortest there is. */
function padded(content: Uint8Array, blockSize: number): Uint8Array {
  const padding = blockSize - 1 - (content.length % blockSize);
  const text = new Uint8Array(content.length + padding + 1).fill(padding);
  text.set(content);
  return text;
}

/**
 * Whether the padding is right (1 or 0), and padding_length where it is, else 0. Looks at as many bytes whatever they are.
 * `least` is what a record has beside it: the MAC and padding_length itself.
 */
function scanPadding(text: Uint8Array, least: number): { readonly good: number; readonly padding: number } {
  const last = text.length - 1;
  const claimed = text[last]!;
  const hasRoom = isNegative(claimed + least - 1 - text.length);
  const seen = Math.min(MAX_PADDING, last);
  let wrong = 0;
  for (let i = 1; i <= seen; i++) {
    wrong |= select(isNegative(i - claimed - 1), text[last - i]! ^ claimed, 0);
  }
  const good = hasRoom & isZero(wrong);
  return { good, padding: select(good, claimed, 0) };
}

/**
 * Hashes on until as many blocks have been hashed as the longest content in such a record would need: a padding of 200 bytes
 * must not be told from one of 5 by the time its shorter content takes.
 */
function levelWork(
  keyed: HashState,
  { blockSize, digestLength }: Hash,
  length: number,
  longest: number,
): void {
  // 13 bytes stand before the content; the hash's own padding takes 9 (17 for blocks of 128 bytes).
  const ending = digestLength > 32 ? 17 : 9;
  const blocks = (bytes: number) => Math.ceil((13 + bytes + ending) / blockSize);
  const idle = keyed.clone();
  const block = new Uint8Array(blockSize);
  for (let missing = blocks(longest) - blocks(length); missing >= 0; missing--) idle.update(block);
}
