/**
 * Inputs of RSA, under one key a file, and of the test for primes. The keys have 1024 bits: enough for exercises, and quick.
 */
import { concat } from '../../../bytes/index.ts';
import { HASHES } from '../../../hash/index.ts';
import { bitLength, byteLength, findPrime, i2osp, os2ip } from '../../../math/index.ts';
import type { RandomSource } from '../../../random/index.ts';
import {
  encryptBlock,
  generateKey,
  oaepEncrypt,
  pkcs1Encrypt,
  pkcs1Sign,
  pssSign,
  type RsaPrivateKey,
} from '../../../rsa/index.ts';
import { type Fields, SHA_NAMES } from '../../operations/index.ts';
import type { Draw } from '../draw.ts';
import { counted } from './counted.ts';
import type { InputMaker, MadeInput, OpenMaker } from './input.ts';

const KEY_BITS = 1024;
const NAMES = ['SHA-256', 'SHA-1', 'SHA-384'] as const;
const hashNamed = (sha: string) => HASHES[SHA_NAMES[sha]!];

/** By the name of the operation; undefined for others. */
export function rsaMaker(op: string): OpenMaker | undefined {
  if (op === 'prime-test') return (random) => primeMaker(random);
  const open = Object.hasOwn(MAKERS, op) ? MAKERS[op] : undefined;
  return open && ((random) => open(generateKey(KEY_BITS, { random: random.substream('key') })));
}

const MAKERS: Readonly<Record<string, (key: RsaPrivateKey) => InputMaker>> = {
  'rsa-textbook-encrypt': (key) => (draw, i) => ({
    comment: 'c = m^e mod n',
    fields: { ...publicFields(key), msg: below(key, draw, i) },
  }),
  'rsa-textbook-decrypt': (key) => (draw, i) => ({
    comment: 'm = c^d mod n',
    fields: { ...privateFields(key), ct: below(key, draw, i) },
  }),
  'rsa-pkcs1-encrypt': (key) => (draw, i) => {
    const msg = draw.bytes(textLength(draw, i, 117));
    return {
      comment: counted(msg.length, 'byte'),
      fields: { ...publicFields(key), msg },
      hidden: privateFields(key),
    };
  },
  'rsa-pkcs1-decrypt': (key) => (draw, i) => {
    const msg = draw.bytes(textLength(draw, i, 117));
    if (i % 4 === 3) return wrongBlock(key, draw, (ct) => ({ ...privateFields(key), ct }));
    const ct = pkcs1Encrypt(key, msg, sourceOf(draw));
    return { comment: counted(msg.length, 'byte'), fields: { ...privateFields(key), ct } };
  },
  'rsa-oaep-encrypt': (key) => (draw, i) => {
    const { sha, label, msg } = oaepParts(draw, i);
    const fields = { ...publicFields(key), sha, mgfSha: sha, label, msg };
    return { comment: `${sha}, ${counted(msg.length, 'byte')}`, fields, hidden: privateFields(key) };
  },
  'rsa-oaep-decrypt': (key) => (draw, i) => {
    const { sha, label, msg } = oaepParts(draw, i);
    const base = { ...privateFields(key), sha, mgfSha: sha, label };
    if (i % 4 === 3) return wrongBlock(key, draw, (ct) => ({ ...base, ct }));
    const ct = oaepEncrypt(key, msg, { hash: hashNamed(sha), label, random: sourceOf(draw) });
    return { comment: `${sha}, ${counted(msg.length, 'byte')}`, fields: { ...base, ct } };
  },
  'rsa-pkcs1-sign': (key) => (draw, i) => {
    const [sha, msg] = [NAMES[i % 3]!, draw.bytes(draw.below(100))];
    return { comment: sha, fields: { ...privateFields(key), sha, msg } };
  },
  'rsa-pkcs1-verify': (key) => (draw, i) => {
    const [sha, msg] = [NAMES[i % 3]!, draw.bytes(1 + draw.below(100))];
    const sig = pkcs1Sign(key, hashNamed(sha), msg);
    return forged(draw, i, sha, { ...publicFields(key), sha, msg, sig });
  },
  'rsa-pss-sign': (key) => (draw, i) => {
    const [sha, msg] = [NAMES[i % 3]!, draw.bytes(draw.below(100))];
    const sLen = hashNamed(sha).digestLength;
    const fields = { ...privateFields(key), sha, mgfSha: sha, sLen, msg };
    return { comment: sha, fields };
  },
  'rsa-pss-verify': (key) => (draw, i) => {
    const [sha, msg] = [NAMES[i % 3]!, draw.bytes(1 + draw.below(100))];
    const sLen = draw.pick([0, 20, hashNamed(sha).digestLength]);
    const sig = pssSign(key, hashNamed(sha), msg, { saltLength: sLen, random: sourceOf(draw) });
    return forged(draw, i, sha, { ...publicFields(key), sha, mgfSha: sha, sLen, msg, sig });
  },
};

