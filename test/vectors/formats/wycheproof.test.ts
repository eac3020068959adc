import { describe, expect, it } from 'vitest';
import { toHex } from '../../../src/bytes/index.ts';
import { seededRandom } from '../../../src/random/index.ts';
import { readVectors } from '../../../src/vectors/formats/index.ts';
import { type Check, type SingleCheck, said, type VectorCase } from '../../../src/vectors/index.ts';
import { makeVectors } from '../../../src/vectors/make/make.ts';
import { withCode } from '../../with-code.ts';
import { runText, summaryOf } from './run-text.ts';
import { THREE_PRIMES } from './three-primes.ts';

interface Contents {
  readonly algorithm: string;
  readonly group: Readonly<Record<string, unknown>>;
  readonly tests: readonly Readonly<Record<string, unknown>>[];
  readonly more?: Readonly<Record<string, unknown>>;
}

/** The text of a file with one group. */
function fileOf({ algorithm, group, tests, more = {} }: Contents): string {
  const numbered = tests.map((test, i) => ({
    tcId: i + 1,
    comment: '',
    flags: [],
    result: 'valid',
    ...test,
  }));
  return JSON.stringify({
    algorithm,
    schema: 'some_schema_v1.json',
    numberOfTests: tests.length,
    header: [],
    notes: {},
    testGroups: [{ source: { name: 'test', version: '1' }, ...group, tests: numbered }],
    ...more,
  });
}

function casesOf(contents: Contents): readonly VectorCase[] {
  return readVectors([{ name: 'x.json', text: fileOf(contents) }])[0]!.cases;
}

/** A check on one line: what is asked with what, and what must come. */
function line(check: Check): string {
  const { request, want } = check as SingleCheck;
  const fields = Object.entries(request.fields).map(
    ([name, value]) => `${name}=${value instanceof Uint8Array ? toHex(value) : String(value)}`,
  );
  const wanted =
    want.kind === 'output'
      ? `${want.output instanceof Uint8Array ? toHex(want.output) : want.output}${want.optional ? ' or refuse' : ''}`
      : want.kind;
  return `${request.op} ${fields.join(' ')} -> ${wanted}`;
}

const linesOf = (contents: Contents) => casesOf(contents).map(({ checks }) => checks.map(line));
const skipsOf = (contents: Contents) => casesOf(contents).map(({ skip }) => skip && said('en', skip));

const KEY = '00'.repeat(16);
const GCM = { key: KEY, iv: '01', aad: '02', msg: '03', ct: '04', tag: '05'.repeat(16) };
const NUMBERS = { modulus: '00b3', publicExponent: '010001' };
const SIG = { msg: '01', sig: '02' };

