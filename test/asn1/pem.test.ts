/** PEM: blocks among other text, and what is wrong with them, by line. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pemDecode, pemEncode } from '../../src/asn1/index.ts';
import { utf8 } from '../../src/bytes/index.ts';
import { withCode } from '../with-code.ts';

const block = (label: string, body = 'AAAA') => `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;

describe('pem', () => {
  it('inverts its encoder, in lines of 64 characters', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (der) => {
        const text = pemEncode('X Y', der);
        expect(
          text
            .split('\n')
            .slice(1, -3)
            .every((line) => line.length === 64),
        ).toBe(true);
        expect(text).toMatch(/^-----BEGIN X Y-----\n([A-Za-z0-9+/=]{1,64}\n)*-----END X Y-----\n$/);
        expect(pemDecode(text)).toEqual([{ label: 'X Y', der, headers: new Map(), line: 1 }]);
      }),
    );
  });

  it('finds blocks among other text, of any line ends and white space', () => {
    const text = `Bag: a\n${block('A')}\nverb — “text”\n${block('B', ' AA AA \n\n\tBBBB ')}tail`;
    for (const ends of ['\n', '\r\n', '\r']) {
      const found = pemDecode(`\ufeff${text.replaceAll('\n', ends)}`);
      expect(found.map(({ label, line }) => [label, line])).toEqual([
        ['A', 2],
        ['B', 7],
      ]);
      expect([...found[1]!.der]).toEqual([0, 0, 0, 4, 16, 65]);
    }
    expect(pemDecode(utf8(text))).toEqual(pemDecode(text));
    expect(pemDecode('no block')).toEqual([]);
    expect(pemDecode(block('EMPTY', '')).map(({ der }) => der.length)).toEqual([0]);
  });

  it('takes header lines apart', () => {
    const [found] = pemDecode(block('K', 'Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA'));
    expect([...found!.headers]).toEqual([
      ['Proc-Type', '4,ENCRYPTED'],
      ['DEK-Info', 'AES-128-CBC,00'],
    ]);
    expect(found!.der.length).toBe(3);
  });

  it('reads a header of any length in time that grows with it alone', () => {
    const [found] = pemDecode(block('K', `A:x${' '.repeat(1_000_000)}x \n\nAAAA`));
    expect(found!.headers.get('A')!.length).toBe(1_000_002);
  });

  it.each([
    [
      '\n-----BEGIN K-----\nAAAA\n',
      'bad-format',
      'PEM line 2: expected -----END K----- for this block, got the end of the text',
    ],
    [
      '-----BEGIN K-----\nAAAA\n-----END L-----\n',
      'bad-format',
      'PEM line 3: expected -----END K----- for this block, got "-----END L-----"',
    ],
    [
      `-----BEGIN K-----\nAAAA\n${block('L')}`,
      'bad-format',
      'PEM line 3: expected -----END K----- for this block, got "-----BEGIN L-----"',
    ],
    [block('K', 'AAAA\nAA*A'), 'bad-encoding', 'PEM line 3: expected base64, got "*"'],
    [block('K', 'AAAA\nAA密A'), 'bad-encoding', 'PEM line 3: expected base64, got "密"'],
    [
      block('K', 'AAAA\nAAA'),
      'bad-encoding',
      'PEM line 3: expected the end of the base64, got characters too many or too few; the block was cut or changed',
    ],
    [
      block('K', 'AA==\nAAAA'),
      'bad-encoding',
      'PEM line 2: expected the end of the base64, got characters too many or too few; the block was cut or changed',
    ],
    [
      block('K', 'AAB='),
      'bad-encoding',
      'PEM line 2: expected the end of the base64, got characters too many or too few; the block was cut or changed',
    ],
  ] as const)('%j', (text, code, message) => {
    expect(() => pemDecode(text)).toThrow(expect.objectContaining({ code, message }));
  });

  it.each([5, null, undefined, ['a']])('refuses %j as text', (wrong) =>
    expect(() => pemDecode(wrong as unknown as string)).toThrow(withCode('bad-argument', /^pem: /)),
  );

  it('is bounded, and quick with many blocks', () => {
    expect(() => pemDecode('x'.repeat(2 ** 26 + 1))).toThrow(withCode('too-large', /characters/));
    expect(() => pemDecode(block('K').repeat(10_001))).toThrow(withCode('too-large', /10000 blocks/));
    expect(pemDecode(block('K').repeat(10_000)).length).toBe(10_000);
  });

  it.each(['', ' K', 'K ', 'K  L', 'K\n', '-K'])('refuses the label %j', (label) =>
    expect(() => pemEncode(label, new Uint8Array(1))).toThrow(withCode('bad-argument', /^label: /)),
  );
});
