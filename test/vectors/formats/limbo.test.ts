import { describe, expect, it } from 'vitest';
import { pemDecode, pemEncode } from '../../../src/asn1/index.ts';
import { fromHex, toHex } from '../../../src/bytes/index.ts';
import { readVectors } from '../../../src/vectors/formats/index.ts';
import { runFile, type SingleCheck, said, scratchEngine } from '../../../src/vectors/index.ts';
import { type Certificate, issueCrl, makeExtension } from '../../../src/x509/index.ts';
import { withCode } from '../../with-code.ts';
import { certify, INTERMEDIATE, LEAF, NOW, person, ROOT, VALIDITY } from '../../x509/authority.ts';
import { summaryOf } from './run-text.ts';

const pem = ({ der }: Certificate) => pemEncode('CERTIFICATE', der);
const root = certify(ROOT, ROOT);
const intermediate = certify(INTERMEDIATE, ROOT, { profile: 'ca', by: root });
const leaf = certify(LEAF, INTERMEDIATE, {
  by: intermediate,
  names: [{ kind: 'dNSName', value: 'bob.example' }],
});

const CASE = {
  id: 'test::case',
  features: null,
  importance: 'high',
  description: 'A chain.\n\nAnd more.',
  validation_kind: 'SERVER',
  trusted_certs: [pem(root)],
  untrusted_intermediates: [pem(intermediate)],
  peer_certificate: pem(leaf),
  validation_time: NOW.toISOString().replace('.000Z', '+00:00'),
  signature_algorithms: null,
  key_usage: null,
  extended_key_usage: null,
  expected_result: 'SUCCESS',
  expected_peer_name: { kind: 'DNS', value: 'bob.example' },
  expected_peer_names: null,
  max_chain_depth: null,
};

const read = (...changes: object[]) => {
  const testcases = changes.map((each) => ({ ...CASE, ...each }));
  return readVectors([{ name: 'l.json', text: JSON.stringify({ version: 1, testcases }) }])[0]!;
};
const fieldsOf = (change: object) => (read(change).cases[0]!.checks[0] as SingleCheck).request.fields;
const skipOf = (change: object) => {
  const { skip } = read(change).cases[0]!;
  return skip && said('en', skip);
};
const run = async (...changes: object[]) => summaryOf(await runFile(read(...changes), scratchEngine));

