/**
 * The cases of NIST's Public Key Interoperability Test Suite (PKITS, 1.0.1), sections 4.1 to 4.7, 4.13 and 4.16, rebuilt: the
 * same shapes with certificates of our own. The titles are PKITS's numbers.
 */
import { describe, expect, it } from 'vitest';
import { encodeBitString, encodeElement, encodeSequence, TAG } from '../../../src/asn1/index.ts';
import { fromHex } from '../../../src/bytes/index.ts';
import { createSigner } from '../../../src/keys/index.ts';
import {
  type Certificate,
  type CertificateList,
  type ChainReason,
  type Extension,
  type GeneralName,
  issueCrl,
  type KeyUsageName,
  makeExtension,
  makeUnknownExtension,
  type Name,
  parseCertificate,
  parseName,
  verifyChain,
} from '../../../src/x509/index.ts';
import { type Changes, certify, NOW, type Person, person, testKey } from '../authority.ts';

const ANCHOR = person('CN=Trust Anchor,O=Test Certificates 2011,C=US');
const anchor = certify(ANCHOR, ANCHOR);
const ca = (name: string, key = name): Person => ({
  name: parseName(`CN=${name},O=Test Certificates 2011,C=US`),
  privateKey: testKey(key),
});
const GOOD = ca('Good CA');
const EE = ca('EE');

const usage = (...usages: KeyUsageName[]) => makeExtension({ kind: 'keyUsage', usages });
const CA_USAGE = { profile: 'ca', more: [usage('keyCertSign', 'cRLSign')] } as const;
const under = (changes: Changes = {}): Certificate =>
  certify(GOOD, ANCHOR, { profile: 'ca', by: anchor, ...changes });
const ee = (issuer: Person = GOOD, changes: Changes = {}): Certificate =>
  certify(EE, issuer, { without: ['extKeyUsage'], ...changes });

interface Lists {
  readonly revoked?: readonly bigint[];
  readonly name?: Name;
  readonly nextUpdate?: Date;
  readonly extensions?: readonly Extension[];
  readonly entry?: readonly Extension[];
}

function crl(
  issuer: Person,
  { revoked = [], name, nextUpdate, extensions = [], entry = [] }: Lists = {},
): CertificateList {
  return issueCrl(
    {
      issuer: name ?? issuer.name,
      thisUpdate: new Date('2020-01-01'),
      nextUpdate: nextUpdate ?? new Date('2049-12-31'),
      revoked: revoked.map((serialNumber) => ({
        serialNumber,
        revocationDate: new Date('2020-01-01'),
        extensions: entry,
      })),
      extensions: [makeExtension({ kind: 'cRLNumber', number: 1n }), ...extensions],
    },
    { privateKey: issuer.privateKey },
  );
}

interface Case {
  readonly number: string;
  readonly expected: ChainReason | 'valid';
  readonly leaf: Certificate;
  /** The rest, in any order. */
  readonly others?: readonly Certificate[];
  /** Of the anchor and Good CA, empty, where not given. */
  readonly lists?: readonly CertificateList[];
}

const c = (
  number: string,
  expected: Case['expected'],
  leaf: Certificate,
  others: readonly Certificate[] = [under()],
  lists: readonly CertificateList[] = [crl(ANCHOR), crl(GOOD)],
): Case => ({ number, expected, leaf, others, lists });

function run(cases: readonly Case[]): void {
  it.each(cases)('$number: $expected', ({ leaf, others, lists, expected }) => {
    for (const revocation of lists?.length ? (['given', 'all'] as const) : (['none'] as const)) {
      const verdict = verifyChain(leaf, {
        anchors: [anchor],
        intermediates: [...(others ?? [])],
        crls: [...(lists ?? [])],
        revocation,
        at: NOW,
      });
      expect(verdict.valid ? 'valid' : verdict.reason, revocation).toBe(expected);
    }
  });
}

