/** `crypto cert show`, `fingerprint` and `tree`: what people see, as data, and of files that are none. */
import { describe, expect, it } from 'vitest';
import { writeCertificates } from '../cert-files.ts';
import { runCrypto } from '../run-crypto.ts';
import { openSandbox } from '../sandbox.ts';
import { pattern } from '../script-pattern.ts';

const cwd = openSandbox().folder('cert');
writeCertificates(cwd);

async function run(...args: string[]) {
  const { status, stdout, stderr } = await runCrypto(['cert', ...args], { cwd });
  return { status, stdout: stdout.toString(), stderr };
}
const lines = (text: string) => pattern(text.replace(/^\n/, '').split('\n'));

describe('crypto cert show', () => {
  it('shows all of a certificate of a real site', async () => {
    const { status, stdout, stderr } = await run('show', 'real.pem');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.trimEnd()).toMatch(
      lines(`
Certificate
Subject        CN=cryptography.io
Issuer         CN=R3, O=Let's Encrypt, C=US
Valid from     2023-05-29 18:44:00 UTC
until          2023-08-27 18:43:59 UTC (90 days; expired)
Serial number  04:28:EB:81:1D:53:10:72:02:92:53:69:40:3C:E3:D4:FA:8F
Public key     RSA, 2048 bits, e = 65537
               n = e6e8d0645e4a2145…685a5023e1c77c65 (256 bytes)
Signature      sha256WithRSAEncryption
               524cde54ff7ca9e9…0cd4bff761e864a2 (256 bytes)
Version        v3
Extensions (! critical: must be understood)
! keyUsage                 digitalSignature, keyEncipherment
  extKeyUsage              serverAuth, clientAuth
! basicConstraints         not a CA
  subjectKeyIdentifier     3A:D1:97:1E:CE:9F:2E:83:10:13:08:E5:C1:2B:BC:F2:BE:2A:2D:FD
  authorityKeyIdentifier   14:2E:B3:17:B7:58:56:CB:AE:50:09:40:E6:1F:AF:9D:8B:14:C2:C6
  authorityInfoAccess      OCSP  URI:http://r3.o.lencr.org
                           caIssuers  URI:http://r3.i.lencr.org/
  subjectAltName           DNS:cryptography.io
  certificatePolicies      domain validated (2.23.140.1.2.1)
                           letsEncryptDomainValidated (1.3.6.1.4.1.44947.1.1.1)
                             cps: http://cps.letsencrypt.org
  transparency logs (SCT)  2023-05-29 19:44:00.979 UTC, log B7:3E:FB:24:DF:9C:4D:BA…, ecdsa-sha256
                           2023-05-29 19:44:01.003 UTC, log 7A:32:8C:54:D8:B7:2D:B6…, ecdsa-sha256
Fingerprints
  SHA-256  72:D8:F5:A9:1D:1B:8E:7B:47:EA:FC:69:2F:D3:74:54:18:33:CB:53:F9:48:AF:04:7D:FA:1A:E5:D1:50:A3:2C
  SHA-1    12:B7:C0:12:A3:CC:30:14:CF:10:EB:9C:D2:3F:36:CB:B4:D9:FC:91`),
    );
  });

  it('fits on a screen, in both languages', async () => {
    for (const lang of ['en', 'zh']) {
      const { stdout } = await run('show', 'real.pem', '--lang', lang);
      expect(stdout.split('\n').length, lang).toBeLessThan(40);
    }
  });

  it('shows long numbers in full when asked', async () => {
    const { stdout } = await run('show', 'real.pem', '--all');
    const digits = stdout.replace(/\s/g, '');
    expect(digits).toMatch(/n=e6e8d0645e4a21452f87[\da-f]+685a5023e1c77c65/);
    expect(digits).not.toContain('bytes');
  });

  it('shows each of a bundle, PEM and DER alike', async () => {
    const bundle = await run('show', 'real-chain.pem');
    expect(bundle.stdout).toMatch(/^1 of 2: Certificate\n[\s\S]*\n\n2 of 2: Certificate\nSubject +CN=R3,/);
    expect(bundle.stdout).toContain(
      'a CA: may sign certificates; at most 0 CA certificates may follow below it',
    );
    expect((await run('show', 'leaf.der')).stdout).toBe((await run('show', 'leaf.pem')).stdout);
  });

  it('shows requests and revocation lists, told by what is inside', async () => {
    const request = await run('show', 'request.pem');
    expect(request.stdout.trimEnd()).toMatch(
      lines(`
Certification request (signed by its own key only)
Subject     CN=bob.example
Public key  RSA, 1024 bits, e = 65537
            n = …
Signature   sha256WithRSAEncryption
            …
            verifies with its own key: whoever asks has the private key
Extensions (! critical: must be understood)
  subjectAltName  DNS:bob.example`),
    );
    expect((await run('show', 'request.der')).stdout).toBe(request.stdout);
    const crl = await run('show', 'crl.pem');
    expect(crl.stdout.trimEnd()).toMatch(
      lines(`
Certificate revocation list
Issuer       CN=Test Root, O=Crypto Primer
This update  2026-01-01 00:00:00 UTC
Next update  2027-01-01 00:00:00 UTC…
Signature    sha256WithRSAEncryption
             …
Version      v2
Extensions (! critical: must be understood)
  cRLNumber  7
Revoked: 2
  12:34  2026-01-01 00:00:00 UTC  keyCompromise
  02     2026-01-01 00:00:00 UTC`),
    );
    expect((await run('show', 'crl.der')).stdout).toBe(crl.stdout);
    const { stdout } = await run('show', 'mixed.pem');
    expect(stdout.match(/^\d of 3: .*/gm)).toEqual([
      '1 of 3: Certificate',
      '2 of 3: Certificate revocation list',
      '3 of 3: Certification request (signed by its own key only)',
    ]);
  });

  it('shows what is seldom seen', async () => {
    const { stdout } = await run('show', 'rare.pem');
    expect(stdout).toContain('Serial number  -05\n');
    expect(stdout).toContain('permitted: DNS:bob.example, IP:192.0.2.0/255.255.255.0\n');
    expect(stdout).toContain('excluded: email:.evil.example\n');
    expect(stdout).toMatch(
      /URI:http:\/\/crl\.example\/ca\.crl \(keyCompromise\) signed by\s+DirName:CN=Test\s+Root/,
    );
  });

  it('lets no name of a stranger reach the terminal, and cuts what is long', async () => {
    for (const args of [['show'], ['show', '--asn1'], ['tree'], ['fingerprint']]) {
      const { status, stdout } = await run(...args, 'nasty.pem');
      expect(status).toBe(0);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is the point
      expect(stdout).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202e]/);
      expect(stdout.length).toBeLessThan(12_000);
      expect(stdout).not.toMatch(/^DNS:bank/m);
    }
    const { stdout } = await run('show', 'nasty.pem');
    expect(stdout).toContain('bank.example\\1b[2J\\e2\\80\\ae');
    expect(stdout).toMatch(/! 1\.2\.3\.4 /);
    expect(stdout).toMatch(/policyConstraints +\{ 00 \}/);
  });

  it('shows the first of many names, and all when asked', async () => {
    const { stdout } = await run('show', 'wide.pem');
    expect(stdout.replace(/\s+/g, ' ')).toContain('DNS:n19.example … 80 more; --all shows them');
    expect((await run('show', 'wide.pem', '--all')).stdout).toContain('DNS:n99.example');
  });

  it('has all of it as data', async () => {
    const { stdout } = await run('show', 'real.pem', '--json');
    const { found } = JSON.parse(stdout);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      kind: 'certificate',
      version: 3,
      subject: 'CN=cryptography.io',
      serialNumber: '362373477383953636932353985310462527732367',
      validity: { notBefore: '2023-05-29T18:44:00.000Z', notAfter: '2023-08-27T18:43:59.000Z' },
      publicKey: { algorithm: 'rsa', bits: 2048, e: '65537' },
      signatureAlgorithm: { name: 'sha256WithRSAEncryption' },
      fingerprints: { sha1: '12b7c012a3cc3014cf10eb9cd23f36cbb4d9fc91' },
    });
    expect(found[0].extensions.map(({ name }: { name: string }) => name)).toEqual([
      'keyUsage',
      'extKeyUsage',
      'basicConstraints',
      'subjectKeyIdentifier',
      'authorityKeyIdentifier',
      'authorityInfoAccess',
      'subjectAltName',
      'certificatePolicies',
      'signedCertificateTimestampList',
    ]);
    const mixed = JSON.parse((await run('show', 'mixed.pem', '--json')).stdout);
    expect(mixed.found.map(({ kind }: { kind: string }) => kind)).toEqual(['certificate', 'crl', 'request']);
  });

  it.each([
    ['cut.der', 'cut.der: certificate: expected … bytes at byte …'],
    ['cut.pem', 'cut.pem: certificate: expected … bytes at byte …'],
    ['second-cut.pem', 'second-cut.pem: PEM block 2: certificate: expected … bytes at byte …'],
    ['other.pem', 'other.pem: expected a PEM block of CERTIFICATE, …, got PUBLIC KEY; …'],
    ['text.txt', 'text.txt: expected PEM, …, got something else'],
    [
      'odd.pem',
      'odd.pem: certificate extensions: expected …; crypto cert show --asn1 shows its elements one by one',
    ],
    ['empty', 'empty: expected PEM or DER, got an empty file'],
    ['missing', 'missing: no such file or folder'],
  ])('refuses %s in one line', async (file, message) => {
    const { status, stdout, stderr } = await run('show', file);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.trimEnd()).toMatch(lines(`crypto: ${message}`));
    const chinese = await run('show', file, '--lang', 'zh');
    expect(chinese.stderr).toMatch(/^crypto: \S+：.*[\u4e00-\u9fff].*\n$/);
    expect(JSON.parse((await run('show', file, '--json')).stdout)).toHaveProperty('error.code');
  });
});

