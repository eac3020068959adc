/** Numbers of any size: decimal and hex, typed and shown. */
import { describe, expect, it } from 'vitest';
import { numberBlock, wholeNumber, wrappedNumber } from '../../src/cli/numbers.ts';
import { openSession } from '../../src/cli/session.ts';

const read = wholeNumber(openSession([], {}));

describe('a number that is typed', () => {
  it.each([
    ['0', 0n],
    ['007', 7n],
    ['65537', 65537n],
    ['0x10001', 65537n],
    ['0XfF', 255n],
    [' 12\n', 12n],
    ['9'.repeat(4932), 10n ** 4932n - 1n],
  ])('%j', (text, value) => expect(read(text)).toBe(value));

  it.each(['', '-1', '+1', '1.0', '1e3', '0x', 'x', '1_000', '0b1', '１'])('%j is refused', (text) => {
    expect(() => read(text)).toThrow(/expected a whole number, decimal or 0x…/);
  });

  it('says what hex needs in front, and how long it may be', () => {
    expect(() => read('c0ffee')).toThrow(/put 0x in front of hex/);
    expect(() => read('1'.repeat(5001))).toThrow(/at most 5000 digits/);
  });
});

describe('a number that is shown', () => {
  it.each([
    [9n, 10, { short: '9' }],
    [65537n, 16, { short: '65537 (0x10001)' }],
    [(1n << 64n) - 1n, 16, { short: '18446744073709551615 (0xffffffffffffffff)' }],
    [1n << 64n, 10, { lines: '    18446744073709551616' }],
    [1n << 64n, 16, { lines: '    010000000000000000' }],
    [16n ** 65n, 16, { lines: `    10${'0'.repeat(62)}\n    00` }],
  ] as const)('%i in base %i', (value, base, expected) => {
    expect(numberBlock(value, base)).toEqual(expected);
  });

  it('stands behind its equals sign, or in lines below', () => {
    expect(wrappedNumber(10n ** 63n, 10)).toEqual([` 1${'0'.repeat(63)}`, '']);
    expect(wrappedNumber(10n ** 64n, 10)).toEqual(['', `\n    1${'0'.repeat(63)}\n    0`]);
    expect(wrappedNumber(16n ** 62n, 16)).toEqual(['', `\n    0x1${'0'.repeat(61)}\n    0`]);
  });
});
