/** Text of strangers, numbers and times as they are shown. */
import { describe, expect, it } from 'vitest';
import { colonHex, secondText, serialText, shortened, timeText, visibleText } from '../../src/cli/visible.ts';

describe('text that a stranger chose', () => {
  it('shows its hidden characters by their codes', () => {
    expect(visibleText('a\u001b[2J\u202eb\u2028\u0085')).toBe('a\\u{1b}[2J\\u{202e}b\\u{2028}\\u{85}');
    expect(visibleText('密码 café "x"')).toBe('密码 café "x"');
    expect(visibleText('\ud800')).toBe('\\u{d800}');
  });

  it('is cut where it is long, and never inside a character', () => {
    expect(shortened('x'.repeat(200))).toBe('x'.repeat(200));
    expect(shortened('x'.repeat(201))).toBe(`${'x'.repeat(200)}… (201)`);
    expect(shortened('ab😀', 3)).toBe('ab… (4)');
    expect(visibleText('😀'.repeat(300), 5)).toBe('😀😀… (600)');
  });
});

it('bytes and serial numbers have colons', () => {
  expect(colonHex(Uint8Array.of(0, 0xab))).toBe('00:AB');
  expect([0n, 0x123n, -5n, 2n ** 64n].map(serialText)).toEqual([
    '00',
    '01:23',
    '-05',
    '01:00:00:00:00:00:00:00:00',
  ]);
});

it('times are of UTC', () => {
  expect(timeText(new Date('2026-06-01T12:00:00Z'))).toBe('2026-06-01 12:00:00 UTC');
  expect(timeText(new Date('2026-06-01T12:00:00.25Z'))).toBe('2026-06-01 12:00:00.250 UTC');
  expect(secondText(new Date('2026-06-01T12:00:00.999Z'))).toBe('2026-06-01 12:00:00 UTC');
  expect(secondText(new Date('1969-12-31T23:59:59.5Z'))).toBe('1969-12-31 23:59:59 UTC');
});