describe('crypto cert show --asn1', () => {
  it('shows every element with its place, value and name', async () => {
    const { stdout } = await run('show', '--asn1', 'real.pem');
    const shown = stdout.split('\n');
    expect(shown.slice(0, 11)).toEqual([
      'offset  header  length  tag  element',
      '     0       4    1316   30  SEQUENCE  -- Certificate',
      '     4       4    1036   30    SEQUENCE  -- tbsCertificate',
      '     8       2       3   a0      [0]  -- version',
      '    10       2       1   02        INTEGER  2',
      '    13       2      18   02      INTEGER  0428eb811d53107202925369403ce3d4fa8f  -- serialNumber',
      '    33       2      13   30      SEQUENCE  -- signature',
      '    35       2       9   06        OBJECT IDENTIFIER  sha256WithRSAEncryption (1.2.840.113549.1.1.11)  -- algorithm',
      '    46       2       0   05        NULL  -- parameters',
      '    48       2      50   30      SEQUENCE  -- issuer',
      '    50       2      11   31        SET',
    ]);
    expect(stdout).toContain('UTCTime  2023-05-29 18:44:00 UTC  -- notBefore');
    expect(stdout).toContain('BIT STRING  101  -- keyUsage');
    expect(stdout).toContain('[6]  "http://r3.o.lencr.org"');
    expect(stdout).toContain('INTEGER  00e6e8d0645e4a21…685a5023e1c77c65 (257 bytes)  -- modulus');
    expect((await run('show', '--asn1', '--all', 'real.pem')).stdout).not.toMatch(/\(\d+ bytes\)/);
  });

  it('shows whatever is DER, a key too', async () => {
    expect((await run('show', '--asn1', 'other.pem')).stdout).toContain(
      '     0       2       0   30  SEQUENCE\n',
    );
    const request = (await run('show', '--asn1', 'request.der')).stdout;
    expect(request).toContain('SEQUENCE  -- certificationRequestInfo\n');
    expect(request).toMatch(/INTEGER {2}0 {2}-- version\n/);
    const list = (await run('show', '--asn1', 'crl.der')).stdout;
    expect(list).toContain('SEQUENCE  -- tbsCertList\n');
    expect(list).toMatch(/UTCTime {2}2027-01-01 00:00:00 UTC {2}-- nextUpdate\n/);
  });

  it('is a tree as data', async () => {
    const { elements } = JSON.parse((await run('show', '--asn1', 'real.pem', '--json')).stdout);
    expect(elements).toHaveLength(1);
    expect(elements[0]).toMatchObject({
      offset: 0,
      headerLength: 4,
      length: 1316,
      tag: 0x30,
      name: 'SEQUENCE',
    });
    expect(elements[0].children[1].children[0]).toMatchObject({
      value: '1.2.840.113549.1.1.11',
      oidName: 'sha256WithRSAEncryption',
    });
  });

  it('speaks Chinese', async () => {
    const { stdout } = await run('show', '--asn1', 'real.pem', '--lang', 'zh');
    expect(stdout).toMatch(/^ *偏移 +头长 +长度 +标签 +元素\n/);
  });
});