describe('x509-limbo', () => {
  it('reads a case', () => {
    const file = read({ features: ['max-chain-depth'] });
    expect(file).toMatchObject({ format: 'x509-limbo', algorithm: 'X.509' });
    expect(file.cases[0]).toMatchObject({
      id: 'test::case',
      comment: 'A chain.',
      flags: ['max-chain-depth', 'importance-high'],
    });
    expect(file.cases[0]!.checks).toEqual([
      {
        request: {
          op: 'certificate-verify',
          fields: {
            leaf: CASE.peer_certificate,
            intermediates: CASE.untrusted_intermediates,
            anchors: CASE.trusted_certs,
            at: CASE.validation_time,
            purpose: 'server',
            host: 'bob.example',
          },
        },
        want: { kind: 'output', output: true },
      },
    ]);
  });

  it('asks what the case says', () => {
    expect(fieldsOf({ expected_peer_name: { kind: 'RFC822', value: 'a@b' } })).toMatchObject({
      email: 'a@b',
    });
    expect(fieldsOf({ expected_peer_name: { kind: 'IP', value: '1.2.3.4' } })).toMatchObject({
      host: '1.2.3.4',
    });
    expect(fieldsOf({ validation_kind: 'CLIENT', expected_peer_name: null })).toMatchObject({
      purpose: 'client',
    });
    expect(fieldsOf({ extended_key_usage: ['emailProtection'] })).toMatchObject({ purpose: 'email-sign' });
    expect(fieldsOf({ key_usage: ['contentCommitment'] })).toMatchObject({ keyUsage: ['nonRepudiation'] });
    expect(fieldsOf({ max_chain_depth: 2 })).toMatchObject({ maxDepth: 2 });
    expect(fieldsOf({ features: ['pedantic-rfc5280'] })).toMatchObject({ strict: true });
    expect(fieldsOf({ id: 'rfc5280::x' })).toMatchObject({ strict: true });
    expect(fieldsOf({ crls: ['c'] })).toMatchObject({ crls: ['c'] });
    const before = Date.now();
    const at = new Date(fieldsOf({ validation_time: null }).at as string).getTime();
    expect(at - before).toBeLessThan(10_000);
  });

  it('asks for each of several names', () => {
    const names = ['bob.example', 'carol.example'].map((value) => ({ kind: 'DNS', value }));
    const [both] = read({ expected_peer_name: null, expected_peer_names: names }).cases;
    expect(both!.checks.map((check) => 'request' in check && check.request.fields.host)).toEqual([
      'bob.example',
      'carol.example',
    ]);
  });

  it('runs: believed, and not for the name, the use, the depth, the time', async () => {
    const no = { expected_result: 'FAILURE' };
    expect(
      await run(
        {},
        { ...no, id: 'name', expected_peer_name: { kind: 'DNS', value: 'carol.example' } },
        { ...no, id: 'client', validation_kind: 'CLIENT' },
        { ...no, id: 'depth', max_chain_depth: 0 },
        { id: 'depth-1', max_chain_depth: 1 },
        { ...no, id: 'time', validation_time: '2020-01-01T00:00:00+00:00' },
        { ...no, id: 'usage', key_usage: ['cRLSign'] },
        { id: 'usage-fits', key_usage: ['digitalSignature'] },
        { ...no, id: 'root', trusted_certs: [pem(certify(person('CN=Other'), person('CN=Other')))] },
      ),
    ).toEqual({ passed: 9, failed: [], skipped: {} });
    expect((await run(no)).failed).toEqual(['test::case certificate-verify']);
  });

  it('asks revocation lists', async () => {
    const list = issueCrl(
      {
        issuer: INTERMEDIATE.name,
        thisUpdate: VALIDITY.notBefore,
        nextUpdate: VALIDITY.notAfter,
        revoked: [{ serialNumber: leaf.serialNumber, revocationDate: VALIDITY.notBefore }],
        extensions: [makeExtension({ kind: 'cRLNumber', number: 1n })],
      },
      { privateKey: INTERMEDIATE.privateKey },
    );
    const crls = [pemEncode('X509 CRL', list.der)];
    expect(await run({ crls, expected_result: 'FAILURE' })).toEqual({ passed: 1, failed: [], skipped: {} });
  });

  it.each<[string, object]>([
    ['has-cert-policies: optional in x509-limbo, and not done here', { features: ['has-cert-policies'] }],
    [
      'of-tomorrow: optional in x509-limbo, and not done here',
      { features: ['max-chain-depth', 'of-tomorrow'] },
    ],
    [
      'extended_key_usage serverAuth clientAuth: not asked here',
      { extended_key_usage: ['serverAuth', 'clientAuth'] },
    ],
    [
      'signature_algorithms RSA_WITH_SHA512: not asked here',
      { signature_algorithms: ['RSA_WITH_SHA512'], expected_result: 'FAILURE' },
    ],
    [
      'expected_peer_names 2: not asked here',
      { expected_peer_names: [{ kind: 'DNS', value: 'a.b' }], expected_result: 'FAILURE' },
    ],
    [
      'the CA/Browser Forum wants RSA keys of at least 2048 bits, in whole bytes: not a rule of RFC 5280',
      { id: 'webpki::weak', expected_result: 'FAILURE' },
    ],
  ])('skips: %s', (why, change) => expect(skipOf(change)).toBe(why));

  describe('signatures that are not done here', () => {
    it.each(['SUCCESS', 'FAILURE'])('are no question, whatever is expected (%s)', (expected_result) => {
      const change = {
        peer_certificate: EC_LEAF,
        untrusted_intermediates: [],
        trusted_certs: [EC_ROOT],
        expected_result,
      };
      expect(skipOf(change)).toBe('ECDSA: not an algorithm of this toolkit');
    });

    it('are one where no way leads over them', () => {
      expect(
        skipOf({
          trusted_certs: [pem(root), EC_ROOT],
          untrusted_intermediates: [pem(intermediate), EC_LEAF],
        }),
      ).toBe(undefined);
    });

    it('count below an issuer, and not on a root', async () => {
      // md2WithRSAEncryption, which nobody does any more.
      const unknown = (certificate: Certificate) => {
        const hex = toHex(certificate.der).replaceAll('2a864886f70d01010b', '2a864886f70d010102');
        return pemEncode('CERTIFICATE', fromHex(hex));
      };
      expect(skipOf({ untrusted_intermediates: [unknown(intermediate)] })).toBe(
        'md2WithRSAEncryption: not an algorithm of this toolkit',
      );
      expect(await run({ trusted_certs: [unknown(root)] })).toEqual({ passed: 1, failed: [], skipped: {} });
    });

    it('are found in what cannot be read', () => {
      const { der } = pemDecode(EC_LEAF)[0]!;
      const cut = pemEncode('CERTIFICATE', der.slice(0, -20));
      expect(skipOf({ peer_certificate: cut, expected_result: 'FAILURE' })).toBe(
        'ECDSA: not an algorithm of this toolkit',
      );
    });
  });

  it('a certificate that cannot be read is not believed', async () => {
    const damaged = pemEncode('CERTIFICATE', leaf.der.slice(0, -20));
    expect(await run({ peer_certificate: damaged, expected_result: 'FAILURE' })).toMatchObject({ passed: 1 });
  });

  it.each<[string, object]>([
    [
      'l.json: testcases[0].expected_result: expected SUCCESS or FAILURE, got "MAYBE"',
      { expected_result: 'MAYBE' },
    ],
    ['l.json: testcases[0].trusted_certs: expected a list, got 5', { trusted_certs: 5 }],
    [
      'l.json: testcases[0].expected_peer_name.kind: expected DNS, IP or RFC822, got "X"',
      { expected_peer_name: { kind: 'X', value: '' } },
    ],
  ])('%s', (message, change) => {
    expect(() => read(change)).toThrow(message);
    expect(() => read(change)).toThrow(withCode('bad-format'));
  });

  it('a rule of the profile is for who asks for strictness', async () => {
    const constraints = makeExtension({ kind: 'basicConstraints', cA: true }, false);
    const lax = pem(certify(ROOT, ROOT, { more: [constraints] }));
    expect(
      await run(
        { trusted_certs: [lax] },
        { id: 'rfc5280::lax', trusted_certs: [lax], expected_result: 'FAILURE' },
      ),
    ).toMatchObject({ passed: 2 });
  });
});

