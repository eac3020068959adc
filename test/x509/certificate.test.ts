/** Certificates, requests and revocation lists: what is made is read again, and reading keeps what it does not judge. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pemEncode } from '../../src/asn1/index.ts';
import { fromHex, toHex, utf8 } from '../../src/bytes/index.ts';
import { CryptoError } from '../../src/errors.ts';
import { publicKeyOfPrivate } from '../../src/keys/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import {
  type Certificate,
  findExtension,
  formatName,
  issueCertificate,
  issueCrl,
  keyIdentifier,
  makeExtension,
  makeUnknownExtension,
  parseCertificate,
  parseCertificates,
  parseCrl,
  parseCrls,
  parseRequest,
  parseRequestFile,
  verifySignature,
} from '../../src/x509/index.ts';
import { samples } from '../samples.ts';
import { withCode } from '../with-code.ts';
import { certify, INTERMEDIATE, LEAF, makeTestChain, ROOT, VALIDITY } from './authority.ts';

const { root, intermediate, leaf, crl, request } = makeTestChain();
const publicKey = publicKeyOfPrivate(ROOT.privateKey);

describe('a certificate', () => {
  it('says what it was made with', () => {
    expect(leaf).toMatchObject({
      version: 3,
      validity: VALIDITY,
      publicKey: publicKeyOfPrivate(LEAF.privateKey),
    });
    expect(formatName(leaf.subject)).toBe('CN=bob.example');
    expect(formatName(leaf.issuer)).toBe(formatName(INTERMEDIATE.name));
    expect(leaf.signatureAlgorithm).toMatchObject({
      name: 'sha256WithRSAEncryption',
      scheme: { scheme: 'rsa-pkcs1', hash: 'sha256' },
    });
    expect(leaf.tbsSignatureAlgorithm).toEqual(leaf.signatureAlgorithm);
    expect(findExtension(leaf.extensions, 'authorityKeyIdentifier')?.keyIdentifier).toEqual(
      keyIdentifier(intermediate.publicKey),
    );
  });

  it('is signed by its issuer, and by nobody else', () => {
    expect(verifySignature(leaf, intermediate.publicKey)).toMatchObject({ valid: true });
    expect(verifySignature(leaf, root.publicKey)).toMatchObject({ valid: false, reason: 'not-a-block' });
    expect(verifySignature(root, root.publicKey)).toMatchObject({ valid: true });
  });

  it.each([
    { scheme: 'rsa-pkcs1', hash: 'sha384' },
    { scheme: 'rsa-pkcs1', hash: 'sha1' },
    { scheme: 'rsa-pkcs1', hash: 'md5' },
    { scheme: 'rsa-pkcs1', hash: 'sha512-256' },
    { scheme: 'rsa-pss', hash: 'sha256' },
    { scheme: 'rsa-pss', hash: 'sha1' },
    { scheme: 'rsa-pss', hash: 'sha256', mgfHash: 'sha1', saltLength: 7 },
  ] as const)('takes %j', (scheme) => {
    const made = issueCertificate({ ...root, extensions: [] }, { privateKey: ROOT.privateKey, scheme });
    expect(made.signatureAlgorithm.scheme).toMatchObject(scheme);
    expect(verifySignature(made, publicKey)).toMatchObject({ valid: true });
    expect(parseCertificate(made.der)).toEqual(made);
  });

  it('of a salt that is drawn repeats under a seed', () => {
    const make = () =>
      issueCertificate(
        { ...root },
        {
          privateKey: ROOT.privateKey,
          scheme: { scheme: 'rsa-pss', hash: 'sha256' },
          random: seededRandom('x'),
        },
      );
    expect(make().der).toEqual(make().der);
  });

  it('keeps what verifying will refuse', () => {
    const twice = makeExtension({ kind: 'basicConstraints', cA: true });
    const odd = certify(LEAF, ROOT, {
      serialNumber: -5n,
      subject: [],
      extensions: [twice, twice, makeUnknownExtension('1.2.3', fromHex('00'), true)],
    });
    expect(odd.serialNumber).toBe(-5n);
    expect(odd.subject).toEqual([]);
    expect(odd.extensions).toHaveLength(3);
    const old = certify(LEAF, ROOT, { version: 1, extensions: [] });
    expect(old).toMatchObject({ version: 1, extensions: [] });
  });

  it('reaches from 1900 to 9999', () => {
    const validity = {
      notBefore: new Date('1900-01-01T00:00:00Z'),
      notAfter: new Date('9999-12-31T23:59:59Z'),
    };
    expect(certify(LEAF, ROOT, { validity }).validity).toEqual(validity);
  });

  it('does not depend on what its bytes are a part of', () => {
    const room = new Uint8Array(leaf.der.length + 20);
    room.set(leaf.der, 10);
    const read = parseCertificate(room.subarray(10, 10 + leaf.der.length));
    room.fill(0);
    expect(read).toEqual(leaf);
  });

  it.each<[string, (der: Uint8Array) => Uint8Array, RegExp]>([
    ['cut', (der) => der.subarray(0, 100), /^certificate: expected \d+ bytes at byte 4, got 96/],
    ['followed by more', (der) => Uint8Array.of(...der, 0), /^certificate: expected its end/],
    ['of nothing', () => new Uint8Array(0), /^certificate: expected a SEQUENCE \(30\) at byte 0/],
    ['in fact a request', () => request.der, /^certificate/],
  ])('%s is refused', (_, change, message) => {
    expect(() => parseCertificate(change(leaf.der))).toThrow(withCode('bad-format', message));
  });

  it('has a signature of whole octets, so that there is one encoding of it', () => {
    const der = leaf.der.slice();
    const unused = der.length - leaf.signature.length - 1;
    expect(der[unused]).toBe(0);
    der[unused] = 1;
    expect(() => parseCertificate(der)).toThrow(
      withCode('bad-format', /signatureValue unused bits: expected 00/),
    );
  });

  it('of more than a mebibyte is none', () => {
    expect(() => parseCertificate(new Uint8Array(2 ** 20 + 1))).toThrow(withCode('too-large'));
  });

  it('changed at any byte is refused, or is another whose signature does not hold', () => {
    fc.assert(
      fc.property(fc.nat(leaf.der.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const der = leaf.der.slice();
        der[at]! ^= change;
        let parsed: Certificate;
        try {
          parsed = parseCertificate(der);
        } catch (error) {
          expect(error).toBeInstanceOf(CryptoError);
          return;
        }
        expect(verifySignature(parsed, intermediate.publicKey).valid && der).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a request', () => {
  it('is signed with the key that it is for', () => {
    expect(verifySignature(request, request.publicKey)).toMatchObject({ valid: true });
    expect(request.extensions.map(({ value }) => value)).toEqual([
      { kind: 'subjectAltName', names: [{ kind: 'dNSName', value: 'bob.example' }] },
    ]);
    expect(parseRequest(request.der)).toEqual(request);
    expect(() => parseRequest(leaf.der)).toThrow(withCode('bad-format', /^request/));
  });
});

describe('a revocation list', () => {
  const revoked = [
    { serialNumber: 7n, revocationDate: VALIDITY.notBefore, reason: 'keyCompromise' },
    { serialNumber: 2n ** 70n, revocationDate: VALIDITY.notBefore },
    { serialNumber: 9n, revocationDate: VALIDITY.notBefore, reason: 'unspecified' },
  ] as const;
  const list = (changes = {}) =>
    issueCrl(
      {
        issuer: ROOT.name,
        thisUpdate: VALIDITY.notBefore,
        nextUpdate: VALIDITY.notAfter,
        revoked,
        extensions: [makeExtension({ kind: 'cRLNumber', number: 3n })],
        ...changes,
      },
      { privateKey: ROOT.privateKey },
    );

  it('says what was taken back, when and why', () => {
    const made = list();
    expect(verifySignature(made, publicKey)).toMatchObject({ valid: true });
    expect(made.revoked.map(({ serialNumber }) => serialNumber)).toEqual([7n, 2n ** 70n, 9n]);
    expect(findExtension(made.revoked[0]!.extensions, 'reasonCode')?.reason).toBe('keyCompromise');
    expect(made.revoked[1]!.extensions).toEqual([]);
    expect(made.revoked[2]!.extensions).toEqual([]);
    expect(findExtension(made.extensions, 'cRLNumber')?.number).toBe(3n);
    expect(parseCrl(made.der)).toEqual(made);
  });

  it('may be empty, and without an end', () => {
    expect(crl.revoked).toEqual([]);
    expect(list({ nextUpdate: undefined }).nextUpdate).toBeUndefined();
    expect(() => parseCrl(leaf.der)).toThrow(withCode('bad-format', /^CRL/));
  });
});

describe('a file', () => {
  const pem = [leaf, intermediate, root].map(({ der }) => pemEncode('CERTIFICATE', der)).join('');

  it('is PEM with any text between the blocks, or DER', () => {
    expect(parseCertificates(pem)).toEqual([leaf, intermediate, root]);
    expect(parseCertificates(utf8(`subject=bob\r\n${pem.replaceAll('\n', '\r\n')}`))).toHaveLength(3);
    expect(parseCertificates(leaf.der)).toEqual([leaf]);
    expect(parseCertificates(utf8(`0 is a digit\n${pem}`))).toHaveLength(3);
    expect(parseCrls(pemEncode('X509 CRL', crl.der) + pemEncode('X509 CRL', crl.der))).toEqual([crl, crl]);
    expect(parseRequestFile(pemEncode('NEW CERTIFICATE REQUEST', request.der))).toEqual(request);
    const mixed = pemEncode('PRIVATE KEY', fromHex('3000')) + pem;
    expect(parseCertificates(mixed)).toHaveLength(3);
  });

  it.each([
    [
      '',
      'certificate file: expected DER or a PEM block of CERTIFICATE or X509 CERTIFICATE, got an empty file',
    ],
    ['hello', /got something else$/],
    [pemEncode('X509 CRL', crl.der), /got X509 CRL$/],
    [pemEncode('CERTIFICATE', fromHex('3000')), /^certificate: expected/],
    [pem + pemEncode('CERTIFICATE', fromHex('3000')), /^PEM block 4: certificate: expected/],
  ])('%# without a certificate is refused', (text, message) => {
    expect(() => parseCertificates(text)).toThrow(withCode('bad-format', message));
    expect(() => parseCertificates(utf8(text))).toThrow(withCode('bad-format', message));
  });
});

describe('a key of a kind that is not known here', () => {
  it('is kept, and verifying says so', () => {
    const spki = fromHex(`302a300506032b6570032100${'11'.repeat(32)}`);
    const key = { algorithm: 'unknown', oid: '1.3.101.112', name: 'Ed25519', raw: spki } as const;
    const made = certify(LEAF, ROOT, { publicKey: key });
    expect(made.publicKey).toEqual(key);
    expect(made.spki).toEqual(spki);
    expect(verifySignature(root, key)).toEqual({
      valid: false,
      reason: 'unsupported-key',
      algorithm: 'Ed25519',
    });
  });

  it('is not worked on for seconds where it is long in both numbers', () => {
    const n = 2n ** 16383n + 1n;
    const rsa = (e: bigint) => ({ algorithm: 'rsa', rsa: { n, e } }) as const;
    expect(verifySignature(root, rsa(n - 2n))).toMatchObject({ valid: false, reason: 'unusable-key' });
    expect(verifySignature(root, rsa(65537n))).toMatchObject({ valid: false, reason: 'wrong-length' });
  });

  it('or a signature of such a kind', () => {
    const der = toHex(root.der).replaceAll('06092a864886f70d01010b0500', '06092a864886f70d0101020500');
    const old = parseCertificate(fromHex(der));
    expect(old.signatureAlgorithm).toMatchObject({ name: 'md2WithRSAEncryption' });
    expect(verifySignature(old, root.publicKey)).toEqual({
      valid: false,
      reason: 'unsupported-signature',
      algorithm: 'md2WithRSAEncryption',
    });
  });
});

const limbo = samples('x509/limbo-sample.json');

describe.skipIf(limbo === undefined)('the samples beside the checkout', () => {
  it('hold a certificate of a real site', () => {
    const { testcases } = JSON.parse(limbo!);
    const site = testcases.find(({ id }: { id: string }) => id === 'webpki::cryptographydotio-chain');
    const [real] = parseCertificates(site.peer_certificate);
    const [r3] = parseCertificates(site.untrusted_intermediates[0]);
    expect(formatName(real!.subject)).toBe('CN=cryptography.io');
    expect(verifySignature(real!, r3!.publicKey)).toMatchObject({ valid: true });
    expect(
      findExtension(real!.extensions, 'certificatePolicies')?.policies[1]?.policyQualifiers[0]?.cPSuri,
    ).toBe('http://cps.letsencrypt.org');
    expect(findExtension(real!.extensions, 'authorityInfoAccess')?.descriptions).toHaveLength(2);
  });
});