describe('crypto cert fingerprint', () => {
  it('prints what openssl x509 -fingerprint prints', async () => {
    const sha256 =
      '72:D8:F5:A9:1D:1B:8E:7B:47:EA:FC:69:2F:D3:74:54:18:33:CB:53:F9:48:AF:04:7D:FA:1A:E5:D1:50:A3:2C';
    expect((await run('fingerprint', 'real.pem')).stdout).toBe(`sha256 Fingerprint=${sha256}\n`);
    const sha1 = await run('fingerprint', '--hash', 'sha1', 'real.pem');
    expect(sha1.stdout).toBe(
      'sha1 Fingerprint=12:B7:C0:12:A3:CC:30:14:CF:10:EB:9C:D2:3F:36:CB:B4:D9:FC:91\n',
    );
    expect(sha1.stderr).toMatch(/^crypto: .*SHA-1/);
    expect((await run('fingerprint', 'chain.pem')).stdout).toMatch(/^sha256 .* {2}CN=bob\.example\nsha256 /);
  });

  it('is hex as data', async () => {
    expect(JSON.parse((await run('fingerprint', 'leaf.pem', '--json')).stdout)).toEqual({
      hash: 'SHA-256',
      fingerprints: [{ subject: 'CN=bob.example', fingerprint: expect.stringMatching(/^[\da-f]{64}$/) }],
    });
  });
});

