/** Rows of the table: RSA, bare and with each of its paddings, under fixed keys. */
import fc from 'fast-check';
import { HASHES, type HashId } from '../hash/index.ts';
import { i2osp, os2ip } from '../math/index.ts';
import type { RandomSource } from '../random/index.ts';
import { openJsbn, openPlatform, type ReferenceRsa } from '../reference/index.ts';
import {
  decryptBlock,
  encryptBlock,
  maxSaltLength,
  modulusLength,
  oaepDecrypt,
  oaepEncrypt,
  pkcs1Decrypt,
  pkcs1Encrypt,
  pkcs1Sign,
  pssSign,
  pssVerify,
} from '../rsa/index.ts';
import { anyMessage, bytesOf, fixedBytes } from './inputs.ts';
import { type Inputs, type Operation, operation } from './operation.ts';
import { RSA_KEYS } from './rsa-keys.ts';

type Block = { readonly key: number; readonly block: Uint8Array };
type Pkcs1 = { readonly key: number; readonly ciphertext: Uint8Array };
type Oaep = Pkcs1 & { readonly hash: number; readonly label: Uint8Array };
type Message = { readonly key: number; readonly hash: number; readonly msg: Uint8Array };
type Pss = Message & { readonly saltLength: number; readonly signature: Uint8Array };

/** `key` and `hash` in the inputs are places in these lists. */
const HASH_IDS: readonly HashId[] = ['sha1', 'sha224', 'sha256', 'sha384', 'sha512-256'];
const keyAt = (key: number) => RSA_KEYS[key]!;
const hashAt = (hash: number) => HASHES[HASH_IDS[hash]!];

const anyKey = fc.nat(RSA_KEYS.length - 1);
const anyHash = fc.nat(HASH_IDS.length - 1);
/** What is drawn from a random source, without zeros, so that paddings of PKCS#1 v1.5 need no second drawing. */
const anyDrawn = bytesOf(200).map((bytes) => bytes.map((byte) => byte | 1));
/** In one case of two a bit is flipped, and both sides must refuse. */
const anyFlip = fc.option(fc.nat(), { freq: 2 });

const blocks = fc
  .record({ key: anyKey, number: bytesOf(129) })
  .map(({ key, number }) => ({ key, block: toBlock(os2ip(number) % keyAt(key).n, key) }));
const timedBlock = () => ({ key: 0, block: toBlock(os2ip(fixedBytes(129)) % keyAt(0).n, 0) });

const pkcs1Inputs = fc
  .record({ key: anyKey, msg: anyMessage(0, 117), drawn: anyDrawn, flip: anyFlip })
  .map(({ key, msg, drawn, flip }) => ({
    key,
    ciphertext: flipped(pkcs1Encrypt(keyAt(key), msg, source(drawn)), flip),
  }));

const oaepInputs = fc
  .record({
    key: anyKey,
    hash: anyHash,
    msg: anyMessage(0, 30),
    label: anyMessage(),
    drawn: anyDrawn,
    flip: anyFlip,
  })
  .map(({ key, hash, msg, label, drawn, flip }) => {
    const options = { hash: hashAt(hash), label, random: source(drawn) };
    return { key, hash, label, ciphertext: flipped(oaepEncrypt(keyAt(key), msg, options), flip) };
  });

const pssInputs = fc
  .record({ key: anyKey, hash: anyHash, msg: anyMessage(), salt: fc.nat(), drawn: anyDrawn, flip: anyFlip })
  .map(({ key, hash, msg, salt, drawn, flip }) => {
    const saltLength = salt % (maxSaltLength(keyAt(key), hashAt(hash)) + 1);
    const signature = pssSign(keyAt(key), hashAt(hash), msg, { saltLength, random: source(drawn) });
    return { key, hash, msg, saltLength, signature: flipped(signature, flip) };
  });

