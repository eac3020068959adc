/** Arguments of certificates. */
import { openDer } from '../../src/asn1/index.ts';
import * as x509 from '../../src/x509/index.ts';
import { LEAF, makeTestChain } from '../x509/authority.ts';
import { exported, type Row } from './row.ts';

const { leaf, root, crl, request } = makeTestChain();
const contents = { ...leaf, extensions: [] };
const signing = { privateKey: LEAF.privateKey };
const list = { issuer: root.subject, thisUpdate: new Date(), revoked: [], extensions: [] };

export const x509Rows: readonly Row[] = exported(
  {
    ...x509,
    // These take what TypeScript knows, or a `DerReader`; files are bytes or text.
    findExtension: () => x509.findExtension(leaf.extensions, 'keyUsage'),
    parseCertificates: () => x509.parseCertificates(leaf.der),
    parseCrls: () => x509.parseCrls(crl.der),
    parseRequestFile: () => x509.parseRequestFile(request.der),
    profileExtensions: () => x509.profileExtensions('root', { publicKey: root.publicKey }),
    readCertificate: () => x509.readCertificate(openDer(leaf.der)),
    readName: () => x509.readName(openDer(x509.encodeName(leaf.subject)), 'name'),
    // A host and a mailbox are looked at with the certificate; the options of a chain have tests of their own.
    verifyChain: () => x509.verifyChain(leaf, { anchors: [root] }),
    attributeValues: () => x509.attributeValues(leaf.subject, '2.5.4.3'),
  },
  {
    attributeName: { oid: '2.5.4.3' },
    attributeOid: { name: 'CN' },
    attributeValues: {},
    comparableName: { name: leaf.subject },
    emailFinding: { certificate: leaf, email: 'a@b.example' },
    encodeName: { name: leaf.subject },
    faultFacts: { name: 'good' },
    findExtension: {},
    formatGeneralName: { name: { kind: 'dNSName', value: 'a.example' } },
    formatIp: { bytes: new Uint8Array(4) },
    formatName: { name: leaf.subject },
    isBelow: { name: leaf.subject, base: [] },
    hostFinding: { certificate: leaf, host: 'bob.example' },
    issueCertificate: { contents, signing },
    issueCrl: { contents: list, signing },
    keyIdentifier: { publicKey: leaf.publicKey },
    makeFault: { name: 'good', options: { bits: 1024 } },
    makeExtension: { value: { kind: 'basicConstraints', cA: false } },
    makeRequest: { contents, signing },
    makeUnknownExtension: { oid: '1.2.3', raw: new Uint8Array(0), critical: false },
    parseCertificate: { der: leaf.der },
    parseCertificates: {},
    parseCrl: { der: crl.der },
    parseCrls: {},
    parseHost: { host: 'bob.example' },
    parseIp: { text: '192.0.2.1' },
    parseName: { name: 'CN=Bob' },
    parseRequest: { der: request.der },
    parseRequestFile: {},
    parseSctList: { der: new Uint8Array([4, 2, 0, 0]) },
    profileExtensions: {},
    purposeName: { oid: '1.3.6.1.5.5.7.3.1' },
    readCertificate: {},
    readName: {},
    sameName: { a: leaf.subject, b: leaf.subject },
    verifyChain: {},
    verifySignature: { signed: leaf, publicKey: root.publicKey },
    weakHashOf: { algorithm: leaf.signatureAlgorithm },
  },
);
