/** Headers against packets made by hand and published figures; and what is damaged is refused, never more than that. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnnotatedBytes, fromHex, toHex, utf8 } from '../../../src/bytes/index.ts';
import { CryptoError } from '../../../src/errors.ts';
import {
  ACK,
  encodeIpv4,
  encodeTcp,
  encodeTcpPacket,
  encodeUdp,
  encodeUdpPacket,
  FIN,
  flagNames,
  internetChecksum,
  ipv4Bytes,
  macBytes,
  PSH,
  parseIpv4,
  parsePacket,
  parseTcp,
  parseUdp,
  SYN,
  type TcpSegment,
} from '../../../src/net/index.ts';
import { withCode } from '../../with-code.ts';

const ENVELOPE = {
  sourceMac: '02:00:00:00:00:0a',
  destinationMac: '02:00:00:00:00:0b',
  source: '192.0.2.10',
  destination: '198.51.100.80',
  identification: 1,
};
const SEGMENT: TcpSegment = {
  sourcePort: 49152,
  destinationPort: 443,
  seq: 3626544836,
  ack: 1739326486,
  flags: PSH | ACK,
  window: 502,
  urgentPointer: 0,
  options: { timestamps: { value: 1, echo: 0xffffffff } },
  payload: utf8('hello'),
};

describe('the Internet checksum', () => {
  it('is that of RFC 1071, 3: the words 0001 f203 f4f5 f6f7 add up to ddf2', () => {
    expect(internetChecksum(fromHex('0001f203f4f5f6f7'))).toBe(0xffff - 0xddf2);
    expect(internetChecksum(fromHex('0001f203'), fromHex('f4f5f6f7'))).toBe(0xffff - 0xddf2);
  });

  it('fills an odd length with a zero, and gives zero over itself', () => {
    expect(internetChecksum(fromHex('0102f3'))).toBe(internetChecksum(fromHex('0102f300')));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
        const even = bytes.length % 2 === 0 ? bytes : bytes.subarray(1);
        const sum = internetChecksum(even);
        expect(internetChecksum(even, Uint8Array.of(sum >> 8, sum & 255))).toBe(0);
      }),
    );
  });

  // The header that Wikipedia's "Internet checksum" works through: b861.
  it('is b861 for the header of a known example', () => {
    expect(internetChecksum(fromHex('45000073000040004011 0000 c0a80001c0a800c7'.replaceAll(' ', '')))).toBe(
      0xb861,
    );
  });
});

describe('IPv4', () => {
  it('writes the known header', () => {
    const header = encodeIpv4({
      source: '192.168.0.1',
      destination: '192.168.0.199',
      protocol: 17,
      identification: 0,
      ttl: 64,
      dontFragment: true,
      payload: new Uint8Array(0x73 - 20),
    });
    expect(toHex(header.subarray(0, 20))).toBe('45000073000040004011b861c0a80001c0a800c7');
  });

  it('ignores padding behind the packet and skips options', () => {
    const bytes = fromHex('460000190001000040110000c0000201c000020201010100aaff0000');
    const { payload, checksum } = parseIpv4(bytes);
    expect([toHex(payload), checksum]).toEqual(['aa', 'bad']);
  });

  it.each([
    ['55000014000000004011b861c0a80001c0a800c7', 'bad-format', /^IP version: expected 4/],
    ['44000014000000004011b861c0a80001c0a800c7', 'bad-format', /^header length: /],
    ['4f000014000000004011b861c0a80001c0a800c7', 'bad-format', /^header length: /],
    ['45000015000000004011b861c0a80001c0a800c7', 'bad-format', /^total length: /],
    ['45000013000000004011b861c0a80001c0a800c7', 'bad-format', /^total length: /],
    ['45000014000020004011b861c0a80001c0a800c7', 'unsupported', /^fragment: /],
    ['45000014000000014011b861c0a80001c0a800c7', 'unsupported', /at offset 8$/],
  ] as const)('refuses %s', (hex, code, message) => {
    expect(() => parseIpv4(fromHex(hex))).toThrow(withCode(code, message));
  });
});

describe('addresses', () => {
  it.each(['1.2.3', '1.2.3.4.5', '01.2.3.4', '256.1.1.1', '1.2.3.4 ', '1.2.3.-4', ''])(
    'refuses %j',
    (text) => {
      expect(() => ipv4Bytes(text)).toThrow(withCode('bad-argument', /^address: expected an IPv4 address/));
    },
  );
  it.each(['2:0:0:0:0:a', '02-00-00-00-00-0a', '02:00:00:00:00', ''])('refuses %j', (text) => {
    expect(() => macBytes(text)).toThrow(withCode('bad-argument', /^address: expected a MAC address/));
  });
});

describe('UDP', () => {
  it('sends a checksum of zero as ffff, and takes zero as none', () => {
    const addresses = { source: '0.0.0.0', destination: '0.0.0.0' };
    // Payload chosen so that everything adds up to ffff: 0011 + 000a twice + payload.
    const zero = encodeUdp(
      { sourcePort: 0, destinationPort: 0, payload: Uint8Array.of(0xff, 0xda) },
      addresses,
    );
    expect(toHex(zero.subarray(6, 8))).toBe('ffff');
    expect(parseUdp(zero, addresses).checksum).toBe('good');
    zero.fill(0, 6, 8);
    expect(parseUdp(zero, addresses).checksum).toBe('absent');
  });

  it('refuses lengths that do not fit', () => {
    for (const length of ['0007', '000a']) {
      expect(() => parseUdp(fromHex(`00350035${length}000000`), ENVELOPE)).toThrow(
        withCode('bad-format', /^length: expected from 8 to the 9 bytes/),
      );
    }
  });
});

describe('TCP', () => {
  it('writes every option, and reads it again', () => {
    const options = {
      mss: 1460,
      windowScale: 7,
      sackPermitted: true,
      timestamps: { value: 5, echo: 6 },
      unknown: [{ kind: 34, value: fromHex('aabb') }],
    };
    const bytes = encodeTcp({ ...SEGMENT, flags: SYN, options, payload: new Uint8Array(0) }, ENVELOPE);
    expect(bytes.length % 4).toBe(0);
    expect(parseTcp(bytes, ENVELOPE).options).toEqual(options);
    const sack = [[1, 2] as const, [0xfffffff0, 5] as const];
    expect(parseTcp(encodeTcp({ ...SEGMENT, options: { sack } }, ENVELOPE), ENVELOPE).options).toEqual({
      sack,
    });
  });

  it.each([
    ['0204', /^option: expected 2 bytes/],
    ['0200', /^option length: expected from 2 up/],
    ['02030000', /^option length: expected one that fits option 2/],
    ['0502', /^option length: expected one that fits option 5/],
    ['ff', /^option length: expected 1 bytes/],
    ['22ff0000', /^option: expected 253 bytes/],
  ])('refuses the option %s', (hex, message) => {
    const options = hex.length === 2 ? `010101${hex}` : hex.padStart(8, '01');
    const header = `c00001bb00000000000000006002ffff00000000${options}`;
    expect(() => parseTcp(fromHex(header), ENVELOPE)).toThrow(withCode('bad-format', message));
  });

  it('refuses more options than fit, and header lengths that do not', () => {
    const unknown = Array.from({ length: 3 }, () => ({ kind: 99, value: new Uint8Array(12) }));
    expect(() => encodeTcp({ ...SEGMENT, options: { unknown } }, ENVELOPE)).toThrow(withCode('too-large'));
    for (const offset of ['40', 'f0']) {
      expect(() => parseTcp(fromHex(`c00001bb0000000000000000${offset}02ffff00000000`), ENVELOPE)).toThrow(
        withCode('bad-format', /^data offset: /),
      );
    }
  });

  it('names flags', () => expect(flagNames(FIN | ACK)).toEqual(['FIN', 'ACK']));
});

describe('a packet', () => {
  const port = fc.nat(65_535);
  const word = fc.nat(0xffffffff);
  const address = fc
    .tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255))
    .map((parts) => parts.join('.'));
  const payload = fc.uint8Array({ maxLength: 200 });

  it('comes back as it was, with good checksums; one flipped bit makes one bad', () => {
    const segment = fc.record({
      sourcePort: port,
      destinationPort: port,
      seq: word,
      ack: word,
      flags: fc.nat(255),
      window: port,
      urgentPointer: port,
      options: fc.constantFrom({}, { mss: 536 }, SEGMENT.options),
      payload,
    });
    fc.assert(
      fc.property(segment, address, address, fc.nat(), (sent, source, destination, at) => {
        const frame = encodeTcpPacket(sent, { ...ENVELOPE, source, destination });
        const { tcp, ipv4 } = parsePacket(frame);
        expect(tcp).toEqual({ ...sent, checksum: 'good' });
        expect(ipv4).toMatchObject({ source, destination, checksum: 'good', ttl: 64 });
        const flipped = frame.slice();
        flipped[14 + 20 + 4 + (at % 8)]! ^= 1 << (at % 8);
        expect(parsePacket(flipped).tcp!.checksum).toBe('bad');
      }),
    );
    fc.assert(
      fc.property(port, port, payload, (sourcePort, destinationPort, content) => {
        const sent = { sourcePort, destinationPort, payload: content };
        expect(parsePacket(encodeUdpPacket(sent, ENVELOPE)).udp).toEqual({ ...sent, checksum: 'good' });
      }),
    );
  });

  it('has every byte of its headers recorded once, in order', () => {
    const fields: AnnotatedBytes[] = [];
    const frame = encodeTcpPacket({ ...SEGMENT, options: { mss: 1460 } }, ENVELOPE);
    parsePacket(frame, (field) => fields.push(field));
    const named = fields.filter(({ name }) => name !== 'options');
    expect(named.find(({ name }) => name === 'sequence number')).toMatchObject({
      offset: 38,
      value: '3626544836',
    });
    let at = 0;
    for (const { offset, length } of named) {
      expect(offset).toBe(at);
      at += length;
    }
    expect(at).toBe(frame.length - 5);
  });

  it('is refused where it is cut, at every byte', () => {
    const frames = [
      encodeTcpPacket(SEGMENT, ENVELOPE),
      encodeUdpPacket({ sourcePort: 1, destinationPort: 53, payload: utf8('hello') }, ENVELOPE),
    ];
    for (const frame of frames) {
      for (let length = 0; length < frame.length; length++) {
        expect(() => parsePacket(frame.subarray(0, length)), `${length}`).toThrow(withCode('bad-format'));
      }
    }
  });

  it('throws nothing but CryptoError, whatever comes', () => {
    const frame = encodeTcpPacket(SEGMENT, ENVELOPE);
    const changes = fc.array(fc.tuple(fc.nat(frame.length - 1), fc.nat(255)), { maxLength: 8 });
    fc.assert(
      fc.property(changes, (list) => {
        const damaged = frame.slice();
        for (const [at, value] of list) damaged[at] = value;
        try {
          parsePacket(damaged);
        } catch (error) {
          expect(error).toBeInstanceOf(CryptoError);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('shows the outer layers of other protocols', () => {
    const arp = fromHex(`ffffffffffff02000000000a0806${'00'.repeat(28)}`);
    expect(parsePacket(arp)).toEqual({ ethernet: expect.objectContaining({ etherType: 0x0806 }) });
    expect(() => parsePacket(fromHex(`ffffffffffff02000000000a0026${'00'.repeat(38)}`))).toThrow(
      withCode('bad-format', /^etherType: expected an EtherType/),
    );
  });
});
