import { constants, createHash, createPublicKey, privateDecrypt, publicEncrypt } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, fromHex, toHex } from '../../src/bytes/index.ts';
import { HASHES, md5, sha1, sha256, sha512 } from '../../src/hash/index.ts';
import { i2osp, os2ip } from '../../src/math/index.ts';
import { type RandomSource, seededRandom } from '../../src/random/index.ts';
import {
  emeOaepDecode,
  emeOaepEncode,
  emePkcs1Decode,
  emePkcs1Encode,
  encryptBlock,
  maxOaepLength,
  maxPkcs1Length,
  mgf1,
  nonZeroBytes,
  oaepDecrypt,
  oaepEncrypt,
  pkcs1Decrypt,
  pkcs1DecryptOr,
  pkcs1Encrypt,
  type RsaPrivateKey,
} from '../../src/rsa/index.ts';
import { type VectorCase, vectors } from '../vectors.ts';
import { withCode } from '../with-code.ts';
import { hashNamed, KEY_1024, KEY_1025, keyFrom, nodeKey, privateKeyOf } from './keys.ts';

const pkcs1Cases = vectors('rsa-pkcs1-encryption');
const oaepCases = vectors('rsa-oaep');
const ofResult = (cases: VectorCase[], result: string) => cases.filter((test) => test.result === result);
const bytes = (value: unknown) => fromHex(value as string);
/** Gives out `fixed`, and shows how much was asked for. */
const fixedRandom = (fixed: Uint8Array): RandomSource & { readonly asked: number[] } => {
  const asked: number[] = [];
  return {
    asked,
    secret: false,
    substream: () => fixedRandom(fixed),
    bytes(length) {
      const at = asked.reduce((sum, n) => sum + n, 0);
      asked.push(length);
      return fixed.slice(at, at + length);
    },
  };
};
const codeAndMessage = (attempt: () => unknown) => {
  try {
    return attempt();
  } catch (error) {
    return `${(error as { code?: string }).code} ${(error as Error).message}`;
  }
};

describe('PKCS#1 v1.5 encryption', () => {
  it.each(ofResult(pkcs1Cases, 'valid'))('$id: $comment', (test) => {
    const key = privateKeyOf(test);
    expect(toHex(pkcs1Encrypt(key, bytes(test.msg), fixedRandom(bytes(test.ps))))).toBe(test.ct);
    expect(toHex(pkcs1Decrypt(key, bytes(test.ct)))).toBe(test.msg);
  });

  it.each(ofResult(pkcs1Cases, 'invalid'))('$id: $comment', (test) => {
    expect(() => pkcs1Decrypt(privateKeyOf(test), bytes(test.ct))).toThrow(withCode(test.error!));
  });

  it('says the same for every fault inside', () => {
    const faults = pkcs1Cases
      .filter((test) => test.error === 'bad-padding')
      .map((test) => codeAndMessage(() => pkcs1Decrypt(privateKeyOf(test), bytes(test.ct))));
    expect(faults.length).toBeGreaterThan(5);
    expect(new Set(faults)).toEqual(
      new Set([
        'bad-padding ciphertext: expected PKCS#1 v1.5 padding inside, found none; the key may be wrong, the padding another, or the data changed',
      ]),
    );
  });

  it.each([
    [KEY_1024, 1024],
    [KEY_1025, 1025],
  ])('agrees with node at every length, $1 bits', (key) => {
    const privateKey = nodeKey(key);
    const padding = constants.RSA_PKCS1_PADDING;
    for (const length of [0, 1, 50, maxPkcs1Length(key) - 1, maxPkcs1Length(key)]) {
      const msg = seededRandom('msg').bytes(length);
      const theirs = publicEncrypt({ key: createPublicKey(privateKey), padding }, msg);
      expect(pkcs1Decrypt(key, theirs)).toEqual(msg);
      // Node decrypts this padding only where its OpenSSL rejects implicitly, so the block is looked at instead.
      const ours = pkcs1Encrypt(key, msg);
      const block = privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, ours);
      expect(toHex(block.subarray(block.length - length))).toBe(toHex(msg));
      expect(block.subarray(0, 2)).toEqual(Buffer.from([0, 2]));
      expect(block.subarray(2).indexOf(0)).toBe(block.length - length - 3);
    }
  });

  it('says how long a message may be, and how long a key must be', () => {
    expect(maxPkcs1Length(KEY_1024)).toBe(117);
    expect(() => pkcs1Encrypt(KEY_1024, new Uint8Array(118))).toThrow(
      withCode('bad-length', /^msg: expected at most 117 bytes for a key of 1024 bits .* got 118;/),
    );
    expect(() => pkcs1Encrypt(keyFrom(61n, 53n, 17n), new Uint8Array(0))).toThrow(
      withCode('bad-length', /^publicKey: expected a modulus of at least 11 bytes .* got 2;/),
    );
  });

  it('draws as many bytes as it needs, and again as many as were zero', () => {
    const random = fixedRandom(Uint8Array.of(1, 0, 2, 0, 0, 3, 4));
    expect(nonZeroBytes(random, 4)).toEqual(Uint8Array.of(1, 2, 3, 4));
    expect(random.asked).toEqual([4, 2, 1]);
    expect(nonZeroBytes(seededRandom('zeros'), 5000).includes(0)).toBe(false);
  });

  it('decodes blocks of every length without tripping', () => {
    for (let length = 0; length < 14; length++) {
      expect(() => emePkcs1Decode(new Uint8Array(length))).toThrow(withCode('bad-padding'));
    }
    expect(emePkcs1Decode(fromHex('00020101010101010101 00'.replace(' ', '')))).toEqual(new Uint8Array(0));
    expect(() => emePkcs1Encode(new Uint8Array(0), new Uint8Array(7).fill(1))).toThrow(
      withCode('bad-length', /^ps: expected at least 8 bytes, got 7/),
    );
    expect(() => emePkcs1Encode(new Uint8Array(0), new Uint8Array(8))).toThrow(
      withCode('bad-argument', /^ps: .* not zero/),
    );
  });
});

