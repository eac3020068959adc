import { constants, createPublicKey, sign as nodeSign, verify as nodeVerify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { concat, fromHex, toHex, utf8 } from '../../src/bytes/index.ts';
import { HASHES, type Hash, type HashId, md5, sha1, sha256, sha512 } from '../../src/hash/index.ts';
import { byteLength } from '../../src/math/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import {
  digestInfoPrefix,
  emsaPkcs1Encode,
  emsaPkcs1Length,
  emsaPssEncode,
  emsaPssVerify,
  maxSaltLength,
  pkcs1Sign,
  pkcs1SignDigest,
  pkcs1Verify,
  pkcs1VerifyDigest,
  pssSign,
  pssSignDigest,
  pssVerify,
  pssVerifyDigest,
  type RsaPublicKey,
  type Verdict,
} from '../../src/rsa/index.ts';
import { type VectorCase, vectors } from '../vectors.ts';
import { withCode } from '../with-code.ts';
import { hashNamed, KEY_1024, KEY_1025, KEY_1026, nodeKey, privateKeyOf, publicKeyOf, TOY } from './keys.ts';

const bytes = (value: unknown) => fromHex(value as string);
const msg = utf8('a message');
const IDS = Object.keys(HASHES) as HashId[];
const reasonOf = (verdict: Verdict) => (verdict.valid ? 'valid' : verdict.reason);
const expected = (test: VectorCase) => (test.result === 'valid' ? 'valid' : test.reason);

describe('PKCS#1 v1.5 signatures', () => {
  it.each(vectors('rsa-pkcs1-signature'))('$id: $comment', (test) => {
    const verdict = pkcs1Verify(publicKeyOf(test), hashNamed(test.sha), bytes(test.msg), bytes(test.sig));
    expect(reasonOf(verdict)).toBe(expected(test));
  });

  it.each(IDS)('agree with node for %s', (id) => {
    const hash = HASHES[id];
    const privateKey = nodeKey(KEY_1026);
    const signature = pkcs1Sign(KEY_1026, hash, msg);
    expect(toHex(signature)).toBe(toHex(nodeSign(id, msg, privateKey)));
    expect(toHex(pkcs1SignDigest(KEY_1026, hash, hash(msg)))).toBe(toHex(signature));
    const verdict = pkcs1VerifyDigest(KEY_1026, hash, hash(msg), signature);
    expect(verdict).toEqual({ valid: true, em: emsaPkcs1Encode(hash, hash(msg), 129) });
  });

  it('have the DigestInfo of RFC 8017, 9.2, note 1', () => {
    const of = (hash: Hash) => toHex(digestInfoPrefix(hash));
    expect(of(md5)).toBe('3020300c06082a864886f70d020505000410');
    expect(of(sha1)).toBe('3021300906052b0e03021a05000414');
    expect(of(sha256)).toBe('3031300d060960864801650304020105000420');
    expect(of(sha512)).toBe('3051300d060960864801650304020305000440');
    expect(() => digestInfoPrefix(nameless)).toThrow(
      withCode('unsupported', /^hash: expected MD5, SHA-1, .* or SHA-512\/256, got CRC/),
    );
  });

  it('name the other hash that a signature was made with', () => {
    for (const id of IDS) {
      const signature = pkcs1Sign(KEY_1024, HASHES[id], msg);
      for (const other of IDS.filter((name) => name !== id)) {
        const verdict = pkcs1Verify(KEY_1024, HASHES[other], msg, signature);
        expect(verdict).toMatchObject({ valid: false, reason: 'other-hash', found: HASHES[id].name });
      }
    }
  });

  it('show both digests where the message is another', () => {
    const verdict = pkcs1Verify(KEY_1024, sha256, utf8('another'), pkcs1Sign(KEY_1024, sha256, msg));
    expect(verdict).toMatchObject({
      reason: 'other-digest',
      expected: sha256(utf8('another')),
      found: sha256(msg),
    });
  });

  it('need a key that holds the digest', () => {
    expect(emsaPkcs1Length(sha256)).toBe(62);
    expect(() => pkcs1Sign(TOY, sha256, msg)).toThrow(
      withCode('bad-length', /^privateKey: .* at least 62 bytes to sign a digest of SHA-256, got 2;/),
    );
    expect(pkcs1Verify(TOY, sha256, msg, Uint8Array.of(1, 1))).toEqual({
      valid: false,
      reason: 'key-too-short',
      needed: 62,
      available: 2,
    });
    expect(() => emsaPkcs1Encode(sha256, sha256(msg), 61)).toThrow(
      withCode('bad-length', /^emLen: expected at least 62 bytes for a digest of SHA-256, got 61/),
    );
    expect(emsaPkcs1Encode(sha256, sha256(msg), 62).subarray(0, 11)).toEqual(
      Uint8Array.of(0, 1, 255, 255, 255, 255, 255, 255, 255, 255, 0),
    );
    expect(() => emsaPkcs1Encode(sha256, sha1(msg), 128)).toThrow(withCode('bad-length', /^digest: /));
  });
});