describe('what a case asks', () => {
  it('AEAD: both ways where it is valid, decryption alone where it is not', () => {
    const tests = [GCM, { ...GCM, result: 'invalid' }, { ...GCM, tag: '05'.repeat(12) }];
    const asked = linesOf({ algorithm: 'AES-GCM', group: { type: 'AeadTest' }, tests });
    const [encrypt, decrypt] = [
      `aes-gcm-encrypt key=${KEY} iv=01 aad=02 msg=03`,
      `aes-gcm-decrypt key=${KEY} iv=01 aad=02 ct=04`,
    ];
    expect(asked).toEqual([
      [`${encrypt} -> 04${GCM.tag}`, `${decrypt} tag=${GCM.tag} -> 03`],
      [`${decrypt} tag=${GCM.tag} -> refusal`],
      [`${encrypt} tagSize=96 -> 04${'05'.repeat(12)}`, `${decrypt} tag=${'05'.repeat(12)} -> 03`],
    ]);
  });

  it('GMAC, which is AES-GCM of additional data alone', () => {
    const { key, iv, tag } = GCM;
    expect(
      linesOf({
        algorithm: 'AES-GMAC',
        group: { type: 'MacWithIvTest' },
        tests: [{ key, iv, msg: 'aa', tag }],
      }),
    ).toEqual([
      [
        `aes-gcm-encrypt key=${KEY} iv=01 aad=aa msg= -> ${tag}`,
        `aes-gcm-decrypt key=${KEY} iv=01 aad=aa ct= tag=${tag} -> `,
      ],
    ]);
  });

  it('CBC with padding', () => {
    const test = { key: KEY, iv: KEY, msg: '01', ct: '02' };
    const tests = [test, { ...test, result: 'invalid' }];
    expect(linesOf({ algorithm: 'AES-CBC-PKCS5', group: { type: 'IndCpaTest' }, tests })).toEqual([
      [
        `aes-cbc-pkcs7-encrypt key=${KEY} iv=${KEY} msg=01 -> 02`,
        `aes-cbc-pkcs7-decrypt key=${KEY} iv=${KEY} ct=02 -> 01`,
      ],
      [`aes-cbc-pkcs7-decrypt key=${KEY} iv=${KEY} ct=02 -> refusal`],
    ]);
  });

  it('MACs: a tag is computed, perhaps cut; a wrong one is checked', () => {
    const tests = [
      { key: '01', msg: '02', tag: '03'.repeat(32) },
      { key: '01', msg: '02', tag: '03'.repeat(16) },
      { key: '01', msg: '02', tag: '03', result: 'invalid' },
    ];
    expect(linesOf({ algorithm: 'HMACSHA256', group: { type: 'MacTest', tagSize: 128 }, tests })).toEqual([
      [`hmac-sha256 key=01 msg=02 -> ${'03'.repeat(32)}`],
      [`hmac-sha256 key=01 msg=02 tagSize=128 -> ${'03'.repeat(16)}`],
      ['hmac-sha256-verify key=01 msg=02 tag=03 -> refusal'],
    ]);
  });

  it('derivations, by the hash in the name of the algorithm', () => {
    const hkdf = { ikm: '01', salt: '', info: '', size: 3, okm: '020304' };
    const pbkdf = { password: '01', salt: '02', iterationCount: 3, dkLen: 1, dk: '04' };
    expect([
      ...linesOf({
        algorithm: 'HKDF-SHA-512',
        group: { type: 'HkdfTest' },
        tests: [hkdf, { ...hkdf, size: 16321, okm: '', result: 'invalid' }],
      }),
      ...linesOf({ algorithm: 'PBKDF2-HMACSHA1', group: { type: 'PbkdfTest' }, tests: [pbkdf] }),
    ]).toEqual([
      ['hkdf-sha512 ikm=01 salt= info= size=3 -> 020304'],
      ['hkdf-sha512 ikm=01 salt= info= size=16321 -> refusal'],
      ['pbkdf2-hmac-sha1 password=01 salt=02 iterationCount=3 dkLen=1 -> 04'],
    ]);
  });

  it('decryption with RSA: the numbers of the key, with all five of its primes or none', () => {
    const crt = { prime1: '03', prime2: '05', exponent1: '01', exponent2: '01', coefficient: '02' };
    const key = { ...NUMBERS, privateExponent: '07' };
    const of = (privateKey: object) =>
      linesOf({
        algorithm: 'RSAES-PKCS1-v1_5',
        group: { type: 'RsaesPkcs1Decrypt', privateKey, privateKeyPkcs8: '3000' },
        tests: [
          { msg: '01', ct: '02' },
          { msg: '01', ct: '02', result: 'invalid' },
        ],
      });
    const asked = 'rsa-pkcs1-decrypt modulus=00b3 publicExponent=010001 privateExponent=07';
    const primes = 'prime1=03 prime2=05 exponent1=01 exponent2=01 coefficient=02';
    expect(of({ ...key, ...crt })).toEqual([
      [`${asked} ${primes} ct=02 -> 01`],
      [`${asked} ${primes} ct=02 -> refusal`],
    ]);
    expect(of(key)).toEqual([[`${asked} ct=02 -> 01`], [`${asked} ct=02 -> refusal`]]);
    expect(of({ ...key, ...crt, otherPrimeInfos: [['07', '01', '01']] })[0]).toEqual([
      `${asked} ct=02 -> 01`,
    ]);
  });

  it('signatures: true, a refusal, or either', () => {
    const tests = [SIG, { ...SIG, result: 'invalid' }, { ...SIG, result: 'acceptable' }];
    const pss = { sha: 'SHA-512/256', mgf: 'MGF1', mgfSha: 'SHA-1', sLen: 20, publicKey: NUMBERS };
    const asked = 'modulus=00b3 publicExponent=010001 sha=SHA-512/256';
    const ends = ['true', 'refusal', 'true or refuse'];
    for (const type of ['RsassaPssVerify', 'RsassaPssWithParametersVerify']) {
      expect(linesOf({ algorithm: 'RSASSA-PSS', group: { type, ...pss }, tests })).toEqual(
        ends.map((end) => [`rsa-pss-verify ${asked} mgfSha=SHA-1 sLen=20 msg=01 sig=02 -> ${end}`]),
      );
    }
    const group = { type: 'RsassaPkcs1Verify', sha: 'SHA-512/256', publicKey: NUMBERS };
    expect(linesOf({ algorithm: 'RSASSA-PKCS1-v1_5', group, tests })).toEqual(
      ends.map((end) => [`rsa-pkcs1-verify ${asked} msg=01 sig=02 -> ${end}`]),
    );
  });

  it('signing, and verifying what was signed; keys of older files as n, e and d', () => {
    const group = { type: 'RsassaPkcs1Generate', sha: 'SHA-256', n: '00b3', e: '010001', d: '07' };
    expect(
      linesOf({ algorithm: 'RSASSA-PKCS1-v1_5', group, tests: [{ ...SIG, result: 'acceptable' }] }),
    ).toEqual([
      [
        'rsa-pkcs1-sign modulus=00b3 publicExponent=010001 privateExponent=07 sha=SHA-256 msg=01 -> 02 or refuse',
        'rsa-pkcs1-verify modulus=00b3 publicExponent=010001 sha=SHA-256 msg=01 sig=02 -> true or refuse',
      ],
    ]);
  });

  it('primes in two’s complement', async () => {
    const tests = [
      { value: '00fb' },
      { value: 'fb', result: 'acceptable' },
      { value: 'fc', result: 'invalid' },
      { value: '0fb1', result: 'invalid' },
    ];
    const contents = { algorithm: 'PrimalityTest', group: { type: 'PrimalityTest' }, tests };
    expect(linesOf(contents)[1]).toEqual(['prime-test value=fb -> true or refuse']);
    expect(summaryOf(await runText('primes', fileOf(contents)))).toEqual({
      passed: 4,
      failed: [],
      skipped: {},
    });
  });

  it('keys of three primes, for real', async () => {
    expect(summaryOf(await runText('three primes', fileOf(THREE_PRIMES)))).toEqual({
      passed: 2,
      failed: [],
      skipped: {},
    });
  });
});