const broken = (certificate: Certificate): Certificate => {
  const der = certificate.der.slice();
  der[der.length - 1]! ^= 1;
  return parseCertificate(der);
};
const dates = (notBefore: string, notAfter: string): Changes => ({
  validity: { notBefore: new Date(notBefore), notAfter: new Date(notAfter) },
});

describe('4.1 signatures', () => {
  run([
    c('4.1.1', 'valid', ee()),
    c('4.1.2', 'bad-signature', ee(), [broken(under())]),
    c('4.1.3', 'bad-signature', broken(ee())),
    // 4.1.4 to 4.1.6 have DSA keys, which are not known here.
    c('4.1.4', 'unsupported-key', ee(), [
      under({
        publicKey: {
          algorithm: 'unknown',
          oid: '1.2.840.10040.4.1',
          name: 'DSA',
          raw: fromHex('300f300906072a8648ce38040103020005'),
        },
      }),
    ]),
  ]);
});

describe('4.2 validity', () => {
  run([
    c('4.2.1', 'not-yet-valid', ee(), [under(dates('2047-01-01', '2049-01-01'))]),
    c('4.2.2', 'not-yet-valid', ee(GOOD, dates('2047-01-01', '2049-01-01'))),
    c('4.2.3', 'valid', ee(GOOD, dates('1950-01-01', '2030-01-01'))),
    c('4.2.4', 'valid', asGeneralized(ee(GOOD, dates('2002-01-01T12:01:00Z', '2030-12-31T08:30:00Z')))),
    c('4.2.5', 'expired', ee(), [under(dates('2010-01-01', '2011-01-01'))]),
    c('4.2.6', 'expired', ee(GOOD, dates('2010-01-01', '2011-01-01'))),
    c('4.2.7', 'expired', ee(GOOD, dates('1998-01-01', '1999-01-01'))),
    c('4.2.8', 'valid', ee(GOOD, dates('2010-01-01', '2050-01-01'))),
  ]);
});

/** With its first date as GeneralizedTime, which is for 2050 and later, and signed anew. */
function asGeneralized(certificate: Certificate): Certificate {
  expect(certificate.validity.notBefore.getUTCFullYear()).toBe(2002);
  const hex = (text: string) => Buffer.from(text).toString('hex');
  const { tbs, signatureAlgorithm } = certificate;
  const longer = Buffer.from(tbs)
    .toString('hex')
    .replace(`170d${hex('020101120100Z')}`, `180f${hex('20020101120100Z')}`);
  const sized = longer.replace(
    /^3082(....)/,
    (_, size) => `3082${(Number.parseInt(size, 16) + 2).toString(16).padStart(4, '0')}`,
  );
  const validity = sized.replace('301e180f', '3020180f');
  return resign(fromHex(validity), signatureAlgorithm.raw);
}

/** The bytes under a new signature of Good CA. */
function resign(tbs: Uint8Array, algorithm: Uint8Array): Certificate {
  const signature = createSigner(GOOD.privateKey).sign({ scheme: 'rsa-pkcs1', hash: 'sha256' }, tbs);
  return parseCertificate(encodeSequence(tbs, algorithm, encodeBitString(signature)));
}