describe('PKCS#1 v1.5 decryption that never says what was inside', () => {
  const fallback = seededRandom('fallback').bytes(48);
  const premaster = concat(Uint8Array.of(3, 3), seededRandom('premaster').bytes(46));
  const good = emePkcs1Encode(premaster, new Uint8Array(77).fill(1));
  const changed = (at: number, byte: number) => good.with(at, byte);
  const seal = (em: Uint8Array) => i2osp(encryptBlock(KEY_1024, os2ip(em)), 128);
  const opened = (ciphertext: Uint8Array) => toHex(pkcs1DecryptOr(KEY_1024, ciphertext, fallback));

  it('gives the message, in an array of its own', () => {
    expect(opened(seal(good))).toBe(toHex(premaster));
    expect(opened(pkcs1Encrypt(KEY_1024, premaster))).toBe(toHex(premaster));
    expect(pkcs1DecryptOr(KEY_1024, seal(good), new Uint8Array(47))).toEqual(new Uint8Array(47));
    expect(pkcs1DecryptOr(KEY_1024, new Uint8Array(128), fallback)).not.toBe(fallback);
  });

  it.each<[string, Uint8Array]>([
    ['no zero in front', seal(changed(0, 1))],
    ['another block type', seal(changed(1, 1))],
    ['a zero among the first eight bytes of padding', seal(changed(9, 0))],
    ['a zero at the first byte of padding', seal(changed(2, 0))],
    ['no end of the padding', seal(new Uint8Array(128).fill(1).with(0, 0).with(1, 2))],
    ['a message a byte too short', seal(emePkcs1Encode(premaster.subarray(1), new Uint8Array(78).fill(1)))],
    ['a message a byte too long', seal(changed(78, 0))],
    ['no message', seal(emePkcs1Encode(new Uint8Array(0), new Uint8Array(125).fill(1)))],
    ['nothing but zeros', new Uint8Array(128)],
    ['noise', seal(seededRandom('noise').bytes(128).with(0, 0))],
    ['a good ciphertext with a zero in front', concat(Uint8Array.of(0), seal(good))],
    ['a good ciphertext cut short', seal(good).subarray(1)],
    ['a good ciphertext plus n', i2osp(os2ip(seal(good)) + KEY_1024.n, 129)],
    ['nothing', new Uint8Array(0)],
    ['a number not below n', new Uint8Array(128).fill(255)],
    ['more than any key', new Uint8Array(2 ** 16)],
  ])('gives the fallback for %s', (_, ciphertext) => {
    expect(opened(ciphertext)).toBe(toHex(fallback));
  });

  it('gives the fallback for a good block plus n, where that has k bytes', () => {
    const { n } = KEY_1024;
    let ps = 1;
    const room = 2n ** 1024n - n;
    let c = os2ip(seal(good));
    while (c >= room && ps < 200) c = os2ip(seal(emePkcs1Encode(premaster, new Uint8Array(77).fill(++ps))));
    expect(c < room).toBe(true);
    expect(opened(i2osp(c, 128))).toBe(toHex(premaster));
    expect(opened(i2osp(c + n, 128))).toBe(toHex(fallback));
  });

  it('gives the fallback for seven bytes of padding, even before a message of the right length', () => {
    const long = new Uint8Array(118).fill(1);
    const em = concat(Uint8Array.of(0, 2, 1, 1, 1, 1, 1, 1, 1, 0), long);
    expect(pkcs1DecryptOr(KEY_1024, seal(em), new Uint8Array(118))).toEqual(new Uint8Array(118));
  });

  it('gives the fallback where the key has no room for it', () => {
    const key = keyFrom(61n, 53n, 17n);
    expect(pkcs1DecryptOr(key, Uint8Array.of(1, 2), fallback)).toEqual(fallback);
  });

  it('opens what pkcs1Decrypt opens, and nothing else', () => {
    for (const test of pkcs1Cases) {
      const key = privateKeyOf(test);
      const length = test.result === 'valid' ? bytes(test.msg).length : 8;
      const result = toHex(pkcs1DecryptOr(key, bytes(test.ct), new Uint8Array(length).fill(0xee)));
      expect(result).toBe(test.result === 'valid' ? test.msg : 'ee'.repeat(8));
    }
  });
});