/** A few of testvectors_v1, by their tcId there. */
describe('records of Wycheproof', () => {
  const iv = 'a3fe6f76e8f582830bbe83574a7bb729';
  const key = '9e20311eaf2eaf3e3a04bc52564e67313c84940a2996e3f2';
  const gmac = { key: '000102030405060708090a0b0c0d0e0f', iv: '000102030405060708090a0b', result: 'invalid' };

  it.each<[string, Contents]>([
    [
      'aes_gcm_test.json 1, 3 and 5',
      {
        algorithm: 'AES-GCM',
        group: { type: 'AeadTest', ivSize: 96, keySize: 128, tagSize: 128 },
        tests: [
          {
            key: '5b9604fe14eadba931b0ccf34843dab9',
            iv: '028318abc1824029138141a2',
            aad: '',
            msg: '001d0c231287c1182784554ca3a21908',
            ct: '26073cc1d851beff176384dc9896d5ff',
            tag: '0a3ea7a5487cb5f7d70fb6c58d038554',
          },
          {
            key: 'aa023d0478dcb2b2312498293d9a9129',
            iv: '0432bc49ac34412081288127',
            aad: 'aac39231129872a2',
            msg: '2035af313d1346ab00154fea78322105',
            ct: 'eea945f3d0f98cc0fbab472a0cf24e87',
            tag: '4bb9b4812519dadf9e1232016d068133',
          },
          {
            key: '384ea416ac3c2f51a76e7d8226346d4e',
            iv: 'b30c084727ad1c592ac21d12',
            aad: '',
            msg: '35',
            ct: '54',
            tag: '7c1e4ae88bb27e5638343cb9fd3f6337',
          },
        ],
      },
    ],
    [
      'aes_gmac_test.json 1, 2, 14 and 15',
      {
        algorithm: 'AES-GMAC',
        group: { type: 'MacWithIvTest', ivSize: 96, keySize: 128, tagSize: 128 },
        tests: [
          {
            key: '98b08a72ffde0ded4bec9d2a8db57235',
            iv: '1595248735310eb710519c2b',
            msg: '',
            tag: '5118cc71501c8273a43662b981191750',
          },
          {
            key: 'f0cfce280656fabd93f68ba6b3a3ad6e',
            iv: '0a38ca626b430ed84a2a8dfe',
            msg: '4b',
            tag: '8677a0160a923ce7437ca94b8de97da5',
          },
          { ...gmac, msg: '0001020304050607', tag: '8cf7d8edb99165faad1b038c53b320e8' },
          { ...gmac, msg: '000102030405060708090a0b0c0d0e0f', tag: '7c028e83b727da92cc61528e48cb0204' },
        ],
      },
    ],
    [
      'aes_cbc_pkcs5_test.json 104, 110, 116 and 132',
      {
        algorithm: 'AES-CBC-PKCS5',
        group: { type: 'IndCpaTest', ivSize: 128, keySize: 192 },
        tests: [
          '6ded36cc7603e514014dfb7199900676',
          'c0e402c8bbdda18c8ddd86470bd4b244',
          'f1605abb4e6628347c616da350fe243043a8d7b6aea244ca013f45241d802213',
          'f1605abb4e6628347c616da350fe2430',
        ].map((ct) => ({ key, iv, msg: '', ct, result: 'invalid' })),
      },
    ],
    [
      'pbkdf2_hmacsha256_test.json 1 and 3',
      {
        algorithm: 'PBKDF2-HMACSHA256',
        group: { type: 'PbkdfTest' },
        tests: [
          {
            password: '706173737764',
            salt: '73616c74',
            iterationCount: 1,
            dkLen: 64,
            dk: '55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783',
          },
          {
            password: '7130577430643470',
            salt: '798acc7c76739d75',
            iterationCount: 4096,
            dkLen: 16,
            dk: '0501c73cb9f40b6769513e70e525051e',
          },
        ],
      },
    ],
  ])('%s', async (_, contents) => {
    const { length } = contents.tests;
    expect(summaryOf(await runText('x.json', fileOf(contents)))).toEqual({
      passed: length,
      failed: [],
      skipped: {},
    });
  });
});

