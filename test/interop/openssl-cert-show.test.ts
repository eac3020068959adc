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