/** Root and leaf of limbo's own webpki::… and pathlen::… kind: ECDSA over P-256. */
const EC_ROOT = `-----BEGIN CERTIFICATE-----
MIIBkDCCATWgAwIBAgIULi2yCLfKTx8Rba7efdC4Og1ddrAwCgYIKoZIzj0EAwIw
GjEYMBYGA1UEAwwPeDUwOS1saW1iby1yb290MCAXDTcwMDEwMTAwMDAwMVoYDzI5
NjkwNTAzMDAwMDAxWjAaMRgwFgYDVQQDDA94NTA5LWxpbWJvLXJvb3QwWTATBgcq
hkjOPQIBBggqhkjOPQMBBwNCAATHB+cOTi6LLLOIydBf1w+lQXcmrqxonwWKq/Lh
aJH+dgtBxauqXt2oaFqOz6B9XrO/doPOtP0UsrF9uF64UWkWo1cwVTAPBgNVHRMB
Af8EBTADAQH/MAsGA1UdDwQEAwICBDAWBgNVHREEDzANggtleGFtcGxlLmNvbTAd
BgNVHQ4EFgQUoNMJgnOgzmb5Q1PIIVwPS+XqniUwCgYIKoZIzj0EAwIDSQAwRgIh
ALiM8CvE/Z10ZjMlKTXK6SH9uq7blxqPRQCixKi+YVAyAiEAi2SXPYKAU3rpt7tb
nES20TsgZOLKIxhF4MiUNttXcR4=
-----END CERTIFICATE-----
`;
const EC_LEAF = `-----BEGIN CERTIFICATE-----
MIICADCCAaagAwIBAgIUY/LZVhbVXolmBK3qd1xgLa/i5ywwCgYIKoZIzj0EAwIw
GjEYMBYGA1UEAwwPeDUwOS1saW1iby1yb290MCAXDTcwMDEwMTAwMDAwMVoYDzI5
NjkwNTAzMDAwMDAxWjBnMTkwNwYDVQQLDDAyNjM2MzI2MTc5NDUyODQ0NTY4MTMz
OTM3NDI2ODU5MTQ0MTQxOTIyMzk5MzMxMDQxKjAoBgNVBAMMIXg1MDktbGltYm8t
aW50ZXJtZWRpYXRlLXBhdGhsZW4tMDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IA
BG+khqJJcFT1P/GTImm1yAh8Nsk6kmJ8tNNuVypdRxlQ+7twlTPuSKz0Hot9ehjr
p8HqxJYdIiQutQ5M2t5dWfejezB5MBIGA1UdEwEB/wQIMAYBAf8CAQAwCwYDVR0P
BAQDAgIEMBYGA1UdEQQPMA2CC2V4YW1wbGUuY29tMB8GA1UdIwQYMBaAFKDTCYJz
oM5m+UNTyCFcD0vl6p4lMB0GA1UdDgQWBBRlWrvZr6UnKUi8yijDgkcZUUZigTAK
BggqhkjOPQQDAgNIADBFAiEAlz7iPLe7oMFycYKkWBCnTG91FsgtcORA+rgEjE4E
C38CIBnsc3hRpaLhBqhe+R09F6fdnsuROd154HVbxqy1WTkE
-----END CERTIFICATE-----
`;
