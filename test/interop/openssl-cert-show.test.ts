/** What `crypto cert show` and `fingerprint` say is what `openssl x509` says of the same file. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeCertificates } from '../cli/cert-files.ts';
import { runCrypto } from '../cli/run-crypto.ts';
import { openSandbox } from '../cli/sandbox.ts';
import { hasPeer } from './peer.ts';

const cwd = openSandbox().folder('openssl-cert');
writeCertificates(cwd);

const FILES = ['real.pem', 'real-root.pem', 'leaf.pem', 'intermediate.pem', 'rare.pem', 'wide.pem'];

function openssl(...args: string[]): string {
  const { stdout, stderr, status } = spawnSync('openssl', ['x509', '-noout', ...args], {
    cwd,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
const crypto = async (...args: string[]) => (await runCrypto(['cert', ...args], { cwd })).stdout.toString();

/** Spaces, colons and case apart: OpenSSL breaks its lines elsewhere. */
const packed = (text: string) => text.replace(/[\s:]+/g, '').toUpperCase();

describe.skipIf(!hasPeer('openssl'))('openssl x509', () => {
  it.each(FILES)('prints the same fingerprints of %s', async (file) => {
    for (const hash of ['sha256', 'sha1', 'sha512'] as const) {
      expect(await crypto('fingerprint', '--hash', hash, file)).toBe(
        openssl('-in', join(cwd, file), '-fingerprint', `-${hash}`),
      );
    }
  });

  it.each(FILES)('prints the same serial number, dates, names and extensions of %s', async (file) => {
    const said = openssl(
      '-in',
      join(cwd, file),
      '-serial',
      '-dates',
      '-subject',
      '-issuer',
      '-nameopt',
      'RFC2253',
    );
    const value = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(said)![1]!;
    const shown = await crypto('show', '--all', file);
    const [found] = JSON.parse(await crypto('show', '--json', file)).found;

    expect(packed(shown)).toContain(packed(`Serial number ${value('serial')}`));
    expect(new Date(value('notBefore')).toISOString()).toBe(found.validity.notBefore);
    expect(new Date(value('notAfter')).toISOString()).toBe(found.validity.notAfter);
    expect(found.subject.replaceAll(', ', ',')).toBe(value('subject'));
    expect(found.issuer.replaceAll(', ', ',')).toBe(value('issuer'));

    const text = openssl('-in', join(cwd, file), '-ext', EXTENSIONS.join(','));
    const identifiers = text.match(/^ +([\dA-F]{2}:)+[\dA-F]{2}$/gm) ?? [];
    expect(identifiers.length).toBeGreaterThan(0);
    for (const identifier of identifiers) expect(packed(shown)).toContain(packed(identifier));
    for (const [name] of text.matchAll(/(DNS|URI|email):[^\s,]+/g))
      expect(packed(shown)).toContain(packed(name));
    expect(/CA:TRUE/.test(text)).toBe(shown.includes('may sign certificates'));
    // Each that OpenSSL calls critical has our mark.
    const critical = openssl('-in', join(cwd, file), '-text').match(/: critical$/gm) ?? [];
    expect(shown.match(/^! /gm) ?? []).toHaveLength(critical.length);
  });
});

describe.skipIf(!hasPeer('openssl'))('a key that is not computed with here', () => {
  const make = (name: string, ...key: string[]) => {
    const args = [
      'req',
      '-x509',
      '-nodes',
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.pem`,
      '-subj',
      `/CN=${name}`,
    ];
    const { status, stderr } = spawnSync('openssl', [...args, '-newkey', ...key], { cwd, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  };

  it.each([
    ['ec', 'elliptic curve (EC), prime256v1 (P-256)', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']],
    ['ed', 'Ed25519', ['ed25519']],
  ])('is shown all the same: %s', async (name, kind, key) => {
    make(name, ...key);
    const shown = await crypto('show', '--all', `${name}.pem`);
    expect(shown).toContain(`Public key     ${kind}`);
    const [, bytes = ''] = /pub:\n([\s\da-f:]+)\n/.exec(openssl('-in', join(cwd, `${name}.pem`), '-text'))!;
    expect(packed(shown)).toContain(packed(bytes));
    // Its signature is neither good nor bad.
    expect(await crypto('tree', `${name}.pem`)).toContain('a key of this kind cannot be checked here');
    expect(await crypto('show', '--explain', `${name}.pem`)).toContain('nothing is recovered');
    const verified = await runCrypto(['cert', 'verify', `${name}.pem`, '--ca', 'real-root.pem'], { cwd });
    expect(verified.status).toBe(1);
  });

  it('of a PSS certificate by OpenSSL, the salt is recovered', async () => {
    make('pss', 'rsa:2048', '-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:17');
    const told = await crypto('show', '--explain', 'pss.pem');
    expect(told).toContain('the salt of 17 bytes');
    expect(told).toContain("H from the signature, and the hash of M': the same.");
    expect(await crypto('show', 'pss.pem')).toContain(
      'RSASSA-PSS with sha256, MGF1 with sha256, salt of 17 bytes',
    );
  });
});

const EXTENSIONS = [
  'subjectAltName',
  'subjectKeyIdentifier',
  'authorityKeyIdentifier',
  'basicConstraints',
  'nameConstraints',
  'crlDistributionPoints',
  'authorityInfoAccess',
  'keyUsage',
];