describe('OAEP', () => {
  const options = (test: VectorCase) => ({
    hash: hashNamed(test.sha),
    mgfHash: hashNamed(test.mgfSha),
    label: bytes(test.label),
  });

  it.each(ofResult(oaepCases, 'valid'))('$id: $comment', (test) => {
    const key = privateKeyOf(test);
    const random = fixedRandom(bytes(test.seed));
    expect(toHex(oaepEncrypt(key, bytes(test.msg), { ...options(test), random }))).toBe(test.ct);
    expect(random.asked).toEqual([options(test).hash.digestLength]);
    expect(toHex(oaepDecrypt(key, bytes(test.ct), options(test)))).toBe(test.msg);
  });

  it.each(ofResult(oaepCases, 'invalid'))('$id: $comment', (test) => {
    expect(() => oaepDecrypt(privateKeyOf(test), bytes(test.ct), options(test))).toThrow(
      withCode(test.error!),
    );
  });

  it('says the same for every fault inside, and for another label, hash or MGF hash', () => {
    const faults = oaepCases
      .filter((test) => test.error === 'bad-padding')
      .map((test) => codeAndMessage(() => oaepDecrypt(privateKeyOf(test), bytes(test.ct), options(test))));
    expect(faults.length).toBeGreaterThan(5);
    const sealed = oaepEncrypt(KEY_1024, Uint8Array.of(1));
    for (const wrong of [{ label: Uint8Array.of(1) }, { hash: md5, mgfHash: sha1 }, { mgfHash: sha256 }]) {
      faults.push(codeAndMessage(() => oaepDecrypt(KEY_1024, sealed, wrong)));
    }
    expect(new Set(faults).size).toBe(1);
    expect(faults[0]).toMatch(/^bad-padding ciphertext: expected OAEP padding inside, found none;/);
  });

  it.each(['sha1', 'sha224', 'sha256', 'sha384'] as const)('agrees with node for %s', (id) => {
    const privateKey = nodeKey(KEY_1025);
    const publicKey = createPublicKey(privateKey);
    const hash = HASHES[id];
    const label = Buffer.from('label');
    const padding = constants.RSA_PKCS1_OAEP_PADDING;
    for (const length of [0, 1, maxOaepLength(KEY_1025, hash)]) {
      const msg = seededRandom(id).bytes(length);
      const theirs = publicEncrypt({ key: publicKey, padding, oaepHash: id, oaepLabel: label }, msg);
      expect(oaepDecrypt(KEY_1025, theirs, { hash, label })).toEqual(msg);
      const ours = oaepEncrypt(KEY_1025, msg, { hash, label });
      const back = privateDecrypt({ key: privateKey, padding, oaepHash: id, oaepLabel: label }, ours);
      expect(toHex(back)).toBe(toHex(msg));
    }
  });

  it('uses SHA-1 where nothing is said, as OpenSSL does', () => {
    const key = createPublicKey(nodeKey(KEY_1024));
    const theirs = publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING }, Buffer.from('x'));
    expect(oaepDecrypt(KEY_1024, theirs)).toEqual(Uint8Array.of(120));
  });

  it('says how long a message may be, and how long a key must be', () => {
    expect(maxOaepLength(KEY_1024, sha256)).toBe(62);
    expect(maxOaepLength(KEY_1024)).toBe(86);
    expect(() => oaepEncrypt(KEY_1024, new Uint8Array(63), { hash: sha256 })).toThrow(
      withCode(
        'bad-length',
        /^msg: expected at most 62 bytes for a key of 1024 bits with OAEP and SHA-256, got 63;/,
      ),
    );
    expect(maxOaepLength(KEY_1024, sha512)).toBe(-2);
    for (const use of [
      () => oaepEncrypt(KEY_1024, new Uint8Array(0), { hash: sha512 }),
      () => oaepDecrypt(KEY_1024, new Uint8Array(128), { hash: sha512 }),
    ]) {
      expect(use).toThrow(
        withCode('bad-length', /Key: expected a modulus of at least 130 bytes .* got 128;/),
      );
    }
  });

  it('encodes and decodes blocks of any length that has room', () => {
    const msg = fc.uint8Array({ maxLength: 60 });
    fc.assert(
      fc.property(msg, fc.uint8Array({ maxLength: 20 }), fc.nat(30), (msg, label, more) => {
        const k = msg.length + 42 + more;
        const em = emeOaepEncode(msg, k, new Uint8Array(20).fill(more), { label });
        expect(em.length).toBe(k);
        expect(emeOaepDecode(em, { label })).toEqual(msg);
        expect(() => emeOaepDecode(em, { label: concat(label, Uint8Array.of(0)) })).toThrow(
          withCode('bad-padding'),
        );
      }),
    );
    expect(() => emeOaepEncode(new Uint8Array(3), 44, new Uint8Array(20))).toThrow(
      withCode('bad-length', /^k: expected at least 45 bytes for OAEP with SHA-1, got 44/),
    );
    expect(() => emeOaepDecode(new Uint8Array(41))).toThrow(withCode('bad-length', /^em: .* 42 bytes/));
    expect(() => emeOaepEncode(new Uint8Array(0), 1e9, new Uint8Array(20))).toThrow(
      withCode('bad-argument', /^k: expected an integer from 0 to 2048/),
    );
  });

  it('refuses options that are none, and wrong ones', () => {
    for (const wrong of ['label', null, sha256, Uint8Array.of(1)]) {
      const options = wrong as object;
      const refusal = withCode('bad-argument', /^options: /);
      expect(() => oaepEncrypt(KEY_1024, new Uint8Array(0), options)).toThrow(refusal);
      expect(() => oaepDecrypt(KEY_1024, new Uint8Array(128), options)).toThrow(refusal);
    }
    const label = 'label' as unknown as Uint8Array;
    expect(() => oaepEncrypt(KEY_1024, new Uint8Array(0), { label })).toThrow(
      withCode('bad-argument', /^label: /),
    );
  });

  it('refuses a seed of another length', () => {
    const random = { ...seededRandom(''), bytes: () => new Uint8Array(3) };
    expect(() => oaepEncrypt(KEY_1024, new Uint8Array(0), { random })).toThrow(
      withCode('bad-length', /^seed: /),
    );
  });
});