describe('crypto cert tree', () => {
  it('hangs each below the one that signed it, whatever their order', async () => {
    const { stdout } = await run('tree', 'leaf.pem', 'wide.pem', 'intermediate.pem', 'rare.pem', 'root.pem');
    expect(stdout).toBe(
      `
CN=Test Root, O=Crypto Primer  CA, until 2027-01-01  (signed by itself)
├─ CN=Test Intermediate, O=Crypto Primer  CA, until 2027-01-01
│  ├─ CN=bob.example  until 2027-01-01
│  └─ CN=bob.example  until 2027-01-01
└─ CN=Rare CA  CA, until 2027-01-01
`.slice(1),
    );
  });

  it('says what is missing, and who did not sign', async () => {
    expect((await run('tree', 'leaf.pem')).stdout).toBe(
      'CN=bob.example  until 2027-01-01  (its issuer CN=Test Intermediate, O=Crypto Primer is not here)\n',
    );
    expect((await run('tree', 'leaf.pem', 'impostor.pem')).stdout).toContain(
      '(CN=Test Intermediate, O=Crypto Primer is here, but its key did not sign this)',
    );
  });

  it('is nested as data', async () => {
    const { trees } = JSON.parse((await run('tree', 'chain.pem', 'root.pem', '--json')).stdout);
    expect(trees[0]).toMatchObject({
      link: 'root',
      children: [{ link: 'verified', children: [{ children: [] }] }],
    });
  });
});