export const rsaOperations: readonly Operation[] = [
  operation<Block>({
    name: 'rsa-encrypt-block',
    inputs: blocks,
    timed: { bytes: 128, inputs: timedBlock },
    scratch: { run: ({ key, block }) => toBlock(encryptBlock(keyAt(key), os2ip(block)), key) },
    reference: {
      name: 'jsbn',
      open: async () => {
        const { jsbnPublic } = await openJsbn();
        return { run: ({ key, block }) => toBlock(jsbnPublic(keyAt(key), os2ip(block)), key) };
      },
    },
  }),
  operation<Block>({
    name: 'rsa-decrypt-block',
    inputs: blocks,
    timed: { bytes: 128, inputs: timedBlock },
    scratch: { run: ({ key, block }) => toBlock(decryptBlock(keyAt(key), os2ip(block)), key) },
    reference: {
      name: 'jsbn',
      open: async () => {
        const { jsbnPrivate } = await openJsbn();
        return { run: ({ key, block }) => toBlock(jsbnPrivate(keyAt(key), os2ip(block)), key) };
      },
    },
  }),
  operation<Pkcs1>({
    name: 'rsa-pkcs1-decrypt',
    inputs: pkcs1Inputs,
    timed: {
      bytes: 128,
      inputs: () => ({ key: 0, ciphertext: pkcs1Encrypt(keyAt(0), fixedBytes(117)) }),
    },
    scratch: { run: ({ key, ciphertext }) => pkcs1Decrypt(keyAt(key), ciphertext) },
    reference: platform((rsa, { ciphertext }) => withoutPadding(rsa.openBlock(ciphertext))),
    mayRefuse: true,
  }),
  operation<Oaep>({
    name: 'rsa-oaep-decrypt',
    inputs: oaepInputs,
    timed: {
      bytes: 128,
      inputs: () => {
        const label = new Uint8Array(0);
        return { key: 0, hash: 0, label, ciphertext: oaepEncrypt(keyAt(0), fixedBytes(86)) };
      },
    },
    scratch: {
      run: ({ key, hash, label, ciphertext }) =>
        oaepDecrypt(keyAt(key), ciphertext, { hash: hashAt(hash), label }),
    },
    reference: platform((rsa, { hash, label, ciphertext }) =>
      rsa.oaepDecrypt(ciphertext, HASH_IDS[hash]!, label),
    ),
    mayRefuse: true,
  }),
  operation<Message>({
    name: 'rsa-pkcs1-sign',
    inputs: fc.record({ key: anyKey, hash: anyHash, msg: anyMessage() }),
    timed: { bytes: 128, inputs: () => ({ key: 0, hash: 2, msg: fixedBytes(128) }) },
    scratch: { run: ({ key, hash, msg }) => pkcs1Sign(keyAt(key), hashAt(hash), msg) },
    reference: platform((rsa, { hash, msg }) => rsa.pkcs1Sign(HASH_IDS[hash]!, msg)),
  }),
  operation<Pss>({
    name: 'rsa-pss-verify',
    inputs: pssInputs,
    timed: {
      bytes: 128,
      inputs: () => {
        const msg = fixedBytes(128);
        return { key: 0, hash: 2, msg, saltLength: 32, signature: pssSign(keyAt(0), hashAt(2), msg) };
      },
    },
    scratch: {
      run: ({ key, hash, msg, saltLength, signature }) =>
        Uint8Array.of(+pssVerify(keyAt(key), hashAt(hash), msg, signature, { saltLength }).valid),
    },
    reference: platform((rsa, { hash, msg, saltLength, signature }) =>
      Uint8Array.of(+rsa.pssVerify(HASH_IDS[hash]!, msg, signature, saltLength)),
    ),
  }),
];

/** Node's own RSA, with one key object for each key. */
function platform<I extends Inputs & { readonly key: number }>(
  run: (rsa: ReferenceRsa, inputs: I) => Uint8Array,
) {
  return {
    name: 'node:crypto',
    open: async () => {
      const { platformRsa } = await openPlatform();
      const references = RSA_KEYS.map(platformRsa);
      return { run: (inputs: I) => run(references[inputs.key]!, inputs) };
    },
  };
}

function toBlock(value: bigint, key: number): Uint8Array {
  return i2osp(value, modulusLength(keyAt(key)));
}

/** Gives out the first bytes of `drawn` at every request. */
function source(drawn: Uint8Array): RandomSource {
  const random: RandomSource = {
    bytes: (length) => drawn.slice(0, length),
    substream: () => random,
    secret: false,
  };
  return random;
}

/** With one bit flipped: any but those of the first byte, so that the number stays below n. */
function flipped(bytes: Uint8Array, flip: number | null): Uint8Array {
  if (flip !== null) bytes[1 + (flip % (bytes.length - 1))]! ^= 1 << (flip & 7);
  return bytes;
}

/** The other way to remove the padding: search, and complain by exception (RFC 8017, 7.2.2, step 3). */
function withoutPadding(block: Uint8Array): Uint8Array {
  const end = block.indexOf(0, 2);
  if (block[0] !== 0 || block[1] !== 2 || end < 10) throw new Error('no padding');
  return block.slice(end + 1);
}
