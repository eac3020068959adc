/** BER into DER: the framing changes, and nothing else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { berToDer, encodeElement, openDer } from '../../src/asn1/index.ts';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { CryptoError } from '../../src/errors.ts';
import { withCode } from '../with-code.ts';

describe('berToDer', () => {
  it.each([
    ['0500', '0500'],
    ['30800000', '3000'],
    ['308002010500 00'.replace(' ', ''), '3003020105'],
    ['3083000003020105', '3003020105'],
    ['24800401aa0402bbcc0000', '0403aabbcc'],
    ['2407 0401aa 0402bbcc'.replaceAll(' ', ''), '0403aabbcc'],
    // Pieces in pieces, and none at all.
    ['2480 2480 0401aa 0000 2400 0401bb 0000'.replaceAll(' ', ''), '0402aabb'],
    ['24800000', '0400'],
    // Under a context tag nobody here knows what the pieces are.
    ['a080 2480 0401aa 0401bb 0000 0000'.replaceAll(' ', ''), 'a0040402aabb'],
    ['a080 0401aa 0401bb 0000'.replaceAll(' ', ''), 'a0060401aa0401bb'],
    // The order of a SET stays: it may be signed.
    ['3180 0201 02 0201 01 0000'.replaceAll(' ', ''), '3106020102020101'],
    ['0481020102', '04020102'],
  ])('%s', (ber, der) => expect(toHex(berToDer(fromHex(ber)))).toBe(der));

  it('leaves DER as it is', () => {
    const tree = fc.letrec<{ element: Uint8Array }>((tie) => ({
      element: fc.oneof(
        { maxDepth: 4 },
        fc
          .tuple(fc.constantFrom(0x02, 0x04, 0x0c, 0x80), fc.uint8Array({ maxLength: 300 }))
          .map(([tag, bytes]) => encodeElement(tag, bytes)),
        fc
          .tuple(fc.constantFrom(0x30, 0x31, 0xa0), fc.array(tie('element'), { maxLength: 4 }))
          .map(([tag, inner]) => encodeElement(tag, ...inner)),
      ),
    })).element;
    fc.assert(
      fc.property(tree, (der) => {
        expect(toHex(berToDer(der))).toBe(toHex(der));
      }),
    );
  });

  it('gives DER, or a CryptoError, for whatever comes', () => {
    const bytes = fc.array(fc.constantFrom(0, 0x24, 0x30, 0x80, 4, 1, 2, 0x81, 0x84, 0xff, 0xa0), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(bytes, (each) => {
        let der: Uint8Array;
        try {
          der = berToDer(Uint8Array.from(each));
        } catch (error) {
          expect(error).toBeInstanceOf(CryptoError);
          return;
        }
        const reader = openDer(der);
        reader.skip('element');
        reader.end('element');
        expect(berToDer(der)).toEqual(der);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['', 'bad-format', /more bytes at byte 0/],
    ['30', 'bad-format', /more bytes at byte 1/],
    ['3080', 'bad-format', /more bytes at byte 2/],
    ['308000', 'bad-format', /more bytes at byte 3/],
    ['30800001', 'bad-format', /00 00 as the end of contents at byte 3, got 01/],
    ['3003020105ff', 'bad-format', /the end at byte 5, got 1 more bytes/],
    ['3004020105', 'bad-format', /at most 3 bytes of contents at byte 1, got a length of 4/],
    ['3002020500', 'bad-format', /at most 0 bytes of contents/],
    ['0480', 'bad-format', /a definite length at byte 0, got 80 of a primitive element/],
    ['3089010000000000000000', 'bad-format', /a length of at most 8 octets at byte 1/],
    ['3088ffffffffffffffff', 'bad-format', /at most 0 bytes of contents/],
    ['2403020101', 'bad-format', /OCTET STRINGs as the pieces of one at byte 0, got 02/],
    ['1f8100', 'bad-format', /a tag number below 31/],
    ['30020000', 'bad-format', /an element at byte 2/],
    ['3080'.repeat(33), 'too-large', /32 levels/],
  ] as const)('refuses %s', (ber, code, message) => {
    expect(() => berToDer(fromHex(ber))).toThrow(withCode(code, message));
  });

  it('refuses more elements and bytes than it is told', () => {
    const many = encodeElement(0x30, ...new Array<Uint8Array>(5).fill(fromHex('0500')));
    expect(berToDer(many, { maxElements: 6 })).toEqual(many);
    expect(() => berToDer(many, { maxElements: 5 })).toThrow(withCode('too-large', /5 elements/));
    expect(() => berToDer(many, { maxBytes: 11 })).toThrow(withCode('too-large', /at most 11 bytes, got 12/));
  });
});
