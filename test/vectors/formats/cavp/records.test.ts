/** Lines, sections and records; oddities of published files; bounds. */
import { describe, expect, it } from 'vitest';
import { chineseError } from '../../../../src/cli/chinese/errors.ts';
import { CryptoError } from '../../../../src/errors.ts';
import { looksLikeCavp, readCavp } from '../../../../src/vectors/formats/cavp/index.ts';
import { readRecords } from '../../../../src/vectors/formats/cavp/records.ts';
import { said } from '../../../../src/vectors/index.ts';

const fieldsOf = (text: string) =>
  readRecords('x', text).records.map(({ label, number, fields }) => [
    label,
    number,
    Object.fromEntries(fields),
  ]);
const idsOf = (text: string) => readCavp('x', text).cases.map(({ id }) => id);
const errorOf = (text: string): CryptoError => {
  try {
    readCavp('x', text);
  } catch (error) {
    if (error instanceof CryptoError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
};

describe('records', () => {
  it('take what holds for their group, and a key that only its first brings', () => {
    const text =
      '[mod = 1024]\nn = aa\n\ne = 03\nMsg = 01\nS = 11\n\nMsg = 02\nS = 12\n\nn = bb\n\ne = 05\nMsg = 03\nS = 13\n';
    expect(fieldsOf(text)).toEqual([
      ['mod=1024', 1, { n: 'aa', e: '03', msg: '01', s: '11' }],
      ['mod=1024', 2, { n: 'aa', e: '03', msg: '02', s: '12' }],
      ['mod=1024', 3, { n: 'bb', e: '05', msg: '03', s: '13' }],
    ]);
  });

  // As SigVer15EMTest.txt has them.
  it('are told apart without a blank line, and marks are none', () => {
    const text = 'n = aa\n!!\n\nMsg = 01\nS = 11\nMsg = 02\nS = 12\n';
    expect(fieldsOf(text).map(([, , fields]) => fields)).toEqual([
      { n: 'aa', msg: '01', s: '11' },
      { n: 'aa', msg: '02', s: '12' },
    ]);
  });

  it('are numbered by the file or by their place in the section; no id stands twice', () => {
    expect(idsOf('[A]\nCOUNT = 7\nMD = 00\n[B]\nCOUNT = 7\nMD = 00\nCOUNT = 7\nMD = 01\n')).toEqual([
      'A 7',
      'B 7',
      'B 7 (2)',
    ]);
    expect(idsOf('[L = 20]\n\nLen = 8\nMsg = 00\nMD = 00\n\nLen = 8\nMsg = 00\nMD = 00\n')).toEqual([
      'L=20 1',
      'L=20 2',
    ]);
  });

  it('in numbered files begin with a number: a seed is none', () => {
    expect(idsOf('[L = 16]\n\nMsg = 00\n\nCOUNT = 0\nOutput = 00\n\nCOUNT = 1\nOutput = 00\n').length).toBe(
      2,
    );
  });

  it('are what only looked like groups, where none followed', () => {
    expect(
      idsOf('# "KeyGen RSA (X9.31)" information\n\n[mod = 1024]\n\ne = 03\np = 05\n\ne = 03\np = 07\n')
        .length,
    ).toBe(2);
  });

  it('that lack a field are skipped', () => {
    const [first] = readCavp(
      'x',
      '# AESVS MMT test data for CBC\n\nCOUNT = 0\nPLAINTEXT = 00\nCIPHERTEXT = 00\n',
    ).cases;
    expect(said('en', first!.skip!)).toBe('key: not in this record');
    expect(said('zh', first!.skip!)).toBe('记录里没有 key');
  });
});

describe('other algorithms are skipped by their names', () => {
  it.each([
    ['# "ECDSA SigVer" information\n[P-192]\nMsg = 00\nR = 00\nS = 00\nResult = P\n', 'x', 'ECDSA'],
    ['# "PQGGen" information for "dsa_values"\n[mod = 1024]\nP = 00\nG = 00\n', 'x', 'DSA'],
    ['# "SHA3-256 ShortMsg" information\n[L = 256]\nLen = 8\nMsg = 00\nMD = 00\n', 'x', 'SHA3-256'],
    ['# "CCM-VPT" information\nCount = 0\nKey = 00\nNonce = 00\nCT = 00\n', 'x', 'AES-CCM'],
    ['# XTSGen information\n[ENCRYPT]\nCOUNT = 1\nKey = 00\ni = 00\nPT = 00\nCT = 00\n', 'x', 'AES-XTS'],
    ['# AES-128-CMAC Test Vectors\nCOUNT = 0\nMESSAGE =\nOUTPUT = 00\n', 'x', 'CMAC'],
    // Their comments name AES, from whose tests they were made.
    [
      '# IDEA CBC vectors\n# Derived from the AESVS MMT test data for CBC\nCOUNT = 0\nKEY = 00\nIV = 00\nPLAINTEXT = 00\nCIPHERTEXT = 00\n',
      'x',
      'IDEA',
    ],
    // Here only the path says what it is.
    [
      'COUNT = 0\nKey = 00\nNonce = 00\nAAD =\nPlaintext =\nCiphertext = 00\n',
      'ciphers/AES/OCB3/openssl.txt',
      'AES-OCB',
    ],
    ['[PredictionResistance = False]\nCOUNT = 0\nReturnedBits = 00\n', 'HMAC_DRBG.rsp', 'DRBG'],
    ['COUNT = 0\nFoo = 00\n', '/home/idea/unheard-of.txt', '/home/idea/unheard-of.txt'],
  ])('%#: %s', (text, name, algorithm) => {
    const { cases } = readCavp(name, text);
    expect(cases.map(({ skip }) => skip && said('en', skip))).toEqual(
      cases.map(() =>
        expect.stringMatching(new RegExp(`^${algorithm}.*: not an algorithm of this toolkit$`)),
      ),
    );
    expect(cases.length).toBe(1);
  });
});

describe('bounds', () => {
  it.each<[string, string, string]>([
    ['# nothing\n', 'x: expected records of NAME = value, got none', 'bad-format'],
    [
      '# "SHA-1 ShortMsg" information\n\nLen = 8\nMsg = 0g\nMD = 00\n',
      'x: line 3: msg: expected hex digits, got "g" at position 1',
      'bad-format',
    ],
    [
      `COUNT = 0\nMD = ${'0'.repeat(8 * 1024 * 1024)}\n`,
      'x: line 2: expected at most 8388608 characters, got more',
      'too-large',
    ],
    [
      `COUNT = 0\n${Array.from({ length: 101 }, (_, i) => `f${i} = 0\n`).join('')}`,
      'x: line 101: expected at most 100 fields, got more',
      'too-large',
    ],
    [
      Array.from({ length: 101 }, (_, i) => `[f${i}]\n`).join(''),
      'x: line 101: expected at most 100 fields, got more',
      'too-large',
    ],
    ['COUNT=0\nMD=0\n'.repeat(200_001), 'x: expected at most 200000 records, got more', 'too-large'],
  ])('%#', (text, message, code) => {
    const error = errorOf(text);
    expect(error.message).toBe(message);
    expect(error.code).toBe(code);
    expect(chineseError(message)).not.toMatch(/expected|got|fields|characters|records/);
  });

  it('is quick with hostile lines', () => {
    const start = performance.now();
    expect(looksLikeCavp(`a${' '.repeat(1_000_000)}`)).toBe(false);
    for (const text of [
      `#${' '.repeat(1_000_000)}\nCOUNT = 0\nMD = 00\n`,
      `COUNT = 0\nResult = ${'('.repeat(1_000_000)}\n`,
      `${'\n'.repeat(1_000_000)}COUNT = 0\nMD = 00\n`,
      `${'COUNT = 0\nMD = 00\n'.repeat(20_000)}`,
    ]) {
      expect(readCavp('x', text).cases.length).toBeGreaterThan(0);
    }
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