describe('4.3 names', () => {
  const named = (name: Name, issuer = name) => {
    const holder = { name, privateKey: GOOD.privateKey };
    return {
      ca: certify(holder, ANCHOR, { profile: 'ca' }),
      leaf: certify(EE, { ...holder, name: issuer }, {}),
      lists: [crl(ANCHOR), crl(holder)],
    };
  };
  const text = (value: string, tag: number = TAG.printableString): Name => [
    [{ type: '2.5.4.6', value: { tag: TAG.printableString, text: 'US' } }],
    [{ type: '2.5.4.10', value: { tag, text: 'Test Certificates 2011' } }],
    [{ type: '2.5.4.3', value: { tag, text: value } }],
  ];
  const pair = (number: string, expected: Case['expected'], subject: Name, issuer: Name) => {
    const made = named(subject, issuer);
    return c(number, expected, made.leaf, [made.ca], made.lists);
  };
  run([
    pair('4.3.1', 'missing-issuer', text('Good CA'), text('Good CA Root')),
    pair(
      '4.3.2',
      'missing-issuer',
      parseName('OU=Organizational Unit Name 1,OU=Organizational Unit Name 2,CN=Name Ordering CA'),
      parseName('OU=Organizational Unit Name 2,OU=Organizational Unit Name 1,CN=Name Ordering CA'),
    ),
    pair('4.3.3', 'valid', text('Good CA'), text('  Good     CA  ')),
    pair('4.3.4', 'valid', text('Good CA'), text('  Good CA')),
    pair('4.3.5', 'valid', text('Good CA'), text('GOOD CA')),
    c('4.3.6', 'valid', ee(), [withUniqueId(under())]),
    pair(
      '4.3.7',
      'valid',
      parseName('serialNumber=345,dnQualifier=CA,ST=Maryland,DC=gov,DC=testcertificates,O=x,C=US'),
      parseName('serialNumber=345,dnQualifier=CA,ST=Maryland,DC=gov,DC=testcertificates,O=x,C=US'),
    ),
    pair(
      '4.3.8',
      'valid',
      parseName(
        'L=Gaithersburg,GN=John,initials=Q,pseudonym=Fictitious,generationQualifier=III,SN=CA,title=M.D.,C=US',
      ),
      parseName(
        'L=Gaithersburg,GN=John,initials=Q,pseudonym=Fictitious,generationQualifier=III,SN=CA,title=M.D.,C=US',
      ),
    ),
    pair('4.3.9', 'valid', text('UTF8String CA', TAG.utf8String), text('UTF8String CA', TAG.utf8String)),
    pair('4.3.10', 'valid', text('Rollover CA', TAG.utf8String), text('Rollover CA')),
    pair(
      '4.3.11',
      'valid',
      text('UTF8String CA', TAG.utf8String),
      text('  utf8string   ca ', TAG.utf8String),
    ),
  ]);
});

/** With a subjectUniqueID, whose tag is [2], before the extensions; signed anew by the anchor. */
function withUniqueId(certificate: Certificate): Certificate {
  const hex = Buffer.from(certificate.tbs).toString('hex');
  const spki = Buffer.from(certificate.spki).toString('hex');
  const at = hex.indexOf(spki) + spki.length;
  const contents = fromHex(`${hex.slice(8, at)}8202000f${hex.slice(at)}`);
  const tbs = encodeElement(TAG.sequence, contents);
  const signature = createSigner(ANCHOR.privateKey).sign({ scheme: 'rsa-pkcs1', hash: 'sha256' }, tbs);
  const made = parseCertificate(
    encodeSequence(tbs, certificate.signatureAlgorithm.raw, encodeBitString(signature)),
  );
  expect(made.subjectUniqueId).toEqual(fromHex('0f'));
  return made;
}

