/** Wrong programs, written in another language from the standards: each mistake is named, and nothing else is. */
import { beforeAll, describe, expect, it } from 'vitest';
import { aes, decryptBlock, des, encryptBlock } from '../../../src/block/index.ts';
import { concat } from '../../../src/bytes/index.ts';
import { HASHES, type HashId } from '../../../src/hash/index.ts';
import { gcmSeal } from '../../../src/modes/index.ts';
import { seededRandom } from '../../../src/random/index.ts';
import { catalogues } from '../../../src/trace/index.ts';
import {
  type Answer,
  type Field,
  isRight,
  OPERATIONS,
  said,
  scratchEngine,
  type Want,
} from '../../../src/vectors/index.ts';
import { flawedAes } from '../../../src/vectors/mistakes/flawed-aes.ts';
import { flawedDes } from '../../../src/vectors/mistakes/flawed-des.ts';
import { flawedGcm } from '../../../src/vectors/mistakes/flawed-gcm.ts';
import { flawedDigest } from '../../../src/vectors/mistakes/flawed-hash.ts';
import { findMistake, MISTAKES } from '../../../src/vectors/mistakes/index.ts';
import { checksOf, shown } from './inputs.ts';
import { hasPython } from './program.ts';
import { misnamed, type Outcome, tryAll } from './trial.ts';

const YES: Answer = { kind: 'output', output: true };
const NAMES = [...new Set(MISTAKES.map(({ name }) => name))];

/** How many requests of which operations; `mistakes.slow.test.ts` has all operations. */
const SAMPLE: Readonly<Record<string, number>> = {
  xor: 6,
  rc4: 6,
  'pkcs7-pad': 6,
  'pkcs7-unpad': 6,
  'ansi-x923-pad': 6,
  'ansi-x923-unpad': 6,
  'iso-7816-4-pad': 6,
  'iso-7816-4-unpad': 6,
  'zero-pad': 6,
  'aes-ecb-encrypt': 3,
  'aes-ecb-decrypt': 3,
  'aes-cbc-encrypt': 2,
  'aes-cbc-decrypt': 2,
  'aes-cbc-pkcs7-encrypt': 3,
  'aes-cbc-pkcs7-decrypt': 4,
  'aes-cfb-encrypt': 2,
  'aes-ofb-decrypt': 2,
  'aes-ctr-encrypt': 2,
  'aes-gcm-encrypt': 3,
  'aes-gcm-decrypt': 4,
  'des-ecb-encrypt': 2,
  'des-cbc-decrypt': 2,
  'des-ctr-encrypt': 2,
  'des-cbc-pkcs7-encrypt': 2,
  '3des-ecb-encrypt': 2,
  '3des-cbc-decrypt': 2,
  md5: 10,
  sha1: 10,
  sha224: 4,
  sha256: 8,
  sha512: 7,
  'sha512-256': 2,
  'hmac-md5': 4,
  'hmac-sha256': 6,
  'hmac-sha512': 2,
  'hmac-sha256-verify': 4,
  'hkdf-sha256': 6,
  'pbkdf2-hmac-sha1': 6,
  'tls12-prf': 4,
  'tls10-prf': 4,
  'tls12-master-secret': 2,
  'tls12-extended-master-secret': 2,
  'tls12-key-block': 4,
  'tls12-verify-data': 2,
  'rsa-textbook-encrypt': 0,
  'rsa-textbook-decrypt': 0,
  'rsa-pkcs1-encrypt': 0,
  'rsa-pkcs1-decrypt': 0,
  'rsa-oaep-encrypt': 0,
  'rsa-pkcs1-sign': 0,
  'rsa-pkcs1-verify': 0,
  'rsa-pss-sign': 0,
  'rsa-pss-verify': 0,
  'prime-test': 4,
};