describe('mgf1', () => {
  it('is the hashes of seed and counter, cut at any length', () => {
    const seed = Uint8Array.of(1, 2, 3);
    const long = concat(
      ...[0, 1, 2].map(
        (i) =>
          new Uint8Array(
            createHash('sha256')
              .update(seed)
              .update(Uint8Array.of(0, 0, 0, i))
              .digest(),
          ),
      ),
    );
    for (const length of [0, 1, 31, 32, 33, 64, 65, 96]) {
      expect(mgf1(sha256, seed, length)).toEqual(long.slice(0, length));
    }
    // The counter has four bytes: the 257th digest is not the first again.
    const block = sha256(concat(seed, Uint8Array.of(0, 0, 1, 0)));
    expect(mgf1(sha256, seed, 257 * 32).slice(-32)).toEqual(block);
    expect(() => mgf1(sha256, seed, 2 ** 20 + 1)).toThrow(withCode('bad-argument', /^length: /));
    expect(() => mgf1(sha256, seed, -1)).toThrow(withCode('bad-argument', /^length: /));
  });
});

describe('what anybody can see', () => {
  const decryptors: [string, (key: RsaPrivateKey, ciphertext: Uint8Array) => Uint8Array][] = [
    ['PKCS#1 v1.5', pkcs1Decrypt],
    ['OAEP', oaepDecrypt],
  ];

  it.each(decryptors)('is named: %s', (_, decrypt) => {
    expect(() => decrypt(KEY_1024, new Uint8Array(127))).toThrow(
      withCode('bad-length', /^ciphertext: expected 128 bytes, as the modulus has, got 127;/),
    );
    expect(() => decrypt(KEY_1024, new Uint8Array(128).fill(255))).toThrow(
      withCode('bad-argument', /^ciphertext: expected a number below the modulus n/),
    );
  });

  it('a key whose numbers do not belong together decrypts nothing', () => {
    const key = { ...KEY_1024, crt: { ...KEY_1024.crt!, dQ: KEY_1024.crt!.dQ - 2n } };
    const ct = pkcs1Encrypt(key, Uint8Array.of(1));
    expect(os2ip(ct)).toBeLessThan(key.n);
    expect(encryptBlock(key, 2n)).toBe(encryptBlock(KEY_1024, 2n));
    for (const [, decrypt] of decryptors) expect(() => decrypt(key, ct)).toThrow(withCode('check-failed'));
  });
});
