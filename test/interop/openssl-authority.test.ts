/** An authority in a folder and OpenSSL: each reads, verifies and signs what the other made. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseCertificates, parseRequestFile, verifyChain, verifySignature } from '../../src/x509/index.ts';
import { runCrypto } from '../cli/run-crypto.ts';
import { openSandbox } from '../cli/sandbox.ts';
import { hasPeer } from './peer.ts';

const cwd = openSandbox().folder('authority');
const at = (name: string) => join(cwd, name);
const read = (name: string) => readFileSync(at(name));

async function crypto(...args: string[]) {
  const run = await runCrypto(args, { cwd });
  return { ...run, stdout: run.stdout.toString() };
}

async function works(...args: string[]): Promise<string> {
  const { status, stdout, stderr } = await crypto(...args);
  expect(status, `${args.join(' ')}: ${stderr}`).toBe(0);
  return stdout;
}

function openssl(...args: string[]) {
  const { status, stdout, stderr } = spawnSync('openssl', args, { cwd, encoding: 'utf8' });
  return { status, text: stdout + stderr };
}

const fast = ['--bits', '2048'];

beforeAll(async () => {
  await works('ca', 'init', 'root', '--subject', 'C=DE,O=Example,CN=Example Root', ...fast);
  await works('ca', 'init', 'sub', '--subject', 'CN=Example Issuing', '--parent', 'root', ...fast);
  const names = [
    '--dns',
    'bob.example',
    '--dns',
    '*.bob.example',
    '--ip',
    '192.0.2.1',
    '--ip',
    '2001:db8::1',
  ];
  await works('ca', 'issue', 'sub', ...names, ...fast);
  await works('ca', 'issue', 'sub', '--profile', 'client', '--email', 'alice@example.com', ...fast);
  await works('ca', 'issue', 'sub', '--dns', `${'a'.repeat(60)}.long.example`, ...fast);
}, 60_000);

const STRICT = [
  'verify',
  '-x509_strict',
  '-crl_check_all',
  '-CAfile',
  'root/ca.pem',
  '-untrusted',
  'sub/ca.pem',
];
const LISTS = ['-CRLfile', 'root/crl.pem', '-CRLfile', 'sub/crl.pem'];

describe.skipIf(!hasPeer('openssl'))('OpenSSL', () => {
  it.each([
    ['-verify_hostname', 'bob.example', 'bob.example'],
    ['-verify_hostname', 'www.bob.example', 'bob.example'],
    ['-verify_ip', '192.0.2.1', 'bob.example'],
    ['-verify_ip', '2001:db8::1', 'bob.example'],
    ['-purpose', 'sslserver', 'bob.example'],
    ['-purpose', 'sslclient', 'alice@example.com'],
    ['-verify_email', 'alice@example.com', 'alice@example.com'],
    // Its subject is empty: the name would be too long for a CN.
    ['-verify_hostname', `${'a'.repeat(60)}.long.example`, `${'a'.repeat(60)}.long.example`],
  ])('passes our three-level chain, strictly: %s %s', (option, value, name) => {
    const { status, text } = openssl(...STRICT, ...LISTS, option, value, `sub/issued/${name}.pem`);
    expect(text).toBe(`sub/issued/${name}.pem: OK\n`);
    expect(status).toBe(0);
  });

  it('refuses it for another host, another purpose and without lists', () => {
    const leaf = 'sub/issued/bob.example.pem';
    expect(openssl(...STRICT, ...LISTS, '-verify_hostname', 'eve.example', leaf).text).toMatch(/error 62 /);
    expect(openssl(...STRICT, ...LISTS, '-purpose', 'sslclient', leaf).text).toMatch(/error 26 /);
    expect(openssl(...STRICT, leaf).text).toMatch(/error 3 /);
  });

  it('reads what stands in the files', () => {
    const chain = openssl(
      'crl2pkcs7',
      '-nocrl',
      '-certfile',
      'sub/issued/bob.example-chain.pem',
      '-out',
      'p7',
    );
    expect(chain.status).toBe(0);
    const { text } = openssl('x509', '-in', 'sub/issued/bob.example.pem', '-noout', '-text');
    expect(text).toMatch(/X509v3 Basic Constraints: critical\s+CA:FALSE/);
    expect(text).toMatch(/X509v3 Key Usage: critical\s+Digital Signature, Key Encipherment\n/);
    expect(text).toMatch(/X509v3 Extended Key Usage: *\n\s+TLS Web Server Authentication\n/);
    expect(text).toContain(
      'DNS:bob.example, DNS:*.bob.example, IP Address:192.0.2.1, IP Address:2001:DB8:0:0:0:0:0:1',
    );
    const ca = openssl('x509', '-in', 'root/ca.pem', '-noout', '-text').text;
    expect(ca).toMatch(/X509v3 Basic Constraints: critical\s+CA:TRUE\n/);
    expect(ca).toMatch(/X509v3 Key Usage: critical\s+Certificate Sign, CRL Sign\n/);
    expect(openssl('rsa', '-in', 'sub/issued/bob.example-key.pem', '-check', '-noout').text).toMatch(
      /RSA key ok/,
    );
  });

  it('sees what we revoke', async () => {
    await works('ca', 'issue', 'sub', '--dns', 'eve.example', ...fast);
    const path = 'sub/issued/eve.example.pem';
    expect(openssl(...STRICT, ...LISTS, path).status).toBe(0);
    await works('ca', 'revoke', 'sub', path, '--reason', 'keyCompromise');
    expect(openssl(...STRICT, ...LISTS, path).text).toMatch(/error 23 at 0 depth/);
    const { text } = openssl('crl', '-in', 'sub/crl.pem', '-CAfile', 'sub/ca.pem', '-noout', '-text');
    expect(text).toMatch(/verify OK/);
    expect(text).toMatch(/X509v3 CRL Number: *\n\s+2\n/);
    expect(text).toMatch(/X509v3 CRL Reason Code: *\n\s+Key Compromise/);
  });

  it('signs our request with x509 -req, and we verify the chain', async () => {
    await works(
      'cert',
      'request',
      '--dns',
      'carol.example',
      '--ip',
      '192.0.2.9',
      '--key-out',
      'carol-key.pem',
      '-o',
      'carol.csr',
    );
    expect(openssl('req', '-in', 'carol.csr', '-verify', '-noout').text).toMatch(
      /self-signature verify OK|verify OK/i,
    );
    const root = ['-newkey', 'rsa:2048', '-nodes', '-keyout', 'their-key.pem', '-out', 'their-ca.pem'];
    expect(openssl('req', '-x509', ...root, '-subj', '/O=Theirs/CN=Their Root').status).toBe(0);
    const signer = ['-CA', 'their-ca.pem', '-CAkey', 'their-key.pem', '-CAcreateserial'];
    const { status, text } = openssl(
      'x509',
      '-req',
      '-in',
      'carol.csr',
      ...signer,
      '-copy_extensions',
      'copy',
      '-days',
      '30',
      '-out',
      'carol.pem',
    );
    expect(status, text).toBe(0);
    const [leaf] = parseCertificates(read('carol.pem'));
    const anchors = parseCertificates(read('their-ca.pem'));
    for (const host of ['carol.example', '192.0.2.9']) {
      expect(verifyChain(leaf!, { anchors, host })).toMatchObject({ valid: true });
    }
    expect(
      await works('cert', 'verify', 'carol.pem', '--ca', 'their-ca.pem', '--host', 'carol.example'),
    ).toMatch(/valid/);
  });

  it('signs our request with openssl ca, and we verify chain and list', async () => {
    mkdirSync(at('theirs'));
    writeFileSync(at('theirs/index.txt'), '');
    writeFileSync(at('theirs/serial'), '1000\n');
    writeFileSync(at('theirs/crlnumber'), '01\n');
    writeFileSync(at('ca.cnf'), THEIR_CONFIGURATION);
    const root = ['-newkey', 'rsa:2048', '-nodes', '-keyout', 'theirs/key.pem', '-out', 'theirs/ca.pem'];
    expect(openssl('req', '-x509', ...root, '-subj', '/CN=Their CA').status).toBe(0);
    await works(
      'cert',
      'request',
      '--subject',
      'CN=dave.example',
      '--dns',
      'dave.example',
      '--key',
      'sub/issued/bob.example-key.pem',
      '-o',
      'dave.csr',
    );
    const signed = openssl(
      'ca',
      '-config',
      'ca.cnf',
      '-batch',
      '-in',
      'dave.csr',
      '-out',
      'dave.pem',
      '-notext',
    );
    expect(signed.status, signed.text).toBe(0);
    expect(openssl('ca', '-config', 'ca.cnf', '-gencrl', '-out', 'theirs/crl.pem').status).toBe(0);
    const verify = [
      'cert',
      'verify',
      'dave.pem',
      '--ca',
      'theirs/ca.pem',
      '--host',
      'dave.example',
      '--crl',
      'theirs/crl.pem',
    ];
    expect(await works(...verify)).toMatch(/valid/);
    expect(openssl('ca', '-config', 'ca.cnf', '-revoke', 'dave.pem').status).toBe(0);
    expect(openssl('ca', '-config', 'ca.cnf', '-gencrl', '-out', 'theirs/crl.pem').status).toBe(0);
    expect(await crypto(...verify)).toMatchObject({ status: 1, stdout: expect.stringContaining('revoked') });
  });

  it.each<[string, string[]]>([
    ['PEM', []],
    ['DER', ['-outform', 'DER']],
    ['SHA-512', ['-sha512']],
    ['PSS', ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:32']],
  ])('asks, and we sign: %s', async (kind, options) => {
    const csr = `their-${kind}.csr`;
    const host = `${kind.toLowerCase()}.example`;
    const key = ['-newkey', 'rsa:2048', '-nodes', '-keyout', `their-${kind}.key`];
    const asked = ['-subj', `/O=Theirs/CN=${host}`, '-addext', `subjectAltName=DNS:${host},IP:192.0.2.7`];
    const made = openssl('req', '-new', ...key, ...asked, ...options, '-out', csr);
    expect(made.status, made.text).toBe(0);
    const run = await crypto('ca', 'sign', 'sub', '--csr', csr);
    expect(run).toMatchObject({ status: 0, stderr: '' });
    const path = `sub/issued/${host}.pem`;
    expect(openssl(...STRICT, ...LISTS, '-verify_hostname', host, path).text).toBe(`${path}: OK\n`);
    expect(openssl(...STRICT, ...LISTS, '-verify_ip', '192.0.2.7', path).status).toBe(0);
    const ours = openssl('x509', '-in', path, '-noout', '-pubkey').text;
    expect(ours).toBe(openssl('pkey', '-in', `their-${kind}.key`, '-pubout').text);
  });

  it('asks with a key that is not its own, and we refuse', async () => {
    const request = parseRequestFile(read('carol.csr'));
    expect(verifySignature(request, request.publicKey)).toMatchObject({ valid: true });
    const der = request.der.slice();
    der[der.length - 1]! ^= 1;
    writeFileSync(at('forged.csr'), der);
    expect(await crypto('ca', 'sign', 'sub', '--csr', 'forged.csr')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^crypto: forged\.csr: the request was not signed with the key/),
    });
  });

  it('asks with an elliptic key, and we say that we cannot', async () => {
    execFileSync('openssl', ['ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', at('ec.pem')]);
    expect(openssl('req', '-new', '-key', 'ec.pem', '-subj', '/CN=ec.example', '-out', 'ec.csr').status).toBe(
      0,
    );
    const run = await crypto('ca', 'sign', 'sub', '--csr', 'ec.csr', '--dns', 'ec.example');
    expect(run).toMatchObject({ status: 2, stderr: expect.stringMatching(/^crypto: ec\.csr: .*EC/) });
  });

  it('asks for power, and is told what it does not get', async () => {
    const asked = [
      '-addext',
      'subjectAltName=DNS:mallory.example',
      '-addext',
      'basicConstraints=critical,CA:TRUE',
      '-addext',
      'keyUsage=keyCertSign,digitalSignature',
      '-addext',
      'extendedKeyUsage=serverAuth,OCSPSigning',
    ];
    const key = ['-newkey', 'rsa:2048', '-nodes', '-keyout', 'mallory.key'];
    expect(
      openssl('req', '-new', ...key, '-subj', '/CN=mallory', ...asked, '-out', 'mallory.csr').status,
    ).toBe(0);
    const { stderr, status } = await crypto('ca', 'sign', 'sub', '--csr', 'mallory.csr');
    expect(status).toBe(0);
    for (const what of ['basicConstraints cA=true', 'keyUsage keyCertSign', 'extKeyUsage OCSPSigning']) {
      expect(stderr).toContain(what);
    }
    const { text } = openssl('x509', '-in', 'sub/issued/mallory.example.pem', '-noout', '-text');
    expect(text).toMatch(/CA:FALSE/);
    expect(text).toMatch(/X509v3 Key Usage: critical\s+Digital Signature\n/);
    expect(text).not.toMatch(/OCSP/);
  });
});

describe("Node's X509Certificate", () => {
  it('reads what we issue', () => {
    const leaf = new X509Certificate(read('sub/issued/bob.example.pem'));
    const sub = new X509Certificate(read('sub/ca.pem'));
    const root = new X509Certificate(read('root/ca.pem'));
    expect(leaf.subject).toBe('CN=bob.example');
    expect(leaf.checkHost('bob.example')).toBe('bob.example');
    expect(leaf.checkHost('www.bob.example')).toBe('*.bob.example');
    expect(leaf.checkHost('eve.example')).toBeUndefined();
    expect(leaf.checkIP('2001:db8::1')).toBe('2001:db8::1');
    expect(leaf.ca).toBe(false);
    expect(leaf.checkIssued(sub) && sub.checkIssued(root) && root.checkIssued(root)).toBe(true);
    expect(leaf.verify(sub.publicKey) && sub.verify(root.publicKey) && root.verify(root.publicKey)).toBe(
      true,
    );
    expect(leaf.checkPrivateKey(createPrivateKey(read('sub/issued/bob.example-key.pem')))).toBe(true);
    expect([sub.ca, root.ca]).toEqual([true, true]);
    expect(leaf.serialNumber).toMatch(/^[0-9A-F]{1,16}$/);
    const days = (Date.parse(leaf.validTo) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(89.9);
    expect(days).toBeLessThanOrEqual(90);
    expect(Date.now() - Date.parse(leaf.validFrom)).toBeGreaterThan(299_000);
  });
});

const THEIR_CONFIGURATION = `
[ca]
default_ca = theirs
[theirs]
dir = theirs
database = theirs/index.txt
serial = theirs/serial
crlnumber = theirs/crlnumber
new_certs_dir = theirs
certificate = theirs/ca.pem
private_key = theirs/key.pem
default_md = sha256
default_days = 30
default_crl_days = 30
policy = any
copy_extensions = copy
unique_subject = no
[any]
commonName = supplied
`;