describe.skipIf(!hasPython)('wrong programs in Python', () => {
  let outcomes: Outcome[] = [];
  beforeAll(async () => {
    outcomes = await tryAll(SAMPLE);
  }, 120_000);

  it('answer rightly as long as they make no mistake', () => {
    const told = outcomes.filter(({ made }) => made === '');
    expect(told.length).toBeGreaterThan(150);
    expect(told.filter(({ isRight }) => !isRight).map(({ check }) => shown(check))).toEqual([]);
  });

  it.each(NAMES.filter((name) => name !== 'certificate-fault-accepted'))(
    '%s is named, and by this name',
    (name) => {
      const told = outcomes.filter(({ made }) => made === name);
      expect(told.filter(({ named }) => named === name)).not.toEqual([]);
      expect(misnamed(told).map(({ check, named }) => [named, shown(check)])).toEqual([]);
    },
  );

  it('are found to make no mistake where their answer is right', () => {
    const right = outcomes.filter(({ isRight }) => isRight);
    expect(right.filter(({ named }) => named !== undefined)).toEqual([]);
  });
});

describe('other wrong answers', () => {
  const random = seededRandom('other wrong answers');

  it('are none of the mistakes, if they are random', async () => {
    const found: unknown[] = [];
    for (const op of Object.keys(SAMPLE)) {
      for (const { request, want } of await checksOf(op, 2)) {
        const right = want.kind === 'output' ? want.output : new Uint8Array(128);
        if (!(right instanceof Uint8Array)) continue;
        // Of toy numbers, any could be the result of something.
        const length = op.startsWith('rsa-textbook') ? Math.max(8, right.length) : Math.max(4, right.length);
        for (const output of [random.bytes(length), random.bytes(length + 3), flipped(right)]) {
          const mistake = findMistake(request, { kind: 'output', output }, want);
          if (mistake && output.length >= 4) found.push([op, mistake.name]);
        }
      }
    }
    expect(found).toEqual([]);
  });

  it('are not looked at where they are no output', () => {
    const request = { op: 'sha256', fields: { msg: new Uint8Array(3) } };
    const want: Want = { kind: 'output', output: HASHES.sha256(new Uint8Array(3)) };
    const answers: Answer[] = [
      { kind: 'error', error: 'no' },
      { kind: 'unsupported', why: { say: 'vectors.skip.nothingAsked', values: {} } },
    ];
    expect(answers.map((answer) => findMistake(request, answer, want))).toEqual([undefined, undefined]);
  });

  it('are not looked at where the input is long, or asks for much', () => {
    const long = { msg: new Uint8Array(70_000) };
    const reversed = HASHES.sha256(long.msg).toReversed();
    const want: Want = { kind: 'output', output: HASHES.sha256(long.msg) };
    expect(
      findMistake({ op: 'sha256', fields: long }, { kind: 'output', output: reversed }, want),
    ).toBeUndefined();
    const fields = {
      password: long.msg.slice(0, 8),
      salt: long.msg.slice(0, 8),
      iterationCount: 1e9,
      dkLen: 32,
    };
    const much = { op: 'pbkdf2-hmac-sha256', fields };
    expect(findMistake(much, { kind: 'output', output: reversed }, want)).toBeUndefined();
  });

  it('to requests that nobody can answer are no mistake, and no error here', () => {
    const odd: readonly Field[] = [
      new Uint8Array(0),
      random.bytes(5),
      random.bytes(24),
      7,
      0,
      'SHA-256',
      true,
    ];
    const attempts = OPERATIONS.flatMap(({ name, fields, optional = [] }) =>
      odd.flatMap((field, i) => {
        const all = [...fields, ...optional];
        const mixed = Object.fromEntries(all.map((at, n) => [at, odd[(i + n) % odd.length]!]));
        const same = Object.fromEntries(all.map((at) => [at, field]));
        return [mixed, same, {}].map((chosen) => ({ op: name, fields: chosen as Record<string, Field> }));
      }),
    );
    const named = attempts.flatMap((request) =>
      [true, random.bytes(16)].map(
        (output) => findMistake(request, { kind: 'output', output }, { kind: 'refusal' })?.name,
      ),
    );
    expect(
      named.filter((name) => name !== undefined && !/^(rsa-verify|prime|hmac-(empty-)?tag)-/.test(name)),
    ).toEqual([]);
  });
});

