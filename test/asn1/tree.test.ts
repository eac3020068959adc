/** Any DER as a tree: places, values, what is opened and what is not, and that nothing else than CryptoError is thrown. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DerNode, oidName, parseDerTree, pemDecode, walkDerTree } from '../../src/asn1/index.ts';
import { fromHex } from '../../src/bytes/index.ts';
import { CryptoError } from '../../src/errors.ts';
import { withCode } from '../with-code.ts';
import { REAL_LEAF, REAL_ROOT } from '../x509/real-chain.ts';

const tree = (hex: string) => parseDerTree(fromHex(hex.replaceAll(' ', '')));
const derOf = (pem: string) => pemDecode(pem)[0]!.der;
const leaf = derOf(REAL_LEAF);

/** Indented names: the shape at a glance. */
const shape = (node: DerNode) =>
  [...walkDerTree(node)].map(({ node: { name }, depth }) => `${' '.repeat(depth)}${name}`);

describe('a tree', () => {
  it('has each element at its place', () => {
    const root = tree('30 81 06  02 01 05  a0 80'.replace('81 06  02 01 05  a0 80', '05  a0 03 02 01 05'));
    expect([...walkDerTree(root)].map(({ node }) => [node.offset, node.headerLength, node.length])).toEqual([
      [0, 2, 5],
      [2, 2, 3],
      [4, 2, 1],
    ]);
    expect(shape(root)).toEqual(['SEQUENCE', ' [0]', '  INTEGER']);
  });

  it.each<[string, string, DerNode['value']]>([
    ['BOOLEAN', '01 01 ff', { kind: 'boolean', value: true }],
    ['INTEGER', '02 01 80', { kind: 'integer', value: -128n }],
    ['ENUMERATED', '0a 01 03', { kind: 'integer', value: 3n }],
    ['NULL', '05 00', { kind: 'null' }],
    ['OBJECT IDENTIFIER', '06 03 55 04 03', { kind: 'oid', oid: '2.5.4.3' }],
    ['UTF8String', '0c 03 e5 af 86', { kind: 'string', text: '密' }],
    ['BIT STRING', '03 02 05 a0', { kind: 'bits', bytes: fromHex('a0'), unusedBits: 5 }],
    ['OCTET STRING', '04 02 04 00', { kind: 'octets' }],
    ['UTCTime', '17 0d 3233303532393138343430305a', { kind: 'time', date: new Date('2023-05-29T18:44:00Z') }],
    ['primitive [2]', '82 01 61', { kind: 'untyped' }],
    ['UNIVERSAL 9', '09 00', { kind: 'untyped' }],
  ])('knows %s', (name, hex, value) => {
    expect(tree(hex)).toMatchObject({ name: name.replace('primitive ', ''), value, children: [] });
  });

  it.each([
    ['a BOOLEAN', '01 01 01'],
    ['an INTEGER', '02 02 00 01'],
    ['an OBJECT IDENTIFIER', '06 00'],
    ['a BIT STRING', '03 02 09 00'],
    ['UTF-8', '0c 01 ff'],
    ['a time', '17 01 30'],
    ['a NULL', '05 01 00'],
  ])('keeps what is not %s', (_, hex) => {
    expect(tree(hex)).toMatchObject({ value: { kind: 'malformed', reason: expect.any(String) } });
  });
});

describe('a string that holds DER', () => {
  it('is opened in an extension, whatever it holds', () => {
    // subjectKeyIdentifier: 04 inside 04
    expect(shape(tree('30 0b  06 03 55 1d 0e  04 04 04 02 ab cd'))).toEqual([
      'SEQUENCE',
      ' OBJECT IDENTIFIER',
      ' OCTET STRING',
      '  OCTET STRING',
    ]);
    // critical basicConstraints
    expect(shape(tree('30 0c  06 03 55 1d 13  01 01 ff  04 02 30 00'))).toContain('  SEQUENCE');
  });

  it('is not, where something follows it or the element does not fill it', () => {
    expect(shape(tree('30 0d  06 03 55 1d 0e  04 04 04 02 ab cd  05 00'))).toHaveLength(4);
    expect(shape(tree('30 0b  06 03 55 1d 0e  04 04 04 01 ab cd'))).toHaveLength(3);
  });

  it('is opened elsewhere where it is a SEQUENCE to its last byte', () => {
    expect(shape(tree('04 05 30 03 02 01 05'))).toEqual(['OCTET STRING', ' SEQUENCE', '  INTEGER']);
    expect(shape(tree('03 06 00 30 03 02 01 05'))).toEqual(['BIT STRING', ' SEQUENCE', '  INTEGER']);
    expect(shape(tree('04 03 02 01 05'))).toEqual(['OCTET STRING']);
    expect(shape(tree('04 06 30 03 02 01 05 00'))).toEqual(['OCTET STRING']);
    expect(shape(tree('03 03 01 30 00'))).toEqual(['BIT STRING']);
  });

  it('stays closed beyond the levels', () => {
    const nested = (levels: number) => {
      let der = fromHex('3000');
      for (let i = 0; i < levels; i++) der = Uint8Array.of(i % 2 ? 0x30 : 0x04, der.length, ...der);
      return der;
    };
    expect(shape(parseDerTree(nested(31)))).toHaveLength(32);
    expect(shape(parseDerTree(nested(5), { maxDepth: 3 }))).toHaveLength(3);
    expect(() => parseDerTree(fromHex('3004300230 00'.replace(' ', '')), { maxDepth: 2 })).toThrow(
      withCode('too-large'),
    );
  });
});

