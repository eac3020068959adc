/** Every key form OpenSSL writes is read, and every form we write OpenSSL reads. */
import { spawnSync } from 'node:child_process';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../src/bytes/index.ts';
import {
  encodeEncryptedPkcs8,
  encodePkcs1Private,
  encodePkcs1Public,
  encodePkcs8,
  encodeSpki,
  type PrivateKey,
  parseKeyFile,
  parsePrivateKey,
  parsePublicKey,
  publicKeyOfPrivate,
  toJwk,
  toPem,
} from '../../src/keys/index.ts';
import { withCode } from '../with-code.ts';
import { hasPeer } from './peer.ts';

const PASSPHRASE = utf8('correct horse 密码');
const PASS = 'pass:correct horse 密码';

function openssl(args: readonly string[], input?: string | Uint8Array): Buffer {
  const { stdout, stderr, status } = spawnSync('openssl', args, { input: input ?? '' });
  if (status !== 0) throw new Error(`openssl ${args.join(' ')}: ${stderr}`);
  return stdout;
}

const genpkey = (...options: string[]) =>
  openssl([
    'genpkey',
    '-algorithm',
    ...options.flatMap((option, i) => (i ? ['-pkeyopt', option] : [option])),
  ]);

/** The numbers of an RSA key as OpenSSL's library sees them. */
const numbersOf = (pem: Uint8Array) => createPrivateKey(Buffer.from(pem)).export({ format: 'jwk' });