describe('the list of mistakes', () => {
  it('has a sentence in both languages for each, and no other', () => {
    const keys = NAMES.map((name) => `vectors.mistake.${name}`);
    for (const words of Object.values(catalogues)) {
      expect(
        Object.keys(words)
          .filter((key) => key.startsWith('vectors.mistake.'))
          .sort(),
      ).toEqual(keys.sort());
    }
  });

  it('names only operations that there are', () => {
    for (const { name, ops } of MISTAKES) {
      expect(
        OPERATIONS.filter((operation) => ops.test(operation.name)),
        name,
      ).not.toEqual([]);
    }
  });

  it('says what is wrong, and where the standard says so', () => {
    const msg = new Uint8Array(55);
    const output = flawedDigest('sha256', msg, { lengthInBytes: true });
    const want: Want = { kind: 'output', output: HASHES.sha256(msg) };
    const mistake = findMistake({ op: 'sha256', fields: { msg } }, { kind: 'output', output }, want);
    expect(mistake).toMatchObject({ name: 'hash-length-in-bytes', clause: 'FIPS 180-4, 5.1' });
    expect(said('en', mistake!.text)).toMatch(/^The length at the end of the padding is in bytes\./);
    expect(said('zh', mistake!.text)).toContain('字节数');
  });

  it('names the check that fails in a chain that is believed', async () => {
    const checks = await checksOf('certificate-verify', 2);
    const { request, want } = checks.find((check) => !isRight(check.request.op, YES, check.want))!;
    const found = findMistake(request, YES, want);
    expect(found?.name).toBe('certificate-fault-accepted');
    expect(said('en', found!.text)).toMatch(/is not valid: [a-z-]+, at certificate \d from the leaf/);
    expect(said('zh', found!.text)).toMatch(/无效的证书链：[a-z-]+，出在第 \d 个证书/);
    expect(findMistake(request, { kind: 'output', output: false }, want)).toBeUndefined();
  });

  it('names what decrypts although it should be refused', () => {
    const msg = Uint8Array.of(1, 2, 9, 3);
    const request = { op: 'pkcs7-unpad', fields: { msg, blockSize: 4 } };
    expect(scratchEngine.answer(request)).toMatchObject({ kind: 'error' });
    const answer: Answer = { kind: 'output', output: msg.slice(0, 1) };
    expect(findMistake(request, answer, { kind: 'refusal' })?.name).toBe('padding-only-last-byte-checked');
  });
});

describe('the algorithms with no mistake', () => {
  const random = seededRandom('no mistake');

  it('are AES and DES', () => {
    for (const length of [16, 24, 32]) {
      const [key, block] = [random.bytes(length), random.bytes(16)];
      expect(encryptBlock(flawedAes(key, {}), block)).toEqual(encryptBlock(aes(key), block));
      expect(decryptBlock(flawedAes(key, {}), block)).toEqual(decryptBlock(aes(key), block));
    }
    const [key, block] = [random.bytes(8), random.bytes(8)];
    expect(encryptBlock(flawedDes(key, {}), block)).toEqual(encryptBlock(des(key), block));
    expect(decryptBlock(flawedDes(key, {}), block)).toEqual(decryptBlock(des(key), block));
  });

  it.each([1, 12, 20])('are GCM, under an IV of %i bytes', (length) => {
    const [cipher, iv, aad, msg] = [
      aes(random.bytes(16)),
      random.bytes(length),
      random.bytes(20),
      random.bytes(37),
    ];
    const { ct, tag } = flawedGcm(cipher, iv, msg, aad, {});
    expect(concat(ct, tag)).toEqual(gcmSeal(cipher, iv, msg, aad));
  });

  it.each(Object.keys(HASHES) as HashId[])('are %s, around every boundary', (id) => {
    const { blockSize } = HASHES[id];
    for (let length = 0; length <= 2 * blockSize; length += length > blockSize - 20 ? 1 : 9) {
      const msg = random.bytes(length);
      expect(flawedDigest(id, msg, {}), `${length} bytes`).toEqual(HASHES[id](msg));
    }
  });
});

function flipped(right: Uint8Array): Uint8Array {
  return right.map((byte, i) => (i === 0 ? byte ^ 1 : byte));
}
