/** `crypto cert verify`: verdicts as people and programs get them, every reason in a sentence, and what is typed wrongly. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pemEncode } from '../../../src/asn1/index.ts';
import { findingText } from '../../../src/cli/commands/cert/verdict-text.ts';
import { openSession } from '../../../src/cli/session.ts';
import { catalogues } from '../../../src/trace/index.ts';
import { type ChainFinding, issueCrl, makeExtension } from '../../../src/x509/index.ts';
import { certify, INTERMEDIATE, LEAF, ROOT, testKey, VALIDITY } from '../../x509/authority.ts';
import { chain, writeCertificates } from '../cert-files.ts';
import { runCrypto } from '../run-crypto.ts';
import { openSandbox } from '../sandbox.ts';
import { pattern } from '../script-pattern.ts';

const cwd = openSandbox().folder('verify');
writeCertificates(cwd);
const { root, intermediate, leaf } = chain;
const names = [{ kind: 'dNSName', value: 'bob.example' } as const];
const write = (name: string, der: Uint8Array, label = 'CERTIFICATE') =>
  writeFileSync(join(cwd, name), pemEncode(label, der));

write('forged.pem', certify(LEAF, INTERMEDIATE, { by: intermediate, names, signer: testKey('forger') }).der);
// The name that the certificate is for: bob.example becomes rob.example.
const bob = Buffer.from(leaf.der).lastIndexOf('bob.example');
write('changed.pem', leaf.der.with(bob, 'r'.charCodeAt(0)));
const crlOf = (name: string, serials: readonly bigint[]) =>
  write(
    name,
    issueCrl(
      {
        issuer: INTERMEDIATE.name,
        thisUpdate: VALIDITY.notBefore,
        nextUpdate: VALIDITY.notAfter,
        revoked: serials.map((serialNumber) => ({
          serialNumber,
          revocationDate: new Date('2026-02-03T00:00:00Z'),
          reason: 'keyCompromise',
        })),
        extensions: [makeExtension({ kind: 'cRLNumber', number: 1n })],
      },
      { privateKey: INTERMEDIATE.privateKey },
    ).der,
    'X509 CRL',
  );
crlOf('revoked.crl', [leaf.serialNumber]);
crlOf('clean.crl', []);

const NOW = ['--at', '2026-06-01'];

async function run(...args: string[]) {
  const { status, stdout, stderr } = await runCrypto(['cert', 'verify', ...args], { cwd });
  return { status, stdout: stdout.toString().trimEnd(), stderr: stderr.trimEnd() };
}
const lines = (text: string) => pattern(text.replace(/^\n/, '').split('\n'));

describe('a certificate that holds', () => {
  it('is shown with its chain, and what was not checked', async () => {
    const { status, stdout, stderr } = await run('chain.pem', '--ca', 'root.pem', ...NOW);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      lines(`
certificate: valid
CN=Test Root, O=Crypto Primer  CA, until 2027-01-01  (trusted)
└─ CN=Test Intermediate, O=Crypto Primer  CA, until 2027-01-01
   └─ CN=bob.example  until 2027-01-01
Checked: signatures, dates at 2026-06-01 00:00:00 UTC.
Not checked: whose it is (--host), revocation (--crl).`),
    );
  });

  it.each([
    ['the options first', ['--ca', 'root.pem', 'chain.pem']],
    [
      'several files of each kind',
      [
        'leaf.pem',
        '--ca',
        'rare.pem',
        '--ca',
        'root.pem',
        '--untrusted',
        'wide.pem',
        '--untrusted',
        'intermediate.pem',
      ],
    ],
    ['a host', ['chain.pem', '--ca', 'root.pem', '--host', 'BOB.example.']],
    ['a purpose', ['chain.pem', '--ca', 'root.pem', '--purpose', 'server', '--strict']],
    ["OpenSSL's name of a purpose", ['chain.pem', '--ca', 'root.pem', '--purpose', 'sslserver']],
    ['an intermediate that is trusted', ['leaf.der', '--ca', 'intermediate.pem']],
    ['a list', ['chain.pem', '--ca', 'root.pem', '--crl', 'clean.crl']],
  ])('with %s', async (_, args) => {
    expect((await run(...args, ...NOW)).status).toBe(0);
  });

  it('of a real site', async () => {
    const real = ['real-chain.pem', '--ca', 'real-root.pem', '--host', 'cryptography.io'];
    expect((await run(...real, '--at', '@1688947200', '--lang', 'zh')).stdout).toMatch(
      lines(`
证书 (certificate) 有效
CN=ISRG Root X1, …  CA，有效至 2035-06-04  （信任锚）
└─ CN=R3, …
   └─ CN=cryptography.io  有效至 2023-08-27
已检查：签名 (signature)、有效期（按 2023-07-10 00:00:00 UTC）、用途 server、主机 cryptography.io。
未检查：是否被撤销（--crl）。`),
    );
  });

  it('is a chain as data', async () => {
    const { stdout } = await run('chain.pem', '--ca', 'root.pem', ...NOW, '--json');
    expect(JSON.parse(stdout)).toEqual({
      valid: true,
      chain: [
        expect.objectContaining({ subject: 'CN=bob.example' }),
        expect.objectContaining({ serialNumber: intermediate.serialNumber.toString() }),
        expect.objectContaining({ sha256: expect.stringMatching(/^[\da-f]{64}$/) }),
      ],
      remarks: [],
      revocationUnknown: ['CN=bob.example', 'CN=Test Intermediate, O=Crypto Primer'],
    });
  });
});

describe('a certificate that does not', () => {
  it('is shown with the place, the number of OpenSSL, and what to try', async () => {
    const { status, stdout, stderr } = await run('leaf.pem', '--ca', 'root.pem', ...NOW);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      lines(`
certificate: invalid (missing-issuer)
CN=Test Intermediate, O=Crypto Primer  (not at hand)
└─ CN=bob.example  until 2027-01-01  ← here
openssl verify: error 20 at 0 depth
Try: give the certificate of the issuer with --untrusted; a server should send it along.`),
    );
    expect(stderr).toBe(
      'crypto: CN=bob.example: its issuer CN=Test Intermediate, O=Crypto Primer is not at hand, so nobody can say who signed it',
    );
  });

  const CA = ['--ca', 'root.pem', '--untrusted', 'intermediate.pem'];
  it.each<[string, string, string[]]>([
    [
      'expired',
      'CN=Test Root, O=Crypto Primer: expired: valid until 2027-01-01 00:00:00 UTC, judged at 2027-01-02 00:00:00 UTC',
      ['leaf.pem', ...CA, '--at', '2027-01-02'],
    ],
    [
      'not-yet-valid',
      '…: not valid yet: valid from 2026-01-01 00:00:00 UTC, judged at 2025-12-31 23:59:59 UTC',
      ['leaf.pem', ...CA, '--at', '2025-12-31T23:59:59Z'],
    ],
    [
      'wrong-host',
      'CN=bob.example: it is for DNS:bob.example, and not for mallory.example',
      ['leaf.pem', ...CA, ...NOW, '--host', 'mallory.example'],
    ],
    [
      'wrong-purpose',
      'CN=bob.example: its extKeyUsage (serverAuth) does not have clientAuth',
      ['leaf.pem', ...CA, ...NOW, '--purpose', 'client'],
    ],
    [
      'bad-signature',
      'CN=bob.example: the signature was not made with the key of CN=Test Intermediate, O=Crypto Primer',
      ['forged.pem', ...CA, ...NOW],
    ],
    [
      'bad-signature',
      'CN=bob.example: it was changed after it was signed: its digest is not the one in the signature of CN=Test Intermediate…',
      ['changed.pem', ...CA, ...NOW],
    ],
    [
      'revoked',
      'CN=bob.example: revoked on 2026-02-03 00:00:00 UTC (keyCompromise), says the list of 2026-01-01 00:00:00 UTC',
      ['leaf.pem', ...CA, ...NOW, '--crl', 'revoked.crl'],
    ],
    [
      'no-crl',
      '…: whether it is revoked is not known: no list of CN=Test Root, O=Crypto Primer at hand speaks of it',
      ['leaf.pem', ...CA, ...NOW, '--crl', 'clean.crl', '--crl-check', 'all'],
    ],
    [
      'self-signed',
      'CN=Test Root, O=Crypto Primer: signed itself, and is not among those that are trusted',
      ['root.pem', '--ca', 'real-root.pem', ...NOW],
    ],
    [
      'untrusted-root',
      '…: the chain ends in the root CN=Test Root, O=Crypto Primer, which is not among those that are trusted',
      ['chain.pem', '--untrusted', 'root.pem', '--ca', 'real-root.pem', ...NOW],
    ],
    [
      'invalid-serial',
      'CN=Rare CA: its serial number -05 is not a positive number of at most 20 bytes',
      ['rare.pem', '--ca', 'root.pem', ...NOW],
    ],
  ])('%s: %s', async (reason, sentence, args) => {
    const { status, stdout, stderr } = await run(...args);
    expect(stdout).toMatch(new RegExp(`^certificate: invalid \\(${reason}\\)\n`));
    expect(stdout).toContain('← here');
    expect(stderr).toMatch(lines(`crypto: ${sentence}`));
    expect(status).toBe(1);
    const { error, ...evidence } = JSON.parse((await run(...args, '--json')).stdout);
    expect(error.code).toBe('check-failed');
    expect(evidence).toMatchObject({
      valid: false,
      reason,
      depth: expect.any(Number),
      evidence: expect.any(Object),
    });
    expect(evidence.certificate.subject).toBe(stderr.slice('crypto: '.length).split(': ')[0]);
  });

  it('walks through the signature, and goes on to the verdict', async () => {
    const { stdout, stderr } = await run('changed.pem', ...CA, ...NOW, '--explain');
    expect(stderr).toMatch(
      /cert\[0\]\.compare[\s\S]*not the same[\s\S]*\ncrypto: CN=bob\.example: it was changed/,
    );
    expect(stdout).not.toContain('cert[0]');
    const { trace } = JSON.parse((await run('changed.pem', ...CA, ...NOW, '--explain', '--json')).stdout);
    expect(trace.output).toBe('broken');
  });
});

describe('crypto cert show --explain', () => {
  const show = async (...args: string[]) =>
    (await runCrypto(['cert', 'show', '--explain', ...args], { cwd })).stdout.toString();

  it('opens the first signature in full, and those above it in short', async () => {
    const told = await show('chain.pem', '--ca', 'root.pem');
    expect(told.match(/^\S+(?= {2}\()/gm)).toEqual([
      ...['tbsCertificate', 'n', 'EM', 'T', 'H', 'compare'].map((name) => `cert[0].${name}`),
      ...['tbsCertificate', 'n', 'compare'].map((name) => `cert[1].${name}`),
      ...['tbsCertificate', 'n', 'compare'].map((name) => `cert[2].${name}`),
      'root',
      'path',
    ]);
    expect(await show('chain.pem', '--ca', 'root.pem', '--all')).toContain('cert[2].EM');
  });

  it('speaks Chinese', async () => {
    const told = await show('leaf.pem', '--untrusted', 'intermediate.pem', '--lang', 'zh');
    expect(told).toMatch(/还原编码消息[\s\S]*两者相同[\s\S]*没有它的公钥，什么也还原不出来/);
  });

  it('shows what comes out where the issuer of that name did not sign', async () => {
    expect(await show('leaf.pem', '--untrusted', 'impostor.pem')).toMatch(/this is no encoded message/);
  });

  it('is a trace as data', async () => {
    expect(JSON.parse(await show('chain.pem', '--ca', 'root.pem', '--json'))).toMatchObject({
      version: 1,
      output: 'verified',
    });
  });
});

describe('what is typed wrongly', () => {
  it.each([
    [['leaf.pem'], 'required option'],
    [['leaf.pem', '--ca', 'root.pem', '--at', 'soon'], 'a time such as'],
    [['leaf.pem', '--ca', 'root.pem', '--at', '2026-02-30'], 'a time such as'],
    [['leaf.pem', '--ca', 'root.pem', '--at', '2026-06-01T25:00'], 'a time such as'],
    [['leaf.pem', '--ca', 'root.pem', '--at', '@99999999999999'], 'a time such as'],
    [['leaf.pem', '--ca', 'root.pem', '--host', 'not a host'], 'a host name such as'],
    [['leaf.pem', '--ca', 'root.pem', '--purpose', 'evil'], 'email-sign'],
    [['leaf.pem', '--ca', 'missing.pem'], 'missing.pem: no such file'],
    [['-', '--ca', '-'], 'standard input'],
    [['request.pem', '--ca', 'root.pem'], 'request.pem: certificate file: expected DER or a PEM block'],
    [['leaf.pem', '--ca', 'root.pem', '--crl', 'root.pem'], 'root.pem: CRL file: expected'],
  ])('%j: %s', async (args, message) => {
    const { status, stdout, stderr } = await run(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^crypto: [^\n]+$/);
    expect(stderr).toContain(message);
  });

  it.each(['2026-06-01T12:00:00Z', '2026-06-01 12:00', '2026-06-01T14:00:00+02:00', '@1780315200'])(
    'takes %s for the same moment',
    async (moment) => {
      const { stdout } = await run('chain.pem', '--ca', 'root.pem', '--at', moment);
      expect(stdout).toContain('dates at 2026-06-01 12:00:00 UTC');
    },
  );
});

describe('every finding', () => {
  const day = new Date('2026-06-01T00:00:00Z');
  const verdict = { valid: false, reason: 'out-of-range' } as const;
  const digest = {
    valid: false,
    reason: 'other-digest',
    em: leaf.tbs,
    expected: leaf.tbs,
    found: leaf.tbs,
  } as const;
  const rules = Object.keys(catalogues.en)
    .filter((key) => key.startsWith('cert.fault.profile.'))
    .map((key) => ({ reason: 'profile', rule: key.slice('cert.fault.profile.'.length) }) as ChainFinding);
  const findings: readonly ChainFinding[] = [
    { reason: 'self-signed' },
    { reason: 'untrusted-root', root: ROOT.name },
    { reason: 'missing-issuer', issuer: [] },
    { reason: 'chain-too-long', maxDepth: 3 },
    { reason: 'too-much-work' },
    { reason: 'bad-signature', issuer: root, verdict },
    { reason: 'bad-signature', issuer: root, verdict: digest },
    { reason: 'unsupported-key', issuer: root, algorithm: 'Ed25519' },
    { reason: 'unsupported-signature', algorithm: 'Ed25519' },
    { reason: 'algorithm-mismatch', inside: 'a', outside: 'b' },
    { reason: 'weak-hash', hash: 'md5' },
    { reason: 'weak-key', bits: 512, least: 1024 },
    { reason: 'expired', notAfter: day, at: day },
    { reason: 'not-yet-valid', notBefore: day, at: day },
    ...(['says-so', 'no-basic-constraints', 'old-version'] as const).map(
      (why) => ({ reason: 'not-a-ca', why }) as const,
    ),
    { reason: 'no-cert-sign', usages: [] },
    { reason: 'path-too-long', by: root, allowed: 0 },
    {
      reason: 'wrong-purpose',
      extension: 'keyUsage',
      needed: ['digitalSignature', 'keyAgreement'],
      found: ['cRLSign'],
    },
    { reason: 'wrong-purpose', extension: 'extKeyUsage', needed: ['serverAuth'], found: [] },
    { reason: 'wrong-host', host: 'a.example', names: Array(30).fill('DNS:b.example') },
    { reason: 'wrong-host', host: 'a.example', names: [] },
    { reason: 'wrong-email', email: 'a@b.example', names: ['c@d.example'] },
    { reason: 'wrong-email', email: 'a@b.example', names: [] },
    { reason: 'name-not-permitted', name: 'DNS:a.example', subtrees: ['DNS:b.example'], by: root },
    { reason: 'name-excluded', name: 'DNS:a.example', subtrees: ['DNS:example'], by: root },
    { reason: 'unsupported-constraint', name: 'x400Address', by: root },
    { reason: 'unknown-critical-extension', oid: '1.2.3' },
    { reason: 'duplicate-extension', oid: '2.5.29.15' },
    { reason: 'invalid-serial', serialNumber: -1n },
    { reason: 'invalid-version', version: 1 },
    ...rules,
    { reason: 'revoked', revocationDate: day, why: undefined, thisUpdate: day },
    { reason: 'no-crl', issuer: ROOT.name },
    { reason: 'crl-bad-signature', issuer: ROOT.name },
    { reason: 'crl-signer-not-allowed', issuer: ROOT.name },
    { reason: 'crl-expired', nextUpdate: day, at: day },
    { reason: 'crl-not-yet-valid', thisUpdate: day, at: day },
    { reason: 'crl-unknown-critical-extension', oid: '1.2.3' },
  ];

  it.each(findings.map((finding) => [finding.reason, finding] as const))(
    '%s has a sentence',
    (_, finding) => {
      const english = findingText(openSession(['--lang', 'en'], {}), finding);
      expect(english).toMatch(/^[ -~…]{15,300}$/);
      expect(english).not.toMatch(/[{}]|undefined|\[object/);
      const chinese = findingText(openSession(['--lang', 'zh'], {}), finding);
      expect(chinese).toMatch(/[\u4e00-\u9fff]/);
      expect(chinese).not.toMatch(/[{}]|undefined|\[object/);
    },
  );
});