describe('4.4 revocation lists', () => {
  const middle = under();
  const leaf = ee();
  const unknown = makeUnknownExtension('2.16.840.1.101.2.1.12.2', fromHex('0500'), true);
  const other = ca('Other CA');
  const separate = ca('Separate Keys CA');
  const crlKey = { name: separate.name, privateKey: testKey('separate crl') };
  const signing = certify(separate, ANCHOR, { profile: 'ca', more: [usage('keyCertSign')] });
  const listing = certify(crlKey, ANCHOR, {
    profile: 'ca',
    more: [usage('cRLSign')],
    without: ['basicConstraints'],
  });
  const theirs = ee(separate);
  run([
    c('4.4.1', 'no-crl', leaf, [middle], [crl(ANCHOR)]),
    c('4.4.2', 'revoked', leaf, [middle], [crl(ANCHOR, { revoked: [middle.serialNumber] }), crl(GOOD)]),
    c('4.4.3', 'revoked', leaf, [middle], [crl(ANCHOR), crl(GOOD, { revoked: [leaf.serialNumber] })]),
    c('4.4.4', 'crl-bad-signature', leaf, [middle], [crl(ANCHOR), crl({ ...other, name: GOOD.name })]),
    c('4.4.5', 'no-crl', leaf, [middle], [crl(ANCHOR), crl(GOOD, { name: other.name })]),
    c('4.4.6', 'no-crl', leaf, [middle], [crl(ANCHOR), crl(ANCHOR)]),
    c('4.4.7', 'valid', leaf, [middle], [crl(ANCHOR), crl({ ...other, name: GOOD.name }), crl(GOOD)]),
    c(
      '4.4.8',
      'crl-unknown-critical-extension',
      leaf,
      [middle],
      [crl(ANCHOR), crl(GOOD, { revoked: [leaf.serialNumber], entry: [unknown] })],
    ),
    c(
      '4.4.9',
      'crl-unknown-critical-extension',
      leaf,
      [middle],
      [crl(ANCHOR), crl(GOOD, { revoked: [leaf.serialNumber], extensions: [unknown] })],
    ),
    c(
      '4.4.10',
      'crl-unknown-critical-extension',
      leaf,
      [middle],
      [crl(ANCHOR), crl(GOOD, { extensions: [unknown] })],
    ),
    c(
      '4.4.11',
      'crl-expired',
      leaf,
      [middle],
      [crl(ANCHOR), crl(GOOD, { nextUpdate: new Date('2010-01-02') })],
    ),
    c(
      '4.4.12',
      'crl-expired',
      leaf,
      [middle],
      [crl(ANCHOR), crl(GOOD, { nextUpdate: new Date('1999-01-01T12:01:00Z') })],
    ),
    c(
      '4.4.13',
      'valid',
      leaf,
      [middle],
      [crl(ANCHOR), crl(GOOD, { nextUpdate: new Date('2050-01-01T12:01:00Z') })],
    ),
    // 255 is 00 FF, and -1 is FF.
    c(
      '4.4.14',
      'valid',
      ee(GOOD, { serialNumber: 255n }),
      [middle],
      [crl(ANCHOR), crl(GOOD, { revoked: [-1n] })],
    ),
    // PKITS wants it refused as revoked; it is already for its number.
    c(
      '4.4.15',
      'invalid-serial',
      ee(GOOD, { serialNumber: -1n }),
      [middle],
      [crl(ANCHOR), crl(GOOD, { revoked: [-1n] })],
    ),
    c(
      '4.4.16',
      'valid',
      ee(GOOD, { serialNumber: BigInt('0x7f0102030405060708090a0b0c0d0e0f10111212') }),
      [middle],
      [crl(ANCHOR), crl(GOOD, { revoked: [BigInt('0x7f0102030405060708090a0b0c0d0e0f10111213')] })],
    ),
    c(
      '4.4.17',
      'valid',
      ee(GOOD, { serialNumber: BigInt('0x7e0102030405060708090a0b0c0d0e0f10111213') }),
      [middle],
      [crl(ANCHOR), crl(GOOD, { revoked: [BigInt('0x7f0102030405060708090a0b0c0d0e0f10111213')] })],
    ),
    c(
      '4.4.18',
      'revoked',
      ee(GOOD, { serialNumber: BigInt('0x7f0102030405060708090a0b0c0d0e0f10111213') }),
      [middle],
      [crl(ANCHOR), crl(GOOD, { revoked: [BigInt('0x7f0102030405060708090a0b0c0d0e0f10111213')] })],
    ),
    c('4.4.19', 'valid', theirs, [signing, listing], [crl(ANCHOR), crl(crlKey)]),
    c(
      '4.4.20',
      'revoked',
      theirs,
      [listing, signing],
      [crl(ANCHOR), crl(crlKey, { revoked: [theirs.serialNumber] })],
    ),
    c(
      '4.4.21',
      'crl-signer-not-allowed',
      theirs,
      [signing, listing],
      [crl(ANCHOR, { revoked: [listing.serialNumber] }), crl(crlKey)],
    ),
  ]);
});