describe.skipIf(!hasPeer('openssl'))('what OpenSSL writes', () => {
  const pkcs8 = genpkey('RSA', 'rsa_keygen_bits:1024');
  const key = parsePrivateKey(pkcs8);

  it.each(['512', '1024', '2048'])('genpkey RSA of %s bits', (bits) => {
    const pem = genpkey('RSA', `rsa_keygen_bits:${bits}`);
    expect(toJwk(parsePrivateKey(pem))).toEqual(numbersOf(pem));
    expect(toPem('pkcs8', encodePkcs8(parsePrivateKey(pem)))).toBe(pem.toString());
  });

  it('genrsa, as PKCS#8 and -traditional', () => {
    for (const options of [[], ['-traditional'], ['-3']]) {
      const pem = openssl(['genrsa', ...options, '1024']);
      expect(toJwk(parsePrivateKey(pem))).toEqual(numbersOf(pem));
    }
  });

  it.each([
    ['rsa -traditional', ['rsa', '-traditional'], 'pkcs1-private', encodePkcs1Private],
    ['rsa', ['rsa'], 'pkcs8', encodePkcs8],
    ['pkcs8 -topk8 -nocrypt', ['pkcs8', '-topk8', '-nocrypt'], 'pkcs8', encodePkcs8],
  ] as const)('%s: the same bytes as PEM and DER', (_, args, form, encode) => {
    const pem = openssl(args, pkcs8);
    const der = openssl([...args, '-outform', 'DER'], pkcs8);
    expect(parseKeyFile(pem)).toEqual({ kind: 'private', key, form, encoding: 'pem' });
    expect(parseKeyFile(der)).toEqual({ kind: 'private', key, form, encoding: 'der' });
    expect(Buffer.from(encode(key))).toEqual(der);
    expect(toPem(form, encode(key))).toBe(pem.toString());
  });

  it.each([
    ['pkey -pubout', ['pkey', '-pubout'], 'spki', encodeSpki],
    ['rsa -RSAPublicKey_out', ['rsa', '-RSAPublicKey_out'], 'pkcs1-public', encodePkcs1Public],
  ] as const)('%s: the same bytes as PEM and DER', (_, args, form, encode) => {
    const pem = openssl(args, pkcs8);
    const der = openssl([...args, '-outform', 'DER'], pkcs8);
    const publicKey = publicKeyOfPrivate(key);
    expect(parseKeyFile(pem)).toEqual({ kind: 'public', key: publicKey, form, encoding: 'pem' });
    expect(parseKeyFile(der)).toEqual({ kind: 'public', key: publicKey, form, encoding: 'der' });
    expect(Buffer.from(encode(publicKey))).toEqual(der);
    expect(toPem(form, encode(publicKey))).toBe(pem.toString());
  });

  it('rsa -text: a key with text around it', () => {
    const text = openssl(['rsa', '-text'], pkcs8);
    expect(parsePrivateKey(text)).toEqual(key);
    expect(parsePrivateKey(text.toString().replaceAll('\n', '\r\n'))).toEqual(key);
  });

  it('genrsa -primes 3: the third prime too', () => {
    const pem = openssl(['genrsa', '-primes', '3', '1024']);
    const multi = parsePrivateKey(pem);
    expect(multi.algorithm === 'rsa' && multi.rsa.otherPrimes?.length).toBe(1);
    expect(toPem('pkcs8', encodePkcs8(multi))).toBe(pem.toString());
    const traditional = openssl(['rsa', '-traditional'], pem).toString();
    expect(toPem('pkcs1-private', encodePkcs1Private(multi))).toBe(traditional);
    expect(parsePrivateKey(JSON.stringify(toJwk(multi)))).toEqual(multi);
  });

  it.each([
    ['without restriction', [], undefined],
    ['of SHA-1, all defaults', ['rsa_pss_keygen_md:sha1'], { hash: 'sha1', mgfHash: 'sha1', saltLength: 20 }],
    [
      'of SHA-256, with the default MGF',
      ['rsa_pss_keygen_md:sha256', 'rsa_pss_keygen_mgf1_md:sha1', 'rsa_pss_keygen_saltlen:20'],
      { hash: 'sha256', mgfHash: 'sha1', saltLength: 20 },
    ],
    [
      'of three values',
      ['rsa_pss_keygen_md:sha256', 'rsa_pss_keygen_mgf1_md:sha512', 'rsa_pss_keygen_saltlen:31'],
      { hash: 'sha256', mgfHash: 'sha512', saltLength: 31 },
    ],
  ])('genpkey RSA-PSS %s', (_, options, restriction) => {
    const pem = genpkey('RSA-PSS', 'rsa_keygen_bits:1024', ...options);
    const pss = parsePrivateKey(pem);
    expect(pss).toMatchObject({ algorithm: 'rsassa-pss', ...(restriction && { restriction }) });
    expect('restriction' in pss).toBe(restriction !== undefined);
    expect(toPem('pkcs8', encodePkcs8(pss))).toBe(pem.toString());
    const pub = openssl(['pkey', '-pubout'], pem).toString();
    expect(parsePublicKey(pub)).toEqual(publicKeyOfPrivate(pss));
    expect(toPem('spki', encodeSpki(publicKeyOfPrivate(pss)))).toBe(pub);
  });

  it.each([
    ['EC', ['ec_paramgen_curve:P-256'], '1.2.840.10045.2.1', 'elliptic curve (EC)'],
    ['ED25519', [], '1.3.101.112', 'Ed25519'],
    ['X448', [], '1.3.101.111', 'X448'],
  ])('genpkey %s: kept as it stands', (algorithm, options, oid, name) => {
    const pem = genpkey(algorithm, ...options);
    const unknown = parsePrivateKey(pem);
    expect(unknown).toMatchObject({ algorithm: 'unknown', oid, name });
    expect(toPem('pkcs8', encodePkcs8(unknown))).toBe(pem.toString());
    expect(() => encodePkcs1Private(unknown)).toThrow(withCode('unsupported', new RegExp(`${oid}`)));
    const pub = openssl(['pkey', '-pubout'], pem).toString();
    expect(parsePublicKey(pub)).toMatchObject({ algorithm: 'unknown', oid, name });
    expect(toPem('spki', encodeSpki(parsePublicKey(pub)))).toBe(pub);
  });

  describe('pkcs8 -topk8 under a passphrase', () => {
    it.each([
      ['', { cipher: 'aes-256-cbc', prf: 'sha256', iterations: 2048 }],
      ['-v2 aes-128-cbc', { cipher: 'aes-128-cbc', prf: 'sha256' }],
      ['-v2 aes-192-cbc', { cipher: 'aes-192-cbc', prf: 'sha256' }],
      ['-v2 des3', { cipher: 'des-ede3-cbc', prf: 'sha256' }],
      ['-v2 aes256 -v2prf hmacWithSHA1', { cipher: 'aes-256-cbc', prf: 'sha1' }],
      ['-v2 aes256 -v2prf hmacWithSHA224', { prf: 'sha224' }],
      ['-v2 aes256 -v2prf hmacWithSHA384', { prf: 'sha384' }],
      ['-v2 aes256 -v2prf hmacWithSHA512 -iter 3', { prf: 'sha512', iterations: 3 }],
      ['-v2 aes256 -v2prf hmacWithSHA512-256', { prf: 'sha512-256' }],
    ])('%s', (options, encryption) => {
      const args = ['pkcs8', '-topk8', '-passout', PASS, ...options.split(' ').filter(Boolean)];
      for (const encoding of ['pem', 'der'] as const) {
        const file = openssl([...args, '-outform', encoding.toUpperCase()], pkcs8);
        const read = parseKeyFile(file, { passphrase: PASSPHRASE });
        expect(read).toMatchObject({ key, form: 'encrypted-pkcs8', encoding, encryption });
        expect(() => parsePrivateKey(file)).toThrow(withCode('bad-argument', /^passphrase: .*got none/));
        expect(() => parsePrivateKey(file, utf8('wrong'))).toThrow(withCode('check-failed', /^passphrase: /));
      }
    });

    it.each([
      ['-scrypt', /got scrypt;/],
      ['-v1 PBE-SHA1-3DES', /got PBES1 of PKCS#12 \(pbeWithSHAAnd3-KeyTripleDES-CBC\)/],
      ['-v1 PBE-SHA1-2DES', /got PBES1 of PKCS#12 \(pbeWithSHAAnd2-KeyTripleDES-CBC\)/],
    ])('%s: told by name', (options, message) => {
      const args = ['pkcs8', '-topk8', '-passout', PASS, ...options.split(' ')];
      const file = openssl(args, pkcs8);
      expect(() => parsePrivateKey(file, PASSPHRASE)).toThrow(withCode('unsupported', message));
    });
  });

  it.each(['-aes128', '-aes192', '-aes256', '-des3'])(
    'rsa -traditional %s: encrypted in its headers',
    (cipher) => {
      const pem = openssl(['rsa', '-traditional', cipher, '-passout', PASS], pkcs8);
      expect(pem.toString()).toContain('Proc-Type: 4,ENCRYPTED');
      const read = parseKeyFile(pem, { passphrase: PASSPHRASE });
      expect(read).toMatchObject({ key, form: 'pkcs1-private', encryption: { scheme: 'openssl-pem' } });
      expect(() => parsePrivateKey(pem)).toThrow(withCode('bad-argument', /^passphrase: .*got none/));
      expect(() => parsePrivateKey(pem, utf8('wrong'))).toThrow(withCode('check-failed', /^passphrase: /));
    },
  );

  it('what is no key of the kind wanted', () => {
    const cert = openssl([
      'req',
      '-x509',
      '-newkey',
      'rsa:1024',
      '-nodes',
      '-keyout',
      '/dev/null',
      '-subj',
      '/CN=a',
    ]);
    expect(() => parsePublicKey(cert)).toThrow(withCode('bad-format', /^PEM: expected .*got CERTIFICATE; /));
    const certDer = openssl(['x509', '-outform', 'DER'], cert);
    expect(() => parsePublicKey(certDer)).toThrow(withCode('bad-format', /may be a certificate/));
    expect(parsePrivateKey(Buffer.concat([cert, pkcs8]))).toEqual(key);
    const ec = openssl(['ecparam', '-genkey', '-name', 'prime256v1']);
    expect(() => parsePrivateKey(ec)).toThrow(withCode('unsupported', /got EC PARAMETERS, EC PRIVATE KEY/));
    const ecDer = openssl(['ec', '-outform', 'DER'], ec);
    expect(() => parsePrivateKey(ecDer)).toThrow(withCode('unsupported', /elliptic-curve key/));
  });
});

describe.skipIf(!hasPeer('openssl'))('what OpenSSL reads', () => {
  const key = parsePrivateKey(genpkey('RSA', 'rsa_keygen_bits:1024'));
  const multi = parsePrivateKey(openssl(['genrsa', '-primes', '3', '1024']));

  it.each([
    ['two', key],
    ['three', multi],
  ])('PKCS#1, PKCS#8, SPKI of a key with %s primes', (_, each: PrivateKey) => {
    for (const [form, der] of [
      ['pkcs1-private', encodePkcs1Private(each)],
      ['pkcs8', encodePkcs8(each)],
    ] as const) {
      expect(openssl(['rsa', '-check', '-noout'], toPem(form, der)).toString()).toContain('RSA key ok');
      expect(openssl(['rsa', '-check', '-noout', '-inform', 'DER'], der).toString()).toContain('RSA key ok');
      expect(openssl(['pkey', '-check', '-noout'], toPem(form, der)).toString()).toContain('valid');
    }
    const pub = publicKeyOfPrivate(each);
    const spki = toPem('spki', encodeSpki(pub));
    expect(openssl(['pkey', '-pubin'], spki).toString()).toBe(spki);
    expect(
      openssl(['rsa', '-RSAPublicKey_in'], toPem('pkcs1-public', encodePkcs1Public(pub))).toString(),
    ).toBe(spki);
  });

  it.each(['aes-128-cbc', 'aes-192-cbc', 'aes-256-cbc', 'des-ede3-cbc'] as const)(
    'PKCS#8 encrypted with %s',
    (cipher) => {
      for (const prf of ['sha1', 'sha256', 'sha512'] as const) {
        const der = encodeEncryptedPkcs8(key, PASSPHRASE, { cipher, prf, iterations: 5 });
        const plain = openssl(['pkey', '-passin', PASS], toPem('encrypted-pkcs8', der)).toString();
        expect(plain).toBe(toPem('pkcs8', encodePkcs8(key)));
      }
    },
  );

  it('JWK, both ways', () => {
    const jwk = toJwk(key);
    const platform = createPrivateKey({ key: { ...jwk }, format: 'jwk' });
    expect(platform.export({ format: 'pem', type: 'pkcs8' })).toBe(toPem('pkcs8', encodePkcs8(key)));
    expect(parsePrivateKey(JSON.stringify(platform.export({ format: 'jwk' })))).toEqual(key);
    const publicJwk = createPublicKey(platform).export({ format: 'jwk' });
    expect(parsePublicKey(JSON.stringify(publicJwk))).toEqual(publicKeyOfPrivate(key));
    expect(toJwk(publicKeyOfPrivate(key))).toEqual(publicJwk);
  });
});
