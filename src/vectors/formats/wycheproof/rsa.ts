/** RSA: decryption and signatures (RFC 8017), with Wycheproof's ways to write keys; and the test for primes. */
import { saying } from '../../saying.ts';
import type { JsonObject } from '../json.ts';
import {
  ask,
  judges,
  type ReadGroup,
  refuses,
  request,
  resultOf,
  skipAlgorithm,
  skipAll,
  wants,
} from './asked.ts';
import { hashNamed } from './hash-names.ts';

const CRT_FIELDS = ['prime1', 'prime2', 'exponent1', 'exponent2', 'coefficient'];

export const readPkcs1Decrypt: ReadGroup = (group) => {
  const key = privateKeyIn(group);
  return (test) => {
    const decryption = request('rsa-pkcs1-decrypt', { ...key, ct: test.bytes('ct') });
    if (resultOf(test) === 'invalid') return ask(refuses(test, decryption));
    return ask(wants(test, decryption, test.bytes('msg')));
  };
};

export const readOaepDecrypt: ReadGroup = (group) => {
  const unknown = unknownHash(group);
  if (unknown !== undefined) return skipAll(saying('vectors.skip.algorithm', { name: unknown }));
  const key = privateKeyIn(group);
  const hashes = hashesIn(group);
  return (test) => {
    const label = test.bytes('label');
    const decryption = request('rsa-oaep-decrypt', { ...key, ...hashes, label, ct: test.bytes('ct') });
    if (resultOf(test) === 'invalid') return ask(refuses(test, decryption));
    return ask(wants(test, decryption, test.bytes('msg')));
  };
};

export const readPkcs1Verify: ReadGroup = (group) => {
  const unknown = unknownHash(group);
  if (unknown !== undefined) return skipAll(saying('vectors.skip.algorithm', { name: unknown }));
  const key = publicKeyIn(group);
  const { sha } = hashesIn(group);
  return (test) => {
    const [msg, sig] = [test.bytes('msg'), test.bytes('sig')];
    return judges(test, request('rsa-pkcs1-verify', { ...key, sha, msg, sig }));
  };
};

/** Signing is deterministic; what was signed must verify as well. */
export const readPkcs1Generate: ReadGroup = (group) => {
  const unknown = unknownHash(group);
  if (unknown !== undefined) return skipAll(saying('vectors.skip.algorithm', { name: unknown }));
  const { modulus, publicExponent, ...rest } = privateKeyIn(group);
  const { sha } = hashesIn(group);
  return (test) => {
    const [msg, sig] = [test.bytes('msg'), test.bytes('sig')];
    const signing = request('rsa-pkcs1-sign', { modulus, publicExponent, ...rest, sha, msg });
    if (resultOf(test) === 'invalid') return ask(refuses(test, signing));
    const verifying = request('rsa-pkcs1-verify', { modulus, publicExponent, sha, msg, sig });
    return ask(wants(test, signing, sig), wants(test, verifying, true));
  };
};

export const readPssVerify: ReadGroup = (group) => {
  const unknown = unknownHash(group);
  if (unknown !== undefined) return skipAll(saying('vectors.skip.algorithm', { name: unknown }));
  const key = publicKeyIn(group);
  const hashes = hashesIn(group);
  const sLen = group.integer('sLen');
  return (test) => {
    const [msg, sig] = [test.bytes('msg'), test.bytes('sig')];
    return judges(test, request('rsa-pss-verify', { ...key, ...hashes, sLen, msg, sig }));
  };
};

/** The value is in two's complement, so that some are negative. */
export const readPrimality: ReadGroup = (_, algorithm) => (test) => {
  if (algorithm !== 'PrimalityTest') return skipAlgorithm(algorithm);
  return judges(test, request('prime-test', { value: test.bytes('value') }));
};

/** The first of the group's hash or mask functions that is not here: `SHA3-256`, `SHAKE128`. */
function unknownHash(group: JsonObject): string | undefined {
  const mgf = group.textOr('mgf', 'MGF1');
  if (mgf !== 'MGF1') return mgf;
  return [group.text('sha'), group.textOr('mgfSha', group.text('sha'))].find((name) => !hashNamed(name));
}

function hashesIn(group: JsonObject): { sha: string; mgfSha: string } {
  const sha = hashNamed(group.text('sha'))!.name;
  return { sha, mgfSha: hashNamed(group.textOr('mgfSha', sha))!.name };
}

type Numbers = { readonly modulus: Uint8Array; readonly publicExponent: Uint8Array };

/**
 * The numbers, which say the same as the key's DER beside them: `publicKey` in files of version 1, `n` and `e` in older ones.
 * What a key restricted to RSASSA-PSS is restricted to is what the group asks for.
 */
function publicKeyIn(group: JsonObject): Numbers {
  for (const name of ['publicKey', 'privateKey']) {
    if (group.has(name)) return numbersIn(group.object(name));
  }
  return { modulus: group.bytes('n'), publicExponent: group.bytes('e') };
}

function numbersIn(key: JsonObject): Numbers {
  return { modulus: key.bytes('modulus'), publicExponent: key.bytes('publicExponent') };
}

/** With three primes or more, two of them and their numbers say too little: modulus and exponents do. */
function privateKeyIn(group: JsonObject): Numbers & Record<string, Uint8Array> {
  if (!group.has('privateKey')) return { ...publicKeyIn(group), privateExponent: group.bytes('d') };
  const key = group.object('privateKey');
  const hasCrt = !key.has('otherPrimeInfos') && CRT_FIELDS.every((name) => key.has(name));
  const crt = hasCrt ? CRT_FIELDS.map((name) => [name, key.bytes(name)] as const) : [];
  return {
    ...numbersIn(key),
    privateExponent: key.bytes('privateExponent'),
    ...Object.fromEntries(crt),
  };
}