describe('a certificate of a real site', () => {
  const nodes = [...walkDerTree(parseDerTree(leaf))].map(({ node }) => node);

  it('is opened down to its key and extensions', () => {
    const names = nodes.flatMap(({ value }) =>
      value.kind === 'oid' ? (oidName(value.oid) ?? value.oid) : [],
    );
    expect(names).toEqual([
      'sha256WithRSAEncryption',
      'countryName',
      'organizationName',
      'commonName',
      'commonName',
      'rsaEncryption',
      'keyUsage',
      'extKeyUsage',
      'serverAuth',
      'clientAuth',
      'basicConstraints',
      'subjectKeyIdentifier',
      'authorityKeyIdentifier',
      'authorityInfoAccess',
      'ocsp',
      'caIssuers',
      'subjectAltName',
      'certificatePolicies',
      'domainValidated',
      'letsEncryptDomainValidated',
      'cps',
      'signedCertificateTimestampList',
      'sha256WithRSAEncryption',
    ]);
    const integers = nodes.flatMap(({ value }) => (value.kind === 'integer' ? value.value : []));
    expect(integers.at(-1)).toBe(65537n);
  });

  it('covers every byte once', () => {
    const leaves = nodes.filter(
      ({ value, children }) => value.kind !== 'constructed' && children.length === 0,
    );
    const headers = nodes.reduce((sum, { headerLength }) => sum + headerLength, 0);
    // One octet of unused bits stands before the key.
    expect(headers + leaves.reduce((sum, { length }) => sum + length, 0) + 1).toBe(leaf.length);
  });
});

describe('what is no DER', () => {
  it.each([
    ['bad-format', ''],
    ['bad-format', '3001'],
    ['bad-format', '30030201'],
    ['bad-format', '020105ff'],
    ['bad-format', '3080 0000'],
    ['bad-format', '1f8101 00'],
  ] as const)('%s: %s', (code, hex) => {
    expect(() => tree(hex)).toThrow(withCode(code));
  });

  it('is bounded in count and bytes', () => {
    expect(() => parseDerTree(fromHex('30040500 0500'.replace(' ', '')), { maxElements: 2 })).toThrow(
      withCode('too-large'),
    );
    expect(() => parseDerTree(fromHex('0500'), { maxBytes: 1 })).toThrow(withCode('too-large'));
    // Two octets make a NULL: some hundred thousand fit into a small file.
    const many = new Uint8Array(4 + 2 * (2 ** 18 + 1));
    many.set([0x30, 0x83, ...[16, 8, 0].map((shift) => ((many.length - 5) >> shift) & 255)].slice(0, 5));
    expect(() => parseDerTree(many)).toThrow(CryptoError);
  });

  it('throws CryptoError and nothing else, for a certificate changed at any byte or cut off', () => {
    const attempt = (der: Uint8Array) => {
      try {
        parseDerTree(der);
      } catch (error) {
        if (!(error instanceof CryptoError)) throw error;
      }
    };
    for (let at = 0; at < leaf.length; at++) {
      for (const value of [0x30, 0x80, leaf[at]! ^ 0x01, leaf[at]! ^ 0x20]) {
        const changed = Uint8Array.from(leaf);
        changed[at] = value;
        attempt(changed);
      }
      attempt(leaf.subarray(0, at));
    }
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), attempt));
  });
});

describe('names of object identifiers', () => {
  it('are known, or undefined', () => {
    expect(oidName('2.5.4.3')).toBe('commonName');
    expect(oidName('1.3.6.1.4.1.11129.2.4.2')).toBe('signedCertificateTimestampList');
    expect(oidName('2.5.4')).toBeUndefined();
    expect(oidName('2.5.4.3.')).toBeUndefined();
    expect(oidName('constructor.name')).toBeUndefined();
    expect(oidName('')).toBeUndefined();
  });

  it('has the root too', () => {
    expect(parseDerTree(derOf(REAL_ROOT)).length).toBe(derOf(REAL_ROOT).length - 4);
  });
});
