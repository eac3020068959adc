/** Captures written and read, of either byte order and unit; and hostile ones, which cost an error and no memory. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, fromHex, toHex, utf8 } from '../../../src/bytes/index.ts';
import { CryptoError } from '../../../src/errors.ts';
import { EPOCH_MICROS, readCapture, writePcapng } from '../../../src/net/index.ts';
import { withCode } from '../../with-code.ts';
import { conversation } from './conversation.ts';

const SECRETS = `CLIENT_RANDOM ${'00'.repeat(32)} ${'11'.repeat(48)}\n`;

const u16 = (little: boolean, value: number) => {
  const bytes = new Uint8Array(2);
  new DataView(bytes.buffer).setUint16(0, value, little);
  return bytes;
};
const u32 = (little: boolean, ...values: number[]) => {
  const bytes = new Uint8Array(4 * values.length);
  for (const [i, value] of values.entries()) new DataView(bytes.buffer).setUint32(4 * i, value, little);
  return bytes;
};
const block = (little: boolean, type: number, body: Uint8Array) =>
  concat(u32(little, type, body.length + 12), body, u32(little, body.length + 12));
const section = (little: boolean) =>
  block(
    little,
    0x0a0d0d0a,
    concat(u32(little, 0x1a2b3c4d), u16(little, 1), u16(little, 0), fromHex('ff'.repeat(8))),
  );
const described = (little: boolean, options: Uint8Array = new Uint8Array(0)) =>
  block(little, 1, concat(u16(little, 1), u16(little, 0), u32(little, 0), options));
const packet = (little: boolean, high: number, low: number, hex: string) =>
  block(
    little,
    6,
    concat(u32(little, 0, high, low, hex.length / 2, hex.length / 2), fromHex(hex.padEnd(8, '0'))),
  );

describe('pcapng', () => {
  it('comes back as it was written', () => {
    const packets = fc.array(fc.record({ time: fc.nat(1e9), frame: fc.uint8Array({ maxLength: 100 }) }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(packets, fc.boolean(), (sent, withSecrets) => {
        const bytes = writePcapng({
          packets: sent,
          interfaceName: 'link',
          comment: 'a lesson',
          ...(withSecrets && { secrets: SECRETS }),
        });
        expect(bytes.length % 4).toBe(0);
        expect(readCapture(bytes)).toEqual({
          format: 'pcapng',
          linkType: 1,
          packets: sent.map(({ time, frame }) => ({
            time: EPOCH_MICROS + time,
            frame,
            originalLength: frame.length,
          })),
          secrets: withSecrets ? [SECRETS] : [],
        });
      }),
    );
  });

  it('begins with the section, the interface and the secrets, then the packets', () => {
    const bytes = writePcapng({ packets: conversation(), secrets: SECRETS, interfaceName: 'link' });
    const types: number[] = [];
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length; at += view.getUint32(at + 4, true))
      types.push(view.getUint32(at, true));
    expect(types).toEqual([0x0a0d0d0a, 1, 10, ...conversation().map(() => 6)]);
  });

  it.each([true, false])(
    'reads sections that are little-endian: %s, in nanoseconds or powers of two',
    (little) => {
      const nanoseconds = concat(u16(little, 9), u16(little, 1), fromHex('09000000'));
      const halves = concat(u16(!little, 9), u16(!little, 1), fromHex('81000000'), u32(!little, 0));
      const bytes = concat(
        section(little),
        described(little, nanoseconds),
        block(little, 0x0bad, fromHex('00000000')),
        packet(little, 1, 1999, 'aabb'),
        section(!little),
        described(!little, halves),
        packet(!little, 0, 3, 'cc'),
        block(!little, 3, concat(u32(!little, 2), fromHex('ddee0000'))),
      );
      const { packets } = readCapture(bytes);
      expect(packets.map(({ time, frame }) => [time, toHex(frame)])).toEqual([
        [4294969, 'aabb'],
        [1_500_000, 'cc'],
        [0, 'ddee'],
      ]);
    },
  );

  it('reads interfaces of several link types', () => {
    const raw = block(true, 1, concat(u16(true, 101), u16(true, 0), u32(true, 0)));
    const second = block(true, 6, concat(u32(true, 1, 0, 5, 4, 4), fromHex('60000000')));
    const { linkType, packets } = readCapture(
      concat(section(true), described(true), raw, packet(true, 0, 4, 'aabb'), second),
    );
    expect(linkType).toBe(1);
    expect(packets).toEqual([
      { time: 4, frame: fromHex('aabb'), originalLength: 2 },
      { time: 5, frame: fromHex('60000000'), originalLength: 4, linkType: 101 },
    ]);
  });

  it.each([true, false])('reads the packet blocks of old files, little-endian: %s', (little) => {
    const raw = block(little, 1, concat(u16(little, 101), u16(little, 0), u32(little, 0)));
    const head = concat(u16(little, 1), u16(little, 7), u32(little, 0, 5, 4, 4));
    const { packets } = readCapture(
      concat(section(little), described(little), raw, block(little, 2, concat(head, fromHex('60000000')))),
    );
    expect(packets).toEqual([{ time: 5, frame: fromHex('60000000'), originalLength: 4, linkType: 101 }]);
  });

  it('refuses a time that is no number of seconds ahead of 1970', () => {
    const bytes = writePcapng({ packets: [], interfaceName: 'link' });
    expect(readCapture(bytes).packets).toEqual([]);
    expect(() => writePcapng({ packets: [{ time: -1, frame: utf8('x') }], interfaceName: '' })).toThrow(
      withCode('bad-argument', /^time: /),
    );
  });
});

describe('pcap', () => {
  it.each([
    [true, 0xa1b2c3d4, 7],
    [false, 0xa1b2c3d4, 7],
    [true, 0xa1b23c4d, 7999],
    [false, 0xa1b23c4d, 7999],
  ])('is read, little-endian: %s, magic %i', (little, magic, ticks) => {
    const bytes = concat(
      u32(little, magic),
      u16(little, 2),
      u16(little, 4),
      u32(little, 0, 0, 65_535, 1, 1_767_600_000, ticks, 3, 60),
      fromHex('aabbcc'),
    );
    expect(readCapture(bytes)).toEqual({
      format: 'pcap',
      linkType: 1,
      packets: [{ time: EPOCH_MICROS + 7, frame: fromHex('aabbcc'), originalLength: 60 }],
      secrets: [],
    });
  });
});

describe('a hostile capture', () => {
  const whole = writePcapng({ packets: conversation(), secrets: SECRETS, interfaceName: 'link' });
  const L = true;
  const huge = 0xfffffffc;

  it.each<[string, Uint8Array, RegExp]>([
    ['another file', utf8('PK\u0003\u0004 a zip file'), /^capture: expected pcapng or pcap/],
    ['nothing', new Uint8Array(0), /^capture: .*, got an empty file$/],
    ['three bytes', fromHex('0a0d0d'), /^capture: .*, got something else$/],
    ['no byte order', concat(fromHex('0a0d0d0a0000001c'), new Uint8Array(20)), /^byte-order magic: /],
    ['a block of 4 GiB', concat(section(L), u32(L, 1, huge, 0)), /^block: expected 4294967280 bytes/],
    [
      'a block of 13 bytes',
      concat(section(L), u32(L, 1, 13, 0, 0, 0)),
      /^block length: expected a multiple of 4/,
    ],
    ['a block of 0 bytes', concat(section(L), u32(L, 1, 0, 0)), /^block length: expected a multiple of 4/],
    ['two lengths', concat(section(L), u32(L, 1, 12, 16)), /^block length: expected 12 again/],
    [
      'a packet of 4 GiB',
      concat(section(L), described(L), block(L, 6, u32(L, 0, 0, 0, huge, huge))),
      /^packet: /,
    ],
    ['secrets of 4 GiB', concat(section(L), block(L, 10, u32(L, 0x544c534b, huge))), /^secrets: /],
    ['an unknown interface', concat(section(L), packet(L, 0, 0, 'aa')), /^interface: expected one of the 0/],
    ['an option too long', concat(section(L), described(L, concat(u16(L, 2), u16(L, 0xffff)))), /^option: /],
    ['an option without its value', concat(section(L), described(L, u32(L, 0x00050002))), /^option: /],
    ['a date in the year 500,000', concat(section(L), described(L), packet(L, huge, 0, 'aa')), /^time: /],
    [
      'a pcap packet of 4 GiB',
      concat(u32(L, 0xa1b2c3d4, 0x00040002, 0, 0, 0, 1), u32(L, 0, 0, huge, huge)),
      /^packet: /,
    ],
  ])('with %s is refused', (_, bytes, message) => {
    expect(() => readCapture(bytes)).toThrow(withCode('bad-format', message));
  });

  it('may leave out the end of its options, but not have them without end', () => {
    const option = concat(u16(L, 1), u16(L, 0));
    expect(readCapture(concat(section(L), described(L, option))).packets).toEqual([]);
    const many = concat(...Array.from({ length: 1001 }, () => option));
    expect(() => readCapture(concat(section(L), described(L, many)))).toThrow(
      withCode('too-large', /^options: /),
    );
  });

  it('cut anywhere gives a CryptoError, or the packets before the cut', () => {
    for (let length = 0; length < whole.length; length++) {
      try {
        expect(readCapture(whole.subarray(0, length)).packets.length).toBeLessThan(conversation().length);
      } catch (error) {
        expect(error).toBeInstanceOf(CryptoError);
      }
    }
  });

  it('cut short keeps the packets before the cut, where the caller takes them', () => {
    const faults: CryptoError[] = [];
    const { packets } = readCapture(whole.subarray(0, whole.length - 1), (fault) => faults.push(fault));
    expect(packets).toHaveLength(conversation().length - 1);
    expect(faults.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^block length: expected 4 bytes/),
    ]);
    expect(() => readCapture(whole.subarray(0, 40), (fault) => faults.push(fault))).toThrow(
      withCode('bad-format'),
    );
    expect(faults).toHaveLength(1);
  });

  it('damaged anywhere gives nothing but a CryptoError', () => {
    const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(changes, (list) => {
        const damaged = whole.slice();
        for (const [at, value] of list) damaged[at] = value;
        try {
          readCapture(damaged);
        } catch (error) {
          expect(error).toBeInstanceOf(CryptoError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
