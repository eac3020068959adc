/** What keys do: each scheme against RSA's own functions, and keys that are for one thing only. */
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../src/bytes/index.ts';
import { sha1, sha256, sha512 } from '../../src/hash/index.ts';
import {
  createDecrypter,
  createEncrypter,
  createSigner,
  createVerifier,
  type EncryptionScheme,
  type PrivateKey,
  parsePrivateKey,
  parsePublicKey,
  publicKeyOfPrivate,
  type SignatureScheme,
} from '../../src/keys/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import { oaepDecrypt, pkcs1Verify, pssVerify, publicKeyOf } from '../../src/rsa/index.ts';
import { KEY_1024 } from '../rsa/keys.ts';
import { withCode } from '../with-code.ts';

const key = { algorithm: 'rsa', rsa: KEY_1024 } as const;
const publicRsa = publicKeyOf(KEY_1024);
const msg = utf8('message');
const restriction = { hash: 'sha256', mgfHash: 'sha512', saltLength: 20 } as const;
const restricted: PrivateKey = { algorithm: 'rsassa-pss', rsa: KEY_1024, restriction };
const pssOnly: PrivateKey = { algorithm: 'rsassa-pss', rsa: KEY_1024 };
const fits = { scheme: 'rsa-pss', hash: 'sha256', mgfHash: 'sha512', saltLength: 20 } as const;

describe('signers and verifiers', () => {
  it.each<SignatureScheme>([
    { scheme: 'rsa-pkcs1', hash: 'sha256' },
    { scheme: 'rsa-pkcs1', hash: 'sha512' },
    { scheme: 'rsa-pss', hash: 'sha1' },
    fits,
  ])('%j', (scheme) => {
    const signature = createSigner(key).sign(scheme, msg);
    const verifier = createVerifier(publicKeyOfPrivate(key));
    expect(verifier.verify(scheme, msg, signature)).toMatchObject({ valid: true });
    expect(verifier.verify(scheme, utf8('other'), signature)).toMatchObject({ reason: 'other-digest' });
    expect(verifier.verify(scheme, msg, new Uint8Array(3))).toMatchObject({ reason: 'wrong-length' });
  });

  it('sign as RSA does, with the randomness that is given', () => {
    const random = seededRandom('salt');
    const pkcs1 = createSigner(key).sign({ scheme: 'rsa-pkcs1', hash: 'sha1' }, msg);
    expect(pkcs1Verify(publicRsa, sha1, msg, pkcs1).valid).toBe(true);
    const pss = createSigner(key, seededRandom('salt')).sign(fits, msg);
    expect(createSigner(key, random).sign(fits, msg)).toEqual(pss);
    expect(pssVerify(publicRsa, sha256, msg, pss, { mgfHash: sha512, saltLength: 20 }).valid).toBe(true);
  });

  it.each<[PrivateKey, SignatureScheme, boolean]>([
    [pssOnly, { scheme: 'rsa-pkcs1', hash: 'sha256' }, false],
    [pssOnly, { scheme: 'rsa-pss', hash: 'sha1' }, true],
    [restricted, { scheme: 'rsa-pkcs1', hash: 'sha256' }, false],
    [restricted, { scheme: 'rsa-pss', hash: 'sha256' }, false],
    [restricted, { scheme: 'rsa-pss', hash: 'sha512', saltLength: 20 }, false],
    [restricted, { ...fits, saltLength: 19 }, false],
    [restricted, fits, true],
    [restricted, { scheme: 'rsa-pss', hash: 'sha256', mgfHash: 'sha512' }, true],
  ])('a PSS key is held to what it is for: %#', (pss, scheme, allowed) => {
    const verifier = createVerifier(publicKeyOfPrivate(pss));
    const signature = createSigner(key).sign(scheme, msg);
    const verdict = verifier.verify(scheme, msg, signature);
    if (allowed) {
      expect(verdict.valid).toBe(true);
      expect(createSigner(pss).sign(scheme, msg).length).toBe(128);
    } else {
      expect(verdict).toMatchObject({ valid: false, reason: 'scheme-not-allowed' });
      expect(() => createSigner(pss).sign(scheme, msg)).toThrow(
        withCode('bad-argument', /^scheme: expected PSS/),
      );
    }
  });
});

