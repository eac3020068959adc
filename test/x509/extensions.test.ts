/** Extensions: each inverts its encoder, has the bytes that OpenSSL gives it, and says where it is damaged. */
import { describe, expect, it } from 'vitest';
import { openDer } from '../../src/asn1/index.ts';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { encodeExtensions, readExtensions } from '../../src/x509/extensions/extension.ts';
import {
  EXTENSION_IDS,
  type ExtensionValue,
  findExtension,
  KEY_PURPOSES,
  KEY_USAGES,
  makeExtension,
  makeUnknownExtension,
  parseName,
  purposeName,
} from '../../src/x509/index.ts';
import { withCode } from '../with-code.ts';

type Known = Exclude<ExtensionValue, { kind: 'unknown' }>;

const dns = (value: string) => ({ kind: 'dNSName', value }) as const;
const uri = (value: string) => ({ kind: 'uniformResourceIdentifier', value }) as const;

/** Values, and their DER: those of the first column were written by OpenSSL 3.0 (`openssl x509 -extfile`). */
const VALUES: readonly (readonly [Known, string])[] = [
  [{ kind: 'basicConstraints', cA: false }, '3000'],
  [{ kind: 'basicConstraints', cA: true }, '30030101ff'],
  [{ kind: 'basicConstraints', cA: true, pathLenConstraint: 0 }, '30060101ff020100'],
  [{ kind: 'keyUsage', usages: ['digitalSignature', 'keyEncipherment'] }, '030205a0'],
  [{ kind: 'keyUsage', usages: ['keyCertSign', 'cRLSign'] }, '03020106'],
  [{ kind: 'keyUsage', usages: ['keyAgreement', 'decipherOnly'] }, '0303070880'],
  [{ kind: 'keyUsage', usages: [...KEY_USAGES] }, '030307ff80'],
  [{ kind: 'keyUsage', usages: [] }, '030100'],
  [{ kind: 'extKeyUsage', purposes: [KEY_PURPOSES.serverAuth] }, '300a06082b06010505070301'],
  [{ kind: 'subjectAltName', names: [dns('a.b')] }, '30058203612e62'],
  [{ kind: 'issuerAltName', names: [dns('a.b')] }, '30058203612e62'],
  [{ kind: 'subjectKeyIdentifier', keyIdentifier: fromHex('0102') }, '04020102'],
  [{ kind: 'authorityKeyIdentifier', keyIdentifier: fromHex('0102') }, '300480020102'],
  [
    {
      kind: 'authorityKeyIdentifier',
      authorityCertIssuer: [{ kind: 'directoryName', name: parseName('CN=a') }],
      authorityCertSerialNumber: 5n,
    },
    '3015a110a40e300c310a300806035504030c0161820105',
  ],
  [
    { kind: 'nameConstraints', permittedSubtrees: [dns('a')], excludedSubtrees: [dns('b')] },
    '300ea0053003820161a1053003820162',
  ],
  [
    { kind: 'cRLDistributionPoints', points: [{ distributionPoint: { fullName: [uri('x:y')] } }] },
    '300d300ba009a0078605783a79'.replace('8605', '8603').replace('300d300ba009a007', '300b3009a007a005'),
  ],
  [
    {
      kind: 'cRLDistributionPoints',
      points: [
        {
          distributionPoint: { nameRelativeToCRLIssuer: parseName('CN=a')[0]! },
          reasons: ['keyCompromise'],
          cRLIssuer: [dns('a')],
        },
      ],
    },
    '30193017a00ca10a300806035504030c016181020640a203820161',
  ],
  [
    {
      kind: 'authorityInfoAccess',
      descriptions: [{ accessMethod: '1.3.6.1.5.5.7.48.1', accessLocation: uri('x:y') }],
    },
    '3011300f06082b060105050730018603783a79',
  ],
  [
    {
      kind: 'certificatePolicies',
      policies: [
        { policyIdentifier: '1.2.3', policyQualifiers: [] },
        {
          policyIdentifier: '1.2.4',
          policyQualifiers: [
            { policyQualifierId: '1.3.6.1.5.5.7.2.1', cPSuri: 'x:y', raw: fromHex('1603783a79') },
          ],
        },
      ],
    },
    '301f300406022a03301706022a04301130' + '0f06082b060105050702011603783a79',
  ],
  [{ kind: 'cRLNumber', number: 300n }, '0202012c'],
  [{ kind: 'deltaCRLIndicator', number: 1n }, '020101'],
  [
    {
      kind: 'issuingDistributionPoint',
      onlyContainsUserCerts: true,
      onlyContainsCACerts: false,
      indirectCRL: true,
      onlyContainsAttributeCerts: false,
    },
    '30068101ff8401ff',
  ],
  [{ kind: 'reasonCode', reason: 'keyCompromise' }, '0a0101'],
  [{ kind: 'invalidityDate', date: new Date('2026-01-02T03:04:05Z') }, '180f32303236303130323033303430355a'],
  [{ kind: 'certificateIssuer', names: [dns('a.b')] }, '30058203612e62'],
];