describe('what is not done here is skipped', () => {
  it.each<[string, string, object, object]>([
    ['ECDSA: not an algorithm of this toolkit', 'ECDSA', { type: 'EcdsaVerify' }, {}],
    ['AES-CCM: not an algorithm of this toolkit', 'AES-CCM', { type: 'AeadTest' }, {}],
    ['A128CBC-HS256: not an algorithm of this toolkit', 'A128CBC-HS256', { type: 'AeadTest' }, {}],
    [
      'CAMELLIA-CBC-PKCS5: not an algorithm of this toolkit',
      'CAMELLIA-CBC-PKCS5',
      { type: 'IndCpaTest' },
      {},
    ],
    ['HMACSHA3-224: not an algorithm of this toolkit', 'HMACSHA3-224', { type: 'MacTest' }, {}],
    ['HMACSM3: not an algorithm of this toolkit', 'HMACSM3', { type: 'MacTest' }, {}],
    ['AES-CMAC: not an algorithm of this toolkit', 'AES-CMAC', { type: 'MacTest' }, {}],
    ['VMAC-64: not an algorithm of this toolkit', 'VMAC-64', { type: 'MacWithIvTest' }, {}],
    ['HKDF-SHA3-256: not an algorithm of this toolkit', 'HKDF-SHA3-256', { type: 'HkdfTest' }, {}],
    [
      'PBKDF2-HMACSHA3-256: not an algorithm of this toolkit',
      'PBKDF2-HMACSHA3-256',
      { type: 'PbkdfTest' },
      {},
    ],
    ['CHACHA20: not an algorithm of this toolkit', 'CHACHA20', { type: 'StreamCipherTest' }, {}],
    ['ML-KEM: not an algorithm of this toolkit', 'ML-KEM', { type: 'MLKEMTest' }, {}],
    ['JsonWebSignature: not an algorithm of this toolkit', 'JsonWebSignature', {}, {}],
    [
      'SHA3-256: not an algorithm of this toolkit',
      'RSASSA-PKCS1-v1_5',
      { type: 'RsassaPkcs1Verify', sha: 'SHA3-256' },
      {},
    ],
    [
      'SHAKE128: not an algorithm of this toolkit',
      'RSASSA-PSS',
      { type: 'RsassaPssVerify', sha: 'SHAKE128', mgf: 'SHAKE128', mgfSha: '', sLen: 32 },
      {},
    ],
    [
      'SHA3-224: not an algorithm of this toolkit',
      'RSAES-OAEP',
      { type: 'RsaesOaepDecrypt', sha: 'SHA-1', mgf: 'MGF1', mgfSha: 'SHA3-224' },
      {},
    ],
    [
      'RSASSA-PSS: tests of the kind RsassaPssSomethingNew are not read here',
      'RSASSA-PSS',
      { type: 'RsassaPssSomethingNew' },
      {},
    ],
    ['key of 120 bits: out of range here', 'AES-GCM', { type: 'AeadTest' }, { ...GCM, key: '00'.repeat(15) }],
    [
      'tag of 24 bits: not a size of this toolkit',
      'AES-GCM',
      { type: 'AeadTest' },
      { ...GCM, tag: '000000' },
    ],
    [
      'iterationCount 100000000: more than the 10000000 that are asked here',
      'PBKDF2-HMACSHA1',
      { type: 'PbkdfTest' },
      { password: '', salt: '', iterationCount: 100_000_000, dkLen: 1, dk: '00' },
    ],
    ['foo: not an operation of this toolkit', 'foo', { type: 'OperationTest', op: 'foo' }, {}],
  ])('%s', (why, algorithm, group, test) => {
    expect(skipsOf({ algorithm, group: { ...group }, tests: [{ ...test }] })).toEqual([why]);
  });
});

