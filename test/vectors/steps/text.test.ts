/** What is said of a wrong step. */
import { expect, it } from 'vitest';
import type { WrongStep } from '../../../src/vectors/index.ts';
import { stepText, unknownStepText } from '../../../src/vectors/steps/index.ts';

const state: WrongStep = {
  id: 'round[1].start',
  clause: 'FIPS 197, 5.1',
  byte: 5,
  got: '00112233445566778899aabbccddeeff',
  want: '001122334477aa778899aabbccddeeff',
  before: { id: 'round[0].input', value: '0f1e2d3c4b5a69788796a5b4c3d2e1f0' },
  beside: [{ id: 'round[0].k_sch', value: '000102030405060708090a0b0c0d0e0f' }],
};

it('draws states as squares, side by side', () => {
  expect(stepText('en', state).split('\n')).toEqual([
    'round[1].start, byte 5: got 55, want 77 (FIPS 197, 5.1)',
    '  round[0].input   round[0].k_sch   got           want',
    '  0f 4b 87 c3      00 04 08 0c      00 44 88 cc   00 44 88 cc',
    '  1e 5a 96 d2      01 05 09 0d      11 55 99 dd   11 77 99 dd',
    '  2d 69 a5 e1      02 06 0a 0e      22 66 aa ee   22 aa aa ee',
    '  3c 78 b4 f0      03 07 0b 0f      33 77 bb ff   33 77 bb ff',
  ]);
  expect(stepText('zh', state).split('\n').slice(0, 3)).toEqual([
    'round[1].start，字节 5：得到 55，应为 77 (FIPS 197, 5.1)',
    '  round[0].input   round[0].k_sch   得到          应为',
    '  0f 4b 87 c3      00 04 08 0c      00 44 88 cc   00 44 88 cc',
  ]);
});

it('gives short values as a whole, and what they come from below', () => {
  const word = {
    id: 'w[4]',
    clause: 'FIPS 197, 5.2',
    byte: 0,
    got: 'a1fafe17',
    want: 'a0fafe17',
    before: { id: 'w[3]', value: '09cf4f3c' },
    beside: [{ id: 'w[0]', value: '2b7e1516' }],
  };
  expect(stepText('en', word)).toBe(
    'w[4]: got a1fafe17, want a0fafe17 (FIPS 197, 5.2)\n  w[3] = 09cf4f3c\n  w[0] = 2b7e1516',
  );
});

it('says how long a value is and should be, and cuts long ones', () => {
  const hash = { id: 'inner.hash', clause: '', got: '00'.repeat(20), want: '00'.repeat(32) };
  expect(stepText('en', hash)).toBe('inner.hash: got 20 bytes, want 32');
  expect(stepText('en', { ...hash, got: 'none' })).toBe(`inner.hash: got none, want ${hash.want}`);
  expect(stepText('en', { ...hash, got: '\u001b[2J\u202e' })).toContain('got ?[2J?, want');
  const number = {
    id: 'c',
    clause: 'RFC 8017, 5.1.1',
    got: '12',
    want: '9'.repeat(300),
    decimal: true as const,
  };
  expect(stepText('en', number)).toBe(`c: got 12, want ${'9'.repeat(128)}… (RFC 8017, 5.1.1)`);
});

it('says which names are not there', () => {
  expect(unknownStepText('en', { id: 'round[1].sbox', nearest: 'block[1].round[1].s_box' })).toBe(
    '"round[1].sbox": no step of this name here; not compared; perhaps block[1].round[1].s_box',
  );
  expect(unknownStepText('en', { id: '\u001b[31m' })).toBe(
    '"?[31m": no step of this name here; not compared',
  );
});