const read = (der: Uint8Array) => {
  const reader = openDer(der);
  const extensions = readExtensions(reader, 'extensions');
  reader.end('extensions');
  return extensions;
};
const raw = (kind: keyof typeof EXTENSION_IDS, hex: string) =>
  encodeExtensions([makeUnknownExtension(EXTENSION_IDS[kind], fromHex(hex), false)]);

describe('extensions', () => {
  it.each(VALUES)('%o', (value, der) => {
    const extension = makeExtension(value);
    expect(toHex(extension.raw)).toBe(der);
    expect(read(encodeExtensions([extension]))).toEqual([extension]);
  });

  it('covers every kind', () => {
    expect(new Set(VALUES.map(([{ kind }]) => kind))).toEqual(new Set(Object.keys(EXTENSION_IDS)));
  });

  it('are critical as RFC 5280 asks', () => {
    const critical = VALUES.map(([value]) => makeExtension(value)).filter((extension) => extension.critical);
    expect(new Set(critical.map(({ value }) => value.kind))).toEqual(
      new Set([
        'basicConstraints',
        'keyUsage',
        'nameConstraints',
        'issuingDistributionPoint',
        'deltaCRLIndicator',
        'certificateIssuer',
      ]),
    );
    expect(makeExtension({ kind: 'basicConstraints', cA: true }, false).critical).toBe(false);
  });

  it('are kept where nobody knows them, and where there are two', () => {
    const unknown = makeUnknownExtension('1.2.3', fromHex('ffff'), true);
    const twice = makeExtension({ kind: 'cRLNumber', number: 1n });
    expect(read(encodeExtensions([unknown, twice, twice]))).toEqual([unknown, twice, twice]);
    expect(findExtension([unknown, twice], 'cRLNumber')?.number).toBe(1n);
    expect(findExtension([unknown], 'cRLNumber')).toBeUndefined();
  });

  it('take FALSE written out, as many certificates have it', () => {
    const [found] = read(raw('basicConstraints', '3003010100'));
    expect(found!.value).toEqual({ kind: 'basicConstraints', cA: false });
    expect(read(fromHex('300e300c0603551d13010100040230' + '00'))[0]!.critical).toBe(false);
  });

  it.each([
    ['basicConstraints', '30030101ff00', /basicConstraints: expected its end at byte 1\d/],
    ['basicConstraints', '30060101ff0201ff', /basicConstraints pathLenConstraint/],
    ['basicConstraints', '0500', /basicConstraints: expected a SEQUENCE/],
    ['keyUsage', '030205a1', /keyUsage: expected 5 zero bits/],
    ['extKeyUsage', '3000', /extKeyUsage: expected at least one element/],
    ['nameConstraints', '3000', /nameConstraints: expected permittedSubtrees or excludedSubtrees/],
    [
      'nameConstraints',
      '300aa0083006820161800101',
      /permittedSubtrees minimum: expected an INTEGER from 0 to 0/,
    ],
    ['nameConstraints', '300aa0083006820161810105', /permittedSubtrees: expected its end/],
    ['reasonCode', '0a020100', /reasonCode: expected an INTEGER from 0 to 255/],
    ['authorityKeyIdentifier', '30048102a100', /authorityKeyIdentifier/],
    ['cRLDistributionPoints', '3000', /cRLDistributionPoints/],
  ] as const)('%s %s is refused', (kind, hex, message) => {
    expect(() => read(raw(kind, hex))).toThrow(withCode('bad-format', message));
  });

  it('knows the purposes by name', () => {
    expect(purposeName('1.3.6.1.5.5.7.3.1')).toBe('serverAuth');
    expect(purposeName('1.2.3')).toBe('1.2.3');
  });

  it('are read without any name, as OpenSSL writes issuer:copy where there is none', () => {
    expect(read(raw('issuerAltName', '3000'))[0]!.value).toEqual({ kind: 'issuerAltName', names: [] });
  });

  it('keeps a reason without a name', () => {
    expect(read(raw('reasonCode', '0a0107'))[0]!.value).toEqual({ kind: 'reasonCode', reason: undefined });
  });
});