describe('the file', () => {
  const hash = {
    algorithm: 'HMACSHA1',
    group: { type: 'MacTest' },
    tests: [{ key: '', msg: '', tag: '00' }],
  };

  it('keeps ids, flags, comments and notes', () => {
    const text = fileOf({
      ...hash,
      tests: [{ ...hash.tests[0], tcId: 7, comment: 'c', flags: ['F'] }],
      more: { notes: { F: { bugType: 'BASIC', description: 'd' }, G: 'g', H: { bugType: 'BASIC' } } },
    });
    const [file] = readVectors([{ name: 'x.json', text }]);
    expect(file).toMatchObject({ name: 'x.json', format: 'wycheproof', algorithm: 'HMACSHA1' });
    expect(file!.cases[0]).toMatchObject({ id: '7', comment: 'c', flags: ['F'] });
    expect(file!.notes).toEqual({ F: 'd', G: 'g' });
  });

  it('skips tests of a kind that is not known whatever they look like', () => {
    const text = JSON.stringify({ algorithm: 'BLS', testGroups: [{ tests: [{}, { result: 5, tcId: 9 }] }] });
    const [file] = readVectors([{ name: 'x.json', text }]);
    expect(file!.cases.map(({ id, skip }) => [id, skip?.values.name])).toEqual([
      ['1', 'BLS'],
      ['9', 'BLS'],
    ]);
  });

  it('tells tests of one number apart', () => {
    const tests = [7, 8, 7].map((tcId) => ({ ...hash.tests[0], tcId }));
    expect(casesOf({ ...hash, tests }).map(({ id }) => id)).toEqual(['7', '8', '7 (2)']);
  });

  it.each<[string, string, Contents]>([
    [
      'x.json: expected 3 tests, as numberOfTests says, got 1',
      'bad-format',
      { ...hash, more: { numberOfTests: 3 } },
    ],
    [
      'x.json: testGroups[0].tests[0].key: expected hex digits, got "z" at position 1',
      'bad-encoding',
      { ...hash, tests: [{ ...hash.tests[0], key: '0z' }] },
    ],
    [
      'x.json: testGroups[0].tests[0].tag: expected text, got undefined',
      'bad-format',
      { ...hash, tests: [{ key: '', msg: '' }] },
    ],
    [
      'x.json: testGroups[0].tests[0].result: expected valid, acceptable or invalid, got "good"',
      'bad-format',
      { ...hash, tests: [{ ...hash.tests[0], result: 'good' }] },
    ],
    [
      'x.json: testGroups[0]: expected an object, got 5',
      'bad-format',
      { ...hash, more: { testGroups: [5] } },
    ],
    [
      'x.json: testGroups[0].tests[0].comment: expected at most 10000 characters, got 10001',
      'bad-format',
      { ...hash, tests: [{ ...hash.tests[0], comment: 'c'.repeat(10_001) }] },
    ],
  ])('%s', (message, code, contents) => {
    const read = () => casesOf(contents);
    expect(read).toThrow(message);
    expect(read).toThrow(withCode(code as 'bad-format'));
  });
});

describe('made files', () => {
  it.each([
    'aes-cbc-pkcs7-decrypt',
    'aes-gcm-encrypt',
    'hmac-md5-verify',
    'tls12-prf',
    'rsa-oaep-encrypt',
    'rsa-pss-sign',
  ])('%s is read back, and passes', async (op) => {
    const made = await makeVectors(op, { count: 4, random: seededRandom('made') });
    const result = await runText('made', JSON.stringify(made));
    expect(summaryOf(result)).toEqual({ passed: 4, failed: [], skipped: {} });
    expect(result.file.format).toBe('crypto-primer');
    expect(
      result.results
        .flatMap(({ case: { checks } }) => checks)
        .every((check) => 'request' in check && check.request.op === op),
    ).toBe(true);
  });
});
