/** Hex and base64 in pieces: the same bytes and the same errors, wherever the pieces end. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, fromUtf8, type Incremental, utf8 } from '../../../src/bytes/index.ts';
import { createDecoder, createEncoder, type Encoding } from '../../../src/cli/io/text-encoding.ts';
import { withCode } from '../../with-code.ts';

const ENCODINGS = ['hex', 'base64'] as const;
const bytes = fc.uint8Array({ maxLength: 200 });
const cuts = fc.array(fc.nat(400), { maxLength: 8 });

/** Feeds `message` in pieces that end at `at`. */
function inPieces(incremental: Incremental, message: Uint8Array, at: readonly number[]): Uint8Array {
  const ends = [...at.filter((end) => end <= message.length).sort((a, b) => a - b), message.length];
  const parts = ends.map((end, i) => incremental.update(message.slice(ends[i - 1] ?? 0, end)));
  return concat(...parts, incremental.final());
}

const encode = (encoding: Encoding, message: Uint8Array, at: readonly number[]) =>
  inPieces(createEncoder(encoding)!, message, at);
const decode = (encoding: Encoding, text: string, at: readonly number[] = []) =>
  inPieces(createDecoder(encoding, 'input')!, utf8(text), at);

it('raw is no encoding', () => {
  expect(createEncoder('raw')).toBeUndefined();
  expect(createDecoder('raw', 'input')).toBeUndefined();
});

describe.each(ENCODINGS)('%s', (encoding) => {
  it('is written on one line, as Node writes it, in any pieces', () =>
    fc.assert(
      fc.property(bytes, cuts, (message, at) => {
        expect(fromUtf8(encode(encoding, message, at))).toBe(`${Buffer.from(message).toString(encoding)}\n`);
      }),
    ));

  it('is read with white space anywhere, in any pieces', () =>
    fc.assert(
      fc.property(
        bytes,
        cuts,
        fc.array(fc.tuple(fc.nat(400), fc.constantFrom(...' \t\n\v\f\r'))),
        (message, at, spaces) => {
          const text = [...Buffer.from(message).toString(encoding)];
          for (const [place, space] of spaces) text.splice(place, 0, space);
          expect(decode(encoding, text.join(''), at)).toEqual(message);
        },
      ),
    ));

  it('gives the same, bytes or error, in any pieces', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0aFQ=g+/-_ \n\0'), maxLength: 24 }),
        cuts,
        (text, at) => {
          const outcome = (places: readonly number[]) => {
            try {
              return { bytes: decode(encoding, text, places) };
            } catch (error) {
              expect(error).toEqual(withCode('bad-encoding'));
              return 'refused';
            }
          };
          expect(outcome(at)).toEqual(outcome([]));
        },
      ),
      { numRuns: 1000 },
    ));
});

describe('refuses, and says where', () => {
  it.each<[Encoding, string, string]>([
    ['hex', '616', 'hex digits, 2 characters at a time, got 3 characters'],
    ['hex', '61 g2', 'hex digits, 2 characters at a time, got "g" at byte 3'],
    ['hex', '0x61', 'hex digits, 2 characters at a time, got "x" at byte 1'],
    ['hex', '61密', 'hex digits, 2 characters at a time, got "密" at byte 2'],
    ['hex', '61\0', 'hex digits, 2 characters at a time, got "\\u0000" at byte 2'],
    ['hex', '\ufeff61', 'hex digits, 2 characters at a time, got … at byte 0'],
    ['base64', 'YWI', 'base64 with its padding, 4 characters at a time, got 3 characters'],
    ['base64', 'YWI=YWI=', 'base64 with its padding, 4 characters at a time, got "Y" at byte 4'],
    ['base64', 'Y_I=', 'base64 with its padding, 4 characters at a time, got "_" at byte 1'],
    ['base64', 'YWJ=', 'base64 with its padding, got "YWJ="'],
    ['base64', 'YWI=====', 'base64 with its padding, got …'],
  ])('%s %j', (encoding, text, got) => {
    const [before = '', after = ''] = got.split('…');
    const escaped = [before, after].map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const message = new RegExp(`^input: expected ${escaped.join('.*')}$`);
    expect(() => decode(encoding, text)).toThrow(withCode('bad-encoding', message));
  });

  it('counting from the beginning, not from the piece', () => {
    expect(() => decode('hex', `${'61'.repeat(50)}!`, [3, 40, 99])).toThrow(
      withCode('bad-encoding', /got "!" at byte 100$/),
    );
  });
});