describe('PSS', () => {
  const options = (test: VectorCase) => ({
    mgfHash: hashNamed(test.mgfSha),
    saltLength: test.sLen as number,
  });

  it.each(vectors('rsa-pss'))('$id: $comment', (test) => {
    const hash = hashNamed(test.sha);
    const [m, signature] = [bytes(test.msg), bytes(test.sig)];
    const verdict = pssVerify(publicKeyOf(test), hash, m, signature, options(test));
    expect(reasonOf(verdict)).toBe(expected(test));
    if (test.privateKey === undefined) return;
    const random = { ...seededRandom(''), bytes: () => bytes(test.salt) };
    expect(toHex(pssSign(privateKeyOf(test), hash, m, { ...options(test), random }))).toBe(test.sig);
    const auto = pssVerify(publicKeyOf(test), hash, m, signature, { ...options(test), saltLength: 'auto' });
    expect(auto).toMatchObject({ valid: true, saltLength: test.sLen });
  });

  it.each([
    ['1024', KEY_1024],
    ['1025', KEY_1025],
    ['1026', KEY_1026],
  ])('agrees with node both ways, for every hash and salt length, %s bits', (_, key) => {
    const privateKey = nodeKey(key);
    const publicKey = createPublicKey(privateKey);
    const padding = constants.RSA_PKCS1_PSS_PADDING;
    for (const id of IDS) {
      const hash = HASHES[id];
      const most = maxSaltLength(key, hash);
      for (const saltLength of [0, 1, Math.min(most, hash.digestLength), most]) {
        const ours = pssSign(key, hash, msg, { saltLength });
        expect(nodeVerify(id, msg, { key: publicKey, padding, saltLength }, ours)).toBe(true);
        const theirs = nodeSign(id, msg, { key: privateKey, padding, saltLength });
        expect(pssVerify(key, hash, msg, theirs, { saltLength })).toMatchObject({ valid: true, saltLength });
        expect(pssVerify(key, hash, msg, theirs, { saltLength: 'auto' })).toMatchObject({ saltLength });
        const other = saltLength === 5 ? 6 : 5;
        expect(reasonOf(pssVerify(key, hash, msg, theirs, { saltLength: other }))).toBe('other-salt-length');
        expect(reasonOf(pssVerify(key, hash, utf8('x'), theirs, { saltLength }))).toBe('other-digest');
      }
      const largest = { key: privateKey, padding, saltLength: constants.RSA_PSS_SALTLEN_MAX_SIGN };
      const signature = nodeSign(id, msg, largest);
      expect(pssVerify(key, hash, msg, signature, { saltLength: 'auto' })).toMatchObject({
        saltLength: most,
      });
    }
  });

  it('takes the length of a digest where no salt length is given', () => {
    const verdict = pssVerify(KEY_1024, sha1, msg, pssSign(KEY_1024, sha1, msg));
    expect(verdict).toMatchObject({ valid: true, saltLength: 20 });
    const signature = pssSignDigest(KEY_1024, sha1, sha1(msg), { saltLength: 8 });
    expect(pssVerifyDigest(KEY_1024, sha1, sha1(msg), signature)).toMatchObject({
      reason: 'other-salt-length',
      expected: 20,
      found: 8,
    });
  });

  it('says the longest salt that fits', () => {
    expect(maxSaltLength(KEY_1024, sha256)).toBe(94);
    // 1025 bits are 129 bytes, but the block has 128.
    expect(maxSaltLength(KEY_1025, sha256)).toBe(94);
    expect(maxSaltLength(KEY_1026, sha256)).toBe(95);
    expect(() => pssSign(KEY_1024, sha512, msg)).toThrow(
      withCode(
        'bad-length',
        /^saltLength: expected at most 62 bytes for a key of 1024 bits with PSS and SHA-512, got 64/,
      ),
    );
    expect(() => pssSign(TOY, sha256, msg, { saltLength: 0 })).toThrow(
      withCode('bad-length', /^privateKey: .* at least 266 bits for PSS and SHA-256, got 12;/),
    );
    expect(reasonOf(pssVerify(TOY, sha256, msg, Uint8Array.of(1, 1)))).toBe('key-too-short');
  });

  it.each([-1, 1.5, Number.NaN, 4000, 'max' as unknown as number])(
    'refuses a salt length of %s',
    (saltLength) => {
      const refusal = withCode('bad-argument', /^saltLength: expected an integer from 0 to 2048/);
      expect(() => pssSign(KEY_1024, sha256, msg, { saltLength })).toThrow(refusal);
      const signature = new Uint8Array(128);
      expect(() => pssVerify(KEY_1024, sha256, msg, signature, { saltLength })).toThrow(refusal);
    },
  );

  it('encodes blocks of every number of bits, and clears those above', () => {
    const digest = sha1(msg);
    for (let emBits = 8 * (20 + 4) + 9; emBits < 250; emBits++) {
      const em = emsaPssEncode(sha1, digest, emBits, Uint8Array.of(1, 2, 3, 4));
      expect(em.length).toBe(Math.ceil(emBits / 8));
      expect(em[0]! >> (8 - (8 * em.length - emBits))).toBe(0);
      expect(emsaPssVerify(sha1, digest, em, emBits, 'auto')).toMatchObject({ valid: true, saltLength: 4 });
    }
    expect(() => emsaPssEncode(sha1, digest, 200, new Uint8Array(4))).toThrow(
      withCode('bad-length', /^emBits: expected at least 201 for SHA-1 and a salt of 4 bytes, got 200/),
    );
  });
});

