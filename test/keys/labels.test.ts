/** Labels that do not tell the truth about what stands under them. */
import { expect, it } from 'vitest';
import { pemEncode } from '../../src/asn1/index.ts';
import {
  encodePkcs1Private,
  encodePkcs1Public,
  encodePkcs8,
  encodeSpki,
  parseKeyFile,
  parsePrivateKey,
  parsePublicKey,
  publicKeyOfPrivate,
  toPem,
} from '../../src/keys/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import { generateKey } from '../../src/rsa/index.ts';
import { withCode } from '../with-code.ts';

const key = { algorithm: 'rsa', rsa: generateKey(512, { random: seededRandom('labels') }) } as const;

it('reads PKCS#1 under the label of PKCS#8, as OpenSSL does', () => {
  expect(parsePrivateKey(pemEncode('PRIVATE KEY', encodePkcs1Private(key)))).toEqual(key);
});

it('says of what is damaged there what PKCS#8 would have had', () => {
  const der = encodePkcs1Private(key);
  const cut = pemEncode('PRIVATE KEY', der.subarray(0, der.length - 1));
  expect(() => parsePrivateKey(cut)).toThrow(withCode('bad-format', /^PKCS#8/));
});

it('reads no PKCS#8 under the label of PKCS#1', () => {
  const wrong = pemEncode('RSA PRIVATE KEY', encodePkcs8(key));
  expect(() => parsePrivateKey(wrong)).toThrow(
    withCode(
      'bad-format',
      /^PEM: .*under RSA PRIVATE KEY, got what looks like a PKCS#8 key, whose label is PRIVATE KEY$/,
    ),
  );
});

it('reads no public PKCS#1 under the label of SPKI', () => {
  const wrong = pemEncode('PUBLIC KEY', encodePkcs1Public(publicKeyOfPrivate(key)));
  expect(() => parsePublicKey(wrong)).toThrow(withCode('bad-format', /whose label is RSA PUBLIC KEY$/));
});

it('takes of several keys the first, or the one that is preferred, where it is there', () => {
  const open = toPem('spki', encodeSpki(publicKeyOfPrivate(key)));
  const both = open + toPem('pkcs8', encodePkcs8(key));
  expect(parseKeyFile(both).kind).toBe('public');
  expect(parseKeyFile(both, { prefer: 'private' }).kind).toBe('private');
  expect(parseKeyFile(open, { prefer: 'private' }).kind).toBe('public');
});

it('knows a public key of OpenSSH, and how to rewrite it', () => {
  const ssh = 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAQQ== alice@example';
  for (const input of [ssh, new TextEncoder().encode(ssh)]) {
    expect(() => parsePublicKey(input)).toThrow(withCode('bad-format', /ssh-keygen -e -m PKCS8 -f FILE/));
  }
});