describe('4.5 self-issued certificates', () => {
  const oldKey = ca('Self-Issued CA', 'self-issued old');
  const newKey = { name: oldKey.name, privateKey: testKey('self-issued new') };
  const viaNew = certify(newKey, ANCHOR, CA_USAGE);
  const oldWithNew = certify(oldKey, newKey, CA_USAGE);
  const viaOld = certify(oldKey, ANCHOR, CA_USAGE);
  const newWithOld = certify(newKey, oldKey, CA_USAGE);
  const byOld = ee(oldKey);
  const byNew = ee(newKey);

  const place: GeneralName = { kind: 'directoryName', name: parseName('CN=CRL1,O=x') };
  const main = ca('CRL Signing Key CA', 'crl signing main');
  const listKey = { name: main.name, privateKey: testKey('crl signing key') };
  const mainCertificate = certify(main, ANCHOR, { profile: 'ca', more: [usage('keyCertSign')] });
  const listCertificate = certify(listKey, main, {
    profile: 'ca',
    without: ['basicConstraints'],
    more: [
      usage('cRLSign'),
      makeExtension({
        kind: 'cRLDistributionPoints',
        points: [{ distributionPoint: { fullName: [place] } }],
      }),
    ],
  });
  // A list by the main key, for the certificate of the other.
  const listOfList = crl(
    { ...main },
    {
      extensions: [
        makeExtension({
          kind: 'issuingDistributionPoint',
          distributionPoint: { fullName: [place] },
          onlyContainsUserCerts: false,
          onlyContainsCACerts: false,
          indirectCRL: false,
          onlyContainsAttributeCerts: false,
        }),
      ],
    },
  );
  const mainMayList = certify(main, ANCHOR, CA_USAGE);
  const leaf = ee(main);
  const signedByListKey = ee(listKey);
  run([
    c('4.5.1', 'valid', byOld, [viaNew, oldWithNew], [crl(ANCHOR), crl(newKey)]),
    c(
      '4.5.2',
      'revoked',
      byOld,
      [oldWithNew, viaNew],
      [crl(ANCHOR), crl(newKey, { revoked: [byOld.serialNumber] })],
    ),
    c('4.5.3', 'valid', byNew, [viaOld, newWithOld], [crl(ANCHOR), crl(oldKey)]),
    c('4.5.4', 'valid', byOld, [viaOld, newWithOld], [crl(ANCHOR), crl(newKey)]),
    c(
      '4.5.5',
      'revoked',
      byOld,
      [viaOld, newWithOld],
      [crl(ANCHOR), crl(newKey, { revoked: [byOld.serialNumber] })],
    ),
    c('4.5.6', 'valid', leaf, [mainMayList, listCertificate], [crl(ANCHOR), crl(listKey), listOfList]),
    c(
      '4.5.6, one list for all',
      'valid',
      leaf,
      [mainCertificate, listCertificate],
      [crl(ANCHOR), crl(listKey)],
    ),
    c(
      '4.5.7',
      'revoked',
      leaf,
      [mainCertificate, listCertificate],
      [crl(ANCHOR), crl(listKey, { revoked: [leaf.serialNumber] })],
    ),
    c('4.5.8', 'not-a-ca', signedByListKey, [mainCertificate, listCertificate], [crl(ANCHOR), crl(listKey)]),
  ]);
});

