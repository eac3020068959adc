/** Names of files: from any name that a stranger chose, nothing that leads elsewhere or that some system refuses. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName, freeName, isFileName } from '../../../src/cli/authority/file-names.ts';
import { type GeneralName, parseIp } from '../../../src/x509/index.ts';

const dns = (value: string): GeneralName => ({ kind: 'dNSName', value });

describe('the name of the files', () => {
  it.each<[string, readonly GeneralName[], string | undefined]>([
    ['bob.example', [{ kind: 'rfc822Name', value: 'a@b' }, dns('bob.example'), dns('x')], 'Bob'],
    ['_.bob.example', [dns('*.bob.example')], undefined],
    ['192.0.2.1', [{ kind: 'iPAddress', bytes: parseIp('192.0.2.1')! }], 'Bob'],
    ['2001_db8__1', [{ kind: 'iPAddress', bytes: parseIp('2001:db8::1')! }], 'Bob'],
    ['a@b.example', [{ kind: 'rfc822Name', value: 'a@b.example' }], 'Bob'],
    ['Bob-der-Große', [], 'Bob der Große'],
    ['中文名', [], '中文名'],
    ['certificate', [], undefined],
    ['certificate', [], '../..'],
    ['certificate', [], '- .-'],
    ['etc-passwd', [], '../../etc/passwd'],
    ['a-b', [], 'a\u0000\u001b/\\:b'],
    ['_con', [], 'con'],
    ['_COM1.txt', [], 'COM1.txt'],
    ['console', [], 'console'],
  ])('%s', (expected, names, commonName) => expect(fileName(names, commonName)).toBe(expected));

  it('is safe whatever was asked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const name = fileName([], text);
        expect(name).toMatch(/^[^/\\:*?"<>|\p{Cc}\p{Z}.-][^/\\:*?"<>|\p{Cc}\p{Z}]*$/u);
        expect(name).not.toMatch(/\.$/);
        expect(new TextEncoder().encode(`${name}-999999-chain.pem`).length).toBeLessThan(256);
        expect(isFileName(name)).toBe(true);
      }),
    );
  });

  it('is cut between characters', () => {
    expect(fileName([], '中'.repeat(300))).toBe('中'.repeat(66));
    expect(fileName([dns(`${'a'.repeat(63)}.${'b'.repeat(63)}.example`)], undefined)).toHaveLength(135);
  });
});

it('the first that is free', () => {
  const taken = new Set(['bob', 'bob-2', 'bob-4']);
  expect(freeName('bob', (name) => taken.has(name))).toBe('bob-3');
  expect(freeName('eve', (name) => taken.has(name))).toBe('eve');
});