function publicFields({ n, e }: RsaPrivateKey): Fields {
  return { modulus: number(n), publicExponent: number(e) };
}

function privateFields(key: RsaPrivateKey): Fields {
  const { p, q, dP, dQ, qInv } = key.crt!;
  return {
    ...publicFields(key),
    privateExponent: number(key.d),
    prime1: number(p),
    prime2: number(q),
    exponent1: number(dP),
    exponent2: number(dQ),
    coefficient: number(qInv),
  };
}

function number(value: bigint): Uint8Array {
  return i2osp(value, byteLength(value));
}

/** A number below n; small ones among them. */
function below(key: RsaPrivateKey, draw: Draw, i: number): Uint8Array {
  return draw.bytes(i % 4 === 0 ? 1 + draw.below(8) : byteLength(key.n) - 1);
}

function textLength(draw: Draw, i: number, most: number): number {
  return i % 3 === 0 ? [16, 0, most, 48][(i / 3) % 4]! : draw.below(most + 1);
}

function oaepParts(draw: Draw, i: number) {
  const sha = NAMES[i % 3]!;
  const most = KEY_BITS / 8 - 2 * hashNamed(sha).digestLength - 2;
  const msg = draw.bytes(draw.below(most + 1));
  return { sha, label: draw.bytes(i % 2 === 0 ? 0 : 1 + draw.below(20)), msg };
}

/** A number below n that holds no padding. */
function wrongBlock(key: RsaPrivateKey, draw: Draw, fields: (ct: Uint8Array) => Fields): MadeInput {
  const length = byteLength(key.n);
  const block = concat(Uint8Array.of(0, 3), draw.bytes(length - 2));
  const ct = i2osp(encryptBlock(key, os2ip(block)), length);
  return { comment: 'no padding inside', flags: ['BadPadding'], fields: fields(ct) };
}

/** Every second one is changed: the message, the signature, or its length. */
function forged(draw: Draw, i: number, sha: string, fields: Fields): MadeInput {
  if (i % 2 === 0) return { comment: sha, fields };
  const [msg, sig] = [fields.msg as Uint8Array, fields.sig as Uint8Array];
  const [comment, change] = [
    ['one bit of the message is changed', { msg: draw.flip(msg) }] as const,
    ['one bit of the signature is changed', { sig: draw.flip(sig) }] as const,
    ['the signature is cut', { sig: sig.slice(0, -1) }] as const,
  ][(i >> 1) % 3]!;
  return { comment: `${sha}: ${comment}`, flags: ['ModifiedSignature'], fields: { ...fields, ...change } };
}

/** The rest of a case's stream, for functions that draw. */
function sourceOf(draw: Draw): RandomSource {
  const source: RandomSource = { bytes: draw.bytes, substream: () => source, secret: false };
  return source;
}

/** Primes, products of two, numbers that pass weak tests, and small and negative ones; two's complement. */
function primeMaker(random: RandomSource): InputMaker {
  return (draw, i) => {
    const prime = (bits: number, name: string) =>
      findPrime({ bits, random: random.substream(`prime.${i}.${name}`) });
    if (i % 2 === 0) return primeInput('a prime', prime(64 + 16 * draw.below(12), 'p'));
    const [comment, value] = [
      () => ['a product of two primes', prime(64, 'p') * prime(80, 'q')] as const,
      () => ['a Carmichael number', draw.pick([561n, 1105n, 1729n, 2465n, 2821n, 6601n, 8911n])] as const,
      () => ['a small number', BigInt(draw.below(100))] as const,
      () => ['a square', prime(72, 'p') ** 2n] as const,
      () => ['an odd number', os2ip(draw.bytes(20)) | 1n] as const,
    ][(i >> 1) % 5]!();
    return primeInput(comment, value);
  };
}

/** One bit more than the number has, which is 0: the sign. */
function primeInput(comment: string, value: bigint): MadeInput {
  return { comment, fields: { value: i2osp(value, Math.floor(bitLength(value) / 8) + 1) } };
}