describe('encrypters and decrypters', () => {
  it.each<EncryptionScheme>([
    { scheme: 'rsa-pkcs1' },
    { scheme: 'rsa-oaep' },
    { scheme: 'rsa-oaep', hash: 'sha256', mgfHash: 'sha1', label: utf8('label') },
  ])('%j', (scheme) => {
    const sealed = createEncrypter(publicKeyOfPrivate(key)).encrypt(scheme, msg);
    expect(createDecrypter(key).decrypt(scheme, sealed)).toEqual(msg);
    sealed[5]! ^= 1;
    expect(() => createDecrypter(key).decrypt(scheme, sealed)).toThrow(withCode('bad-padding'));
  });

  it('encrypt as RSA does, with the randomness that is given', () => {
    const seal = () =>
      createEncrypter(publicKeyOfPrivate(key), seededRandom('seed')).encrypt({ scheme: 'rsa-oaep' }, msg);
    expect(oaepDecrypt(KEY_1024, seal())).toEqual(msg);
    expect(seal()).toEqual(seal());
  });

  it('decrypt or give the fallback, PKCS#1 v1.5 only', () => {
    const scheme = { scheme: 'rsa-pkcs1' } as const;
    const sealed = createEncrypter(publicKeyOfPrivate(key)).encrypt(scheme, msg);
    const { decryptOr } = createDecrypter(key);
    const fallback = new Uint8Array(msg.length);
    expect(decryptOr(scheme, sealed, fallback)).toEqual(msg);
    sealed[5]! ^= 1;
    expect(decryptOr(scheme, sealed, fallback)).toEqual(fallback);
    expect(() => decryptOr({ scheme: 'rsa-oaep' } as never, sealed, fallback)).toThrow(
      withCode('bad-argument', /^scheme: expected rsa-pkcs1, got "rsa-oaep"/),
    );
  });

  it('are not for PSS keys', () => {
    expect(() => createDecrypter(pssOnly)).toThrow(withCode('unsupported', /^privateKey: .*RSASSA-PSS/));
    expect(() => createEncrypter(publicKeyOfPrivate(pssOnly))).toThrow(
      withCode('unsupported', /^publicKey: /),
    );
  });
});

describe('what is refused', () => {
  const schemes = [undefined, null, 'rsa-pss', {}, { scheme: 'none' }, { scheme: 'rsa-pss', hash: 'sha3' }];
  it.each(schemes)('the scheme %j', (wrong) => {
    const error = withCode('bad-argument', /^(scheme|hash): /);
    const scheme = wrong as SignatureScheme & EncryptionScheme;
    expect(() => createSigner(key).sign(scheme, msg)).toThrow(error);
    expect(() => createVerifier(key).verify(scheme, msg, msg)).toThrow(error);
    expect(() => createEncrypter(key).encrypt(scheme, msg)).toThrow(error);
    expect(() => createDecrypter(key).decrypt(scheme, msg)).toThrow(error);
  });

  it('a key of a kind that is not known here, by its name', () => {
    // RFC 8410, 10.1 and 10.3
    const ed25519 = parsePrivateKey(
      '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----\n',
    );
    const ed25519Public = parsePublicKey(
      '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n',
    );
    const error = withCode('unsupported', /expected an RSA key, got Ed25519 \(1\.3\.101\.112\)$/);
    for (const create of [createSigner, createDecrypter]) expect(() => create(ed25519)).toThrow(error);
    for (const create of [createVerifier, createEncrypter])
      expect(() => create(ed25519Public)).toThrow(error);
    expect(() => publicKeyOfPrivate(ed25519)).toThrow(error);
  });
});