describe('4.6 basic constraints', () => {
  const constraints = (pathLenConstraint?: number, cA = true, critical = true) =>
    makeExtension(
      { kind: 'basicConstraints', cA, ...(pathLenConstraint !== undefined && { pathLenConstraint }) },
      critical,
    );
  /** Good CA with one limit, further CAs with theirs, self-issued where the name repeats; the last is the end. */
  const path = (
    number: string,
    expected: Case['expected'],
    limits: readonly (readonly [string, number | undefined])[],
    endIsCa = false,
  ) => {
    let issuer: Person = ANCHOR;
    const certificates: Certificate[] = [];
    for (const [i, [name, limit]] of limits.entries()) {
      const holder = ca(name, `${name} ${i}`);
      certificates.push(
        certify(holder, issuer, {
          profile: 'ca',
          more: [constraints(limit)],
          ...(certificates.length > 0 && { by: certificates.at(-1)! }),
        }),
      );
      issuer = holder;
    }
    const by = certificates.at(-1)!;
    const end = endIsCa ? certify(EE, issuer, { profile: 'ca', by }) : ee(issuer, { by });
    return c(number, expected, end, certificates, []);
  };
  run([
    c('4.6.1', 'not-a-ca', ee(), [under({ without: ['basicConstraints'] })]),
    c('4.6.2', 'not-a-ca', ee(), [under({ more: [constraints(undefined, false)] })]),
    c('4.6.3', 'not-a-ca', ee(), [under({ more: [constraints(undefined, false, false)] })]),
    c('4.6.4', 'valid', ee(), [under({ more: [constraints(undefined, true, false)] })]),
    path('4.6.5', 'path-too-long', [
      ['A', 0],
      ['B', undefined],
    ]),
    path(
      '4.6.6',
      'path-too-long',
      [
        ['A', 0],
        ['B', undefined],
      ],
      true,
    ),
    path('4.6.7', 'valid', [['A', 0]]),
    path('4.6.8', 'valid', [['A', 0]], true),
    path('4.6.9', 'path-too-long', [
      ['A', 6],
      ['B', 0],
      ['C', undefined],
      ['D', undefined],
    ]),
    path(
      '4.6.10',
      'path-too-long',
      [
        ['A', 6],
        ['B', 0],
        ['C', undefined],
        ['D', undefined],
      ],
      true,
    ),
    path('4.6.11', 'path-too-long', [
      ['A', 6],
      ['B', 1],
      ['C', 1],
      ['D', undefined],
    ]),
    path(
      '4.6.12',
      'path-too-long',
      [
        ['A', 6],
        ['B', 1],
        ['C', 1],
        ['D', undefined],
      ],
      true,
    ),
    path('4.6.13', 'valid', [
      ['A', 6],
      ['B', 4],
      ['C', 1],
      ['D', undefined],
    ]),
    path(
      '4.6.14',
      'valid',
      [
        ['A', 6],
        ['B', 4],
        ['C', 1],
        ['D', undefined],
      ],
      true,
    ),
    path('4.6.15', 'valid', [
      ['A', 0],
      ['A', undefined],
    ]),
    path('4.6.16', 'path-too-long', [
      ['A', 0],
      ['A', undefined],
      ['B', undefined],
    ]),
    path('4.6.17', 'valid', [
      ['A', 1],
      ['A', undefined],
      ['B', undefined],
      ['B', undefined],
    ]),
  ]);
});

describe('4.7 key usage', () => {
  const uses = (critical: boolean, ...usages: KeyUsageName[]): Changes => ({
    more: [makeExtension({ kind: 'keyUsage', usages }, critical)],
  });
  run([
    c('4.7.1', 'no-cert-sign', ee(), [under(uses(true, 'cRLSign'))]),
    c('4.7.2', 'no-cert-sign', ee(), [under(uses(false, 'cRLSign'))]),
    c('4.7.3', 'valid', ee(), [under(uses(false, 'keyCertSign', 'cRLSign'))]),
    c('4.7.4', 'crl-signer-not-allowed', ee(), [under(uses(true, 'keyCertSign'))]),
    c('4.7.5', 'crl-signer-not-allowed', ee(), [under(uses(false, 'keyCertSign'))]),
  ]);
});

