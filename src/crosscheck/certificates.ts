/** A row of the table: what a certificate says, and whether its signature holds, as we read it and as Node does. */
import fc from 'fast-check';
import { toHex, utf8 } from '../bytes/index.ts';
import { type HashId, sha256 } from '../hash/index.ts';
import type { PublicKey } from '../keys/index.ts';
import { openPlatform, type ReferenceCertificate } from '../reference/index.ts';
import {
  attributeName,
  type Certificate,
  findExtension,
  formatIp,
  type GeneralName,
  issueCertificate,
  parseCertificate,
  parseName,
  profileExtensions,
  verifySignature,
} from '../x509/index.ts';
import { type Operation, operation } from './operation.ts';
import { RSA_KEYS } from './rsa-keys.ts';

/** The certificate, and the place in the list of keys of the one that is to have signed it. */
type Read = {
  readonly der: Uint8Array;
  readonly signer: number;
};

const HASH_IDS: readonly HashId[] = ['sha1', 'sha256', 'sha384', 'sha512'];
const KEYS = RSA_KEYS.map(({ n, e }): PublicKey => ({ algorithm: 'rsa', rsa: { n, e } }));

const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,20}$/);
const label = fc.stringMatching(/^[a-z][a-z0-9]{0,20}$/);
const names: fc.Arbitrary<GeneralName> = fc.oneof(
  fc.tuple(label, label).map((labels) => ({ kind: 'dNSName', value: labels.join('.') }) as const),
  fc
    .constantFrom(4, 16)
    .chain((length) => fc.uint8Array({ minLength: length, maxLength: length }))
    .map((bytes) => ({ kind: 'iPAddress', bytes }) as const),
);
const second = fc
  .integer({ min: -631152000, max: 4102444800 }) // 1950 to 2100
  .map((seconds) => new Date(seconds * 1000));

const certificates = fc
  .record({
    serial: fc.bigInt({ min: 1n, max: 2n ** 159n - 1n }),
    commonName: word,
    organization: word,
    alternatives: fc.array(names, { minLength: 1, maxLength: 5 }),
    dates: fc.tuple(second, second),
    keys: fc.tuple(fc.nat(KEYS.length - 1), fc.nat(KEYS.length - 1), fc.nat(KEYS.length - 1)),
    hash: fc.constantFrom(...HASH_IDS),
    profile: fc.constantFrom('ca', 'server' as const),
    flip: fc.option(fc.nat(7), { freq: 2 }),
  })
  .map(({ serial, commonName, organization, alternatives, dates, keys, hash, profile, flip }): Read => {
    const [subject, issuer, signer] = keys;
    const { der } = issueCertificate(
      {
        serialNumber: serial,
        issuer: parseName(`CN=${organization} CA`),
        subject: parseName(`CN=${commonName},O=${organization},C=DE`),
        validity: { notBefore: dates[0], notAfter: dates[1] },
        publicKey: KEYS[subject]!,
        extensions: profileExtensions(profile, { publicKey: KEYS[subject]!, names: alternatives }),
      },
      {
        privateKey: { algorithm: 'rsa', rsa: RSA_KEYS[issuer]! },
        scheme: { scheme: 'rsa-pkcs1', hash },
      },
    );
    // In one case of two a bit of the signature, which stands at the end, is flipped.
    if (flip !== null) der[der.length - 1]! ^= 1 << flip;
    return { der, signer };
  });

export const certificateOperations: readonly Operation[] = [
  operation<Read>({
    name: 'x509-read',
    inputs: certificates,
    timed: {
      get bytes() {
        return timed().der.length;
      },
      inputs: timed,
    },
    scratch: {
      run: ({ der, signer }) => {
        const certificate = parseCertificate(der);
        return summary(described(certificate), verifySignature(certificate, KEYS[signer]!).valid);
      },
    },
    reference: {
      name: 'node:crypto X509Certificate',
      open: async () => {
        const { platformCertificate } = await openPlatform();
        return {
          run: ({ der, signer }) => {
            const { isSignedBy, ...facts } = platformCertificate(der);
            return summary(facts, isSignedBy(RSA_KEYS[signer]!));
          },
        };
      },
    },
  }),
];

function summary(facts: Omit<ReferenceCertificate, 'isSignedBy'>, isSigned: boolean): Uint8Array {
  return utf8(JSON.stringify({ ...facts, isSigned }, Object.keys({ ...facts, isSigned }).sort()));
}

/** As Node says it. */
function described(certificate: Certificate): Omit<ReferenceCertificate, 'isSignedBy'> {
  const { serialNumber, subject, validity, extensions, der } = certificate;
  const serial = serialNumber.toString(16).toUpperCase();
  return {
    serialNumber: serial.length % 2 === 0 ? serial : `0${serial}`,
    subject: subject
      .flat()
      .map(({ type, value }) => `${attributeName(type)}=${value instanceof Uint8Array ? '' : value.text}`)
      .join('\n'),
    notBefore: validity.notBefore.getTime(),
    notAfter: validity.notAfter.getTime(),
    names: (findExtension(extensions, 'subjectAltName')?.names ?? []).map(nameOf).join(', '),
    ca: findExtension(extensions, 'basicConstraints')?.cA ?? false,
    fingerprint: toHex(sha256(der)),
  };
}

function nameOf(name: GeneralName): string {
  if (name.kind === 'dNSName') return `DNS:${name.value}`;
  if (name.kind !== 'iPAddress') return name.kind;
  if (name.bytes.length === 4) return `IP Address:${formatIp(name.bytes)}`;
  // OpenSSL leaves no run of zeros out.
  const groups = Array.from({ length: 8 }, (_, i) => (name.bytes[2 * i]! << 8) | name.bytes[2 * i + 1]!);
  return `IP Address:${groups.map((group) => group.toString(16).toUpperCase()).join(':')}`;
}

function timed(): Read {
  const [publicKey] = KEYS;
  const { der } = issueCertificate(
    {
      serialNumber: 1n,
      issuer: parseName('CN=CA'),
      subject: parseName('CN=bob.example'),
      validity: { notBefore: new Date(0), notAfter: new Date(1e12) },
      publicKey: publicKey!,
      extensions: profileExtensions('server', { publicKey: publicKey! }),
    },
    { privateKey: { algorithm: 'rsa', rsa: RSA_KEYS[0]! } },
  );
  return { der, signer: 0 };
}