describe('a signature that cannot be one', () => {
  const verifiers: [string, (key: RsaPublicKey, signature: Uint8Array) => Verdict][] = [
    ['PKCS#1 v1.5', (key, signature) => pkcs1Verify(key, sha256, msg, signature)],
    ['PSS', (key, signature) => pssVerify(key, sha256, msg, signature)],
  ];

  it.each(verifiers)('is a finding with its evidence: %s', (_, verify) => {
    expect(verify(KEY_1024, new Uint8Array(127))).toEqual({
      valid: false,
      reason: 'wrong-length',
      expected: 128,
      found: 127,
    });
    expect(verify(KEY_1024, new Uint8Array(128).fill(255))).toEqual({ valid: false, reason: 'out-of-range' });
  });

  it.each(verifiers)('so is a key that others chose badly: %s', (_, verify) => {
    for (const key of [
      { n: KEY_1024.n, e: 1n },
      { n: KEY_1024.n + 1n, e: 3n },
      { n: -5n, e: 3n },
    ]) {
      expect(verify(key, new Uint8Array(128))).toMatchObject({
        reason: 'unusable-key',
        error: withCode('bad-argument', /^publicKey: /),
      });
    }
    expect(verify({ n: (1n << 20000n) + 1n, e: 3n }, new Uint8Array(128))).toMatchObject({
      reason: 'unusable-key',
      error: withCode('too-large'),
    });
  });

  it.each(verifiers)('flipping any bit of a good one is noticed: %s', (name, verify) => {
    const sign = name === 'PSS' ? pssSign : pkcs1Sign;
    const good = sign(KEY_1024, sha256, msg);
    expect(verify(KEY_1024, good).valid).toBe(true);
    expect(verify(KEY_1025, concat(Uint8Array.of(0), good)).valid).toBe(false);
    for (let bit = 0; bit < 8 * byteLength(KEY_1024.n); bit += 7) {
      const changed = good.slice();
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(verify(KEY_1024, changed).valid).toBe(false);
    }
  });

  it.each(['auto', 32, null, sha256, Uint8Array.of(1)])('options are an object, not %s', (wrong) => {
    const options = wrong as object;
    const refusal = withCode('bad-argument', /^options: /);
    expect(() => pssSign(KEY_1024, sha256, msg, options)).toThrow(refusal);
    expect(() => pssVerify(KEY_1024, sha256, msg, new Uint8Array(128), options)).toThrow(refusal);
  });

  it('a faulty half of the CRT signs nothing', () => {
    const key = { ...KEY_1024, crt: { ...KEY_1024.crt!, dP: KEY_1024.crt!.dP - 2n } };
    expect(() => pkcs1Sign(key, sha256, msg)).toThrow(withCode('check-failed'));
    expect(() => pssSign(key, sha256, msg)).toThrow(withCode('check-failed'));
  });
});

/** A hash function that no list has. */
const nameless: Hash = Object.assign((input: Uint8Array) => sha1(input), {
  create: sha1.create,
  blockSize: 64,
  digestLength: 20,
});
Object.defineProperty(nameless, 'name', { value: 'CRC-32' });