describe('4.13 name constraints', () => {
  const dn = (text: string): GeneralName => ({ kind: 'directoryName', name: parseName(text) });
  const mail = (value: string): GeneralName => ({ kind: 'rfc822Name', value });
  const dns = (value: string): GeneralName => ({ kind: 'dNSName', value });
  const uri = (value: string): GeneralName => ({ kind: 'uniformResourceIdentifier', value });
  const BASE = 'O=Test Certificates 2011,C=US';
  const P1 = dn(`OU=permittedSubtree1,${BASE}`);
  const P2 = dn(`OU=permittedSubtree2,${BASE}`);
  const E1 = dn(`OU=excludedSubtree1,${BASE}`);
  const E2 = dn(`OU=excludedSubtree2,${BASE}`);
  const limits = (permitted: readonly GeneralName[], excluded: readonly GeneralName[] = []) =>
    makeExtension({
      kind: 'nameConstraints',
      ...(permitted.length > 0 && { permittedSubtrees: permitted }),
      ...(excluded.length > 0 && { excludedSubtrees: excluded }),
    });
  const n = (
    number: string,
    expected: Case['expected'],
    by: Extension,
    subject: string,
    ...names: GeneralName[]
  ) => c(number, expected, ee(GOOD, { subject: parseName(subject), names }), [under({ more: [by] })], []);
  /** A CA below Good CA, with limits of its own. */
  const two = (
    number: string,
    expected: Case['expected'],
    by: Extension,
    subCa: string,
    sub: readonly Extension[],
    subject: string,
  ) => {
    const below = { name: parseName(subCa), privateKey: testKey('name constraints sub') };
    const subCertificate = certify(below, GOOD, { profile: 'ca', more: sub });
    return c(
      number,
      expected,
      ee(below, { subject: parseName(subject) }),
      [under({ more: [by] }), subCertificate],
      [],
    );
  };
  const inP1 = `CN=EE,OU=permittedSubtree1,${BASE}`;
  const inP2 = `CN=EE,OU=permittedSubtree2,${BASE}`;
  const inE1 = `CN=EE,OU=excludedSubtree1,${BASE}`;
  const inE2 = `CN=EE,OU=excludedSubtree2,${BASE}`;
  const sub1 = `CN=sub,OU=permittedSubtree1,${BASE}`;
  const self = { name: GOOD.name, privateKey: testKey('constrained self-issued') };
  const selfIssued = certify(self, GOOD, { profile: 'ca' });
  run([
    n('4.13.1', 'valid', limits([P1]), inP1),
    n('4.13.2', 'name-not-permitted', limits([P1]), inE1),
    n('4.13.3', 'name-not-permitted', limits([P1]), inP1, dn(inE1)),
    n('4.13.4', 'valid', limits([P1]), inP1, mail('a@b.example')),
    n('4.13.5', 'valid', limits([P1, P2]), inP2, dn(inP1)),
    n('4.13.6', 'valid', limits([], [E1]), inP1),
    n('4.13.7', 'name-excluded', limits([], [E1]), inE1),
    n('4.13.8', 'name-excluded', limits([], [E1, E2]), inE1),
    n('4.13.9', 'name-excluded', limits([], [E1, E2]), inE2),
    n(
      '4.13.10',
      'name-excluded',
      limits([P1], [dn(`OU=excluded,OU=permittedSubtree1,${BASE}`)]),
      `CN=EE,OU=excluded,OU=permittedSubtree1,${BASE}`,
    ),
    n('4.13.11', 'valid', limits([P1], [dn(`OU=excluded,OU=permittedSubtree1,${BASE}`)]), inP1),
    two('4.13.12', 'name-not-permitted', limits([P1]), sub1, [limits([dn(sub1)])], inP1),
    two('4.13.13', 'name-not-permitted', limits([P1]), sub1, [limits([P2])], inP1),
    two('4.13.14', 'valid', limits([P1]), sub1, [limits([P1, P2])], inP1),
    two('4.13.15', 'name-excluded', limits([], [E1]), sub1, [limits([], [E2])], inE1),
    two('4.13.16', 'name-excluded', limits([], [E1]), sub1, [limits([], [E2])], inE2),
    two('4.13.17', 'name-excluded', limits([], [E1]), sub1, [limits([dn(BASE)])], inE1),
    two('4.13.18', 'valid', limits([], [E1]), sub1, [limits([dn(BASE)])], inP1),
    c(
      '4.13.19',
      'valid',
      ee(self, { subject: parseName(inP1), by: selfIssued }),
      [under({ more: [limits([P1])] }), selfIssued],
      [],
    ),
    c(
      '4.13.20',
      'name-not-permitted',
      certify(self, GOOD, { without: ['extKeyUsage'] }),
      [under({ more: [limits([P1])] })],
      [],
    ),
    n(
      '4.13.21',
      'valid',
      limits([mail('.testcertificates.gov')]),
      inP1,
      mail('Test21EE@mailserver.testcertificates.gov'),
    ),
    n(
      '4.13.22',
      'name-not-permitted',
      limits([mail('.testcertificates.gov')]),
      inP1,
      mail('Test22EE@testcertificates.gov'),
    ),
    n(
      '4.13.23',
      'valid',
      limits([mail('testcertificates.gov')]),
      inP1,
      mail('Test23EE@testcertificates.gov'),
    ),
    n(
      '4.13.24',
      'name-not-permitted',
      limits([mail('testcertificates.gov')]),
      inP1,
      mail('Test24EE@mailserver.testcertificates.gov'),
    ),
    n(
      '4.13.25',
      'valid',
      limits([], [mail('testcertificates.gov')]),
      inP1,
      mail('Test25EE@mailserver.testcertificates.gov'),
    ),
    n(
      '4.13.26',
      'name-excluded',
      limits([], [mail('testcertificates.gov')]),
      inP1,
      mail('Test26EE@testcertificates.gov'),
    ),
    n(
      '4.13.27',
      'valid',
      limits([P1, mail('testcertificates.gov')]),
      inP1,
      mail('Test27EE@testcertificates.gov'),
    ),
    n(
      '4.13.28',
      'name-not-permitted',
      limits([P1, mail('testcertificates.gov')]),
      inP1,
      mail('Test28EE@invalidcertificates.gov'),
    ),
    n(
      '4.13.29',
      'name-not-permitted',
      limits([P1, mail('testcertificates.gov')]),
      `emailAddress=Test29EE@invalidcertificates.gov,${inP1}`,
    ),
    n(
      '4.13.30',
      'valid',
      limits([dns('testcertificates.gov')]),
      inP1,
      dns('testserver.testcertificates.gov'),
    ),
    n(
      '4.13.31',
      'name-not-permitted',
      limits([dns('testcertificates.gov')]),
      inP1,
      dns('testserver.invalidcertificates.gov'),
    ),
    n(
      '4.13.32',
      'valid',
      limits([], [dns('invalidcertificates.gov')]),
      inP1,
      dns('testserver.testcertificates.gov'),
    ),
    n(
      '4.13.33',
      'name-excluded',
      limits([], [dns('invalidcertificates.gov')]),
      inP1,
      dns('testserver.invalidcertificates.gov'),
    ),
    n(
      '4.13.34',
      'valid',
      limits([uri('.testcertificates.gov')]),
      inP1,
      uri('http://testserver.testcertificates.gov/index.html'),
    ),
    n(
      '4.13.35',
      'name-not-permitted',
      limits([uri('.testcertificates.gov')]),
      inP1,
      uri('http://testcertificates.gov/invalid.html'),
    ),
    n(
      '4.13.36',
      'valid',
      limits([], [uri('invalidcertificates.gov')]),
      inP1,
      uri('http://testserver.invalidcertificates.gov/index.html'),
    ),
    n(
      '4.13.37',
      'name-excluded',
      limits([], [uri('invalidcertificates.gov')]),
      inP1,
      uri('ftp://invalidcertificates.gov:21/test37/'),
    ),
    n(
      '4.13.38',
      'name-not-permitted',
      limits([dns('testcertificates.gov')]),
      inP1,
      dns('mytestcertificates.gov'),
    ),
  ]);
});

describe('4.16 private extensions', () => {
  const unknown = (critical: boolean): Changes => ({
    more: [makeUnknownExtension('2.16.840.1.101.2.1.12.1', fromHex('0500'), critical)],
  });
  run([
    c('4.16.1', 'valid', ee(GOOD, unknown(false))),
    c('4.16.2', 'unknown-critical-extension', ee(GOOD, unknown(true))),
  ]);
});
