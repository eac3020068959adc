/** GeneralName in its nine kinds, and IP addresses as text and bytes. */
import { isIPv4, isIPv6 } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDer } from '../../src/asn1/index.ts';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { encodeGeneralName, readGeneralName } from '../../src/x509/general-name.ts';
import { formatGeneralName, formatIp, type GeneralName, parseIp, parseName } from '../../src/x509/index.ts';
import { withCode } from '../with-code.ts';

const KINDS: readonly (readonly [GeneralName, text: string, der: string])[] = [
  [{ kind: 'rfc822Name', value: 'a@b' }, 'email:a@b', '8103614062'],
  [{ kind: 'dNSName', value: 'a.b' }, 'DNS:a.b', '8203612e62'],
  [{ kind: 'uniformResourceIdentifier', value: 'x:y' }, 'URI:x:y', '8603783a79'],
  [{ kind: 'iPAddress', bytes: fromHex('c0000201') }, 'IP:192.0.2.1', '8704c0000201'],
  [
    { kind: 'iPAddress', bytes: fromHex('0a000000ff000000') },
    'IP:10.0.0.0/255.0.0.0',
    '87080a000000ff000000',
  ],
  [{ kind: 'iPAddress', bytes: fromHex('0102') }, 'IP:0102', '87020102'],
  [{ kind: 'directoryName', name: parseName('CN=a') }, 'DirName:CN=a', 'a40e300c310a300806035504030c0161'],
  [{ kind: 'registeredID', oid: '1.2.3' }, 'RID:1.2.3', '88022a03'],
  [{ kind: 'otherName', oid: '1.2.3', raw: fromHex('0c0161') }, 'otherName:1.2.3', 'a00906022a03a0030c0161'],
  [{ kind: 'x400Address', raw: fromHex('a30430020500') }, 'x400Address', 'a30430020500'],
  [{ kind: 'ediPartyName', raw: fromHex('a502a100') }, 'ediPartyName', 'a502a100'],
];

describe('GeneralName', () => {
  it.each(KINDS)('%j', (name, text, der) => {
    expect(toHex(encodeGeneralName(name))).toBe(der);
    const reader = openDer(fromHex(der));
    expect(readGeneralName(reader, 'x')).toEqual(name);
    reader.end('x');
    expect(formatGeneralName(name)).toBe(text);
  });

  it.each(['8a0161', '0c0161', '990161', '8201ff', ''])('refuses %s', (der) => {
    expect(() => readGeneralName(openDer(fromHex(der)), 'x')).toThrow(withCode('bad-format', /^x/));
  });

  it('shows no control character', () => {
    expect(formatGeneralName({ kind: 'dNSName', value: 'a\u0000\u001b[m\\' })).toBe('DNS:a\\x00\\x1b[m\\\\');
  });
});

describe('IP addresses', () => {
  it('agree with the platform on what is one', () => {
    const part = fc.constantFrom('0', '1', '01', '255', '256', 'ff', 'fffff', '', '1.2.3.4', 'g', ' 1');
    const texts = fc.tuple(fc.array(part, { maxLength: 10 }), fc.constantFrom('.', ':', '::'));
    fc.assert(
      fc.property(texts, ([parts, separator]) => {
        const text = parts.join(separator);
        expect(parseIp(text) !== undefined, text).toBe(isIPv4(text) || isIPv6(text));
      }),
      { numRuns: 2000 },
    );
    fc.assert(fc.property(fc.ipV4(), (text) => void expect(formatIp(parseIp(text)!)).toBe(text)));
    fc.assert(fc.property(fc.ipV6(), (text) => void expect(parseIp(text), text).toHaveLength(16)));
  });

  it('are written as the platform writes them (RFC 5952)', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), fc.nat(0xffff), (bytes, mask) => {
        const holed = bytes.map((byte, i) => ((mask >> i) & 1 ? byte : 0));
        const text = formatIp(holed);
        expect(parseIp(text)).toEqual(holed);
        // A URL writes an address in one way; one group of zeros alone is not left out.
        expect(new URL(`http://[${text}]/`).hostname).toBe(`[${text}]`);
      }),
    );
  });

  it.each([
    ['::', '::'],
    ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['10:0:0:0:0:0:0:100', '10::100'],
    ['::ffff:192.0.2.1', '::ffff:c000:201'],
    ['0:0:1:0:0:0:0:0', '0:0:1::'],
  ])('%s is %s', (given, shown) => expect(formatIp(parseIp(given)!)).toBe(shown));

  it('are bounded', () => expect(parseIp(`${'0:'.repeat(1000)}0`)).toBeUndefined());
});
