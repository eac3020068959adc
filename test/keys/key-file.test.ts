/** Reading keys: every form recognised, every fault told by its place, nothing read that is not consistent. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  encodeInteger,
  encodeNull,
  encodeOctetString,
  encodeSequence,
  pemEncode,
} from '../../src/asn1/index.ts';
import { concat, fromHex, utf8 } from '../../src/bytes/index.ts';
import { CryptoError } from '../../src/errors.ts';
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
import { modInverse } from '../../src/math/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import { generateKey, type RsaPrivateKey } from '../../src/rsa/index.ts';
import { KEY_1024 } from '../rsa/keys.ts';
import { withCode } from '../with-code.ts';

const key: PrivateKey = { algorithm: 'rsa', rsa: KEY_1024 };
const publicKey = publicKeyOfPrivate(key);
const small: PrivateKey = { algorithm: 'rsa', rsa: generateKey(128, { random: seededRandom('small') }) };
const restriction = { hash: 'sha256', mgfHash: 'sha512', saltLength: 32 } as const;
const pss: PrivateKey = { algorithm: 'rsassa-pss', rsa: KEY_1024, restriction };
const passphrase = utf8('passphrase');
const sealed = encodeEncryptedPkcs8(key, passphrase, { iterations: 1 });

const forms = {
  pkcs8: encodePkcs8(key),
  'pkcs1-private': encodePkcs1Private(key),
  'encrypted-pkcs8': sealed,
  spki: encodeSpki(publicKey),
  'pkcs1-public': encodePkcs1Public(publicKey),
};

const messageOf = (attempt: () => unknown): string => {
  try {
    attempt();
  } catch (error) {
    if (error instanceof CryptoError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'nothing thrown';
};

describe('parseKeyFile', () => {
  it.each(Object.entries(forms))('knows %s by its label, and by its shape', (form, der) => {
    const expected = form.includes('public') || form === 'spki' ? publicKey : key;
    const text = toPem(form as keyof typeof forms, der);
    const read = (file: Uint8Array | string) => parseKeyFile(file, { passphrase });
    for (const file of [text, utf8(text), `text\r\n${text.replaceAll('\n', '\r\n')}text`, `\ufeff${text}`]) {
      expect(read(file)).toMatchObject({ key: expected, form, encoding: 'pem' });
    }
    expect(read(der)).toMatchObject({ key: expected, form, encoding: 'der' });
    expect(read(Buffer.from(der)).key).toEqual(expected);
  });

  it('inverts every encoder, for keys of every size and kind', () => {
    for (const each of [
      key,
      small,
      pss,
      { ...pss, restriction: { ...restriction, hash: 'sha1' } },
    ] as PrivateKey[]) {
      expect(parsePrivateKey(encodePkcs8(each))).toEqual(each);
      expect(encodePkcs8(parsePrivateKey(encodePkcs8(each)))).toEqual(encodePkcs8(each));
      const pub = publicKeyOfPrivate(each);
      expect(parsePublicKey(encodeSpki(pub))).toEqual(pub);
      expect(encodeSpki(parsePublicKey(encodeSpki(pub)))).toEqual(encodeSpki(pub));
    }
    for (const each of [key, small]) {
      expect(parsePrivateKey(encodePkcs1Private(each))).toEqual(each);
      expect(parsePublicKey(encodePkcs1Public(publicKeyOfPrivate(each)))).toEqual(publicKeyOfPrivate(each));
      expect(parsePrivateKey(JSON.stringify(toJwk(each)))).toEqual(each);
    }
  });

  it('takes the first key of the kind that is wanted', () => {
    const both = toPem('spki', forms.spki) + toPem('pkcs8', forms.pkcs8);
    expect(parsePrivateKey(both)).toEqual(key);
    expect(parsePublicKey(both)).toEqual(publicKey);
    expect(parseKeyFile(both).form).toBe('spki');
  });

  it('reads what is longer than needed: attributes, a public key in version 1, no passphrase asked for', () => {
    const body = forms.pkcs8.subarray(7);
    const attributes = fromHex('a000');
    expect(parsePrivateKey(encodeSequence(encodeInteger(0n), body, attributes))).toEqual(key);
    const v2 = encodeSequence(encodeInteger(1n), body, attributes, fromHex('810200aa'));
    expect(parsePrivateKey(v2)).toEqual(key);
    expect(
      messageOf(() => parsePrivateKey(encodeSequence(encodeInteger(0n), body, fromHex('810200aa')))),
    ).toMatch(/^bad-format: PKCS#8: expected its end at byte/);
    expect(parsePrivateKey(forms.pkcs8, passphrase)).toEqual(key);
  });

  it.each([
    [
      '',
      'bad-format: key file: expected PEM, which has a line -----BEGIN …-----, or DER, or a JWK, got an empty file',
    ],
    ['hello', /got the text "hello"$/],
    [Uint8Array.of(1, 2, 3), /got something else$/],
    [Uint8Array.of(0xff, 0xfe, 45, 0), /got UTF-16 text; save it as UTF-8$/],
    [
      concat(forms.pkcs8, Uint8Array.of(0, 1, 2)),
      /^bad-format: key file: expected its end at byte \d+, got 3 more bytes$/,
    ],
    [fromHex('30800000'), /expected a definite length at byte 1, got 80/],
    [
      fromHex('3003020101'),
      /^bad-format: key file: expected a PKCS#1, PKCS#8 or SPKI key, got a SEQUENCE of something/,
    ],
    [
      fromHex('3084ffffffff'),
      'bad-format: key file: expected 4294967295 bytes at byte 6, got 0 before the end',
    ],
    [new Uint8Array(2 ** 20 + 1), /^too-large: key file: expected at most 1048576 bytes/],
    [concat(fromHex('3082ffff'), new Uint8Array(65535)), /^too-large: der: expected at most 65536 bytes/],
    [
      pemEncode('CERTIFICATE', forms.spki),
      /^bad-format: PEM: expected a block of .*, got CERTIFICATE; openssl x509/,
    ],
    [pemEncode('OPENSSH PRIVATE KEY', forms.spki), /^unsupported: PEM: .* ssh-keygen/],
    [pemEncode('EC PRIVATE KEY', forms.spki), /^unsupported: PEM: .* only RSA keys are read$/],
    [
      pemEncode('PRIVATE KEY', forms.spki),
      /^bad-format: PEM: expected a PKCS#8 key under PRIVATE KEY, got what looks like an SPKI key/,
    ],
  ])('%#: %s', (file, message) => {
    const got = messageOf(() => parseKeyFile(file));
    if (typeof message === 'string') expect(got).toBe(message);
    else expect(got).toMatch(message);
  });

  it('refuses the other kind', () => {
    expect(messageOf(() => parsePublicKey(forms.pkcs8))).toBe(
      'bad-format: key file: expected a public key, got a private one',
    );
    expect(messageOf(() => parsePrivateKey(toPem('spki', forms.spki)))).toBe(
      'bad-format: PEM: expected a block of PRIVATE KEY, ENCRYPTED PRIVATE KEY or RSA PRIVATE KEY, got PUBLIC KEY',
    );
    expect(messageOf(() => parsePrivateKey(JSON.stringify(toJwk(publicKey))))).toBe(
      'bad-format: JWK: expected a private key, got a public one',
    );
  });

  it.each([5, null, undefined, {}, [1]])('refuses %j as a file', (wrong) =>
    expect(() => parseKeyFile(wrong as unknown as string)).toThrow(withCode('bad-argument', /^key file: /)),
  );
});

describe('a damaged key', () => {
  it.each(Object.entries(forms))('%s, cut at any byte: bad-format at a byte within', (_, der) => {
    for (let length = 1; length < der.length; length++) {
      const got = messageOf(() => parseKeyFile(der.subarray(0, length), { passphrase }));
      const [, at] = /^bad-format: .*at byte (\d+)/.exec(got) ?? [];
      expect(Number(at), got).toBeLessThanOrEqual(length);
    }
  });

  it('any bytes changed: a CryptoError, or a key, and soon', () => {
    const files = [...Object.values(forms), encodePkcs8(pss), utf8(toPem('pkcs8', encodePkcs8(small)))];
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom(...files), changes, (file, list) => {
        const changed = file.slice();
        for (const [at, value] of list) changed[at % changed.length] = value;
        messageOf(() => parseKeyFile(changed, { passphrase }));
        messageOf(() => parseKeyFile(changed, { passphrase, lenient: true }));
      }),
      { numRuns: 1500 },
    );
  });

  it('nesting without end is refused at once', () => {
    const levels = 15_000;
    const deep = new Uint8Array(levels * 4);
    for (let i = 0; i < levels; i++) {
      const length = deep.length - i * 4 - 4;
      deep.set([0x30, 0x82, length >> 8, length & 255], i * 4);
    }
    expect(messageOf(() => parseKeyFile(deep))).toMatch(/^too-large: key file: expected at most 32 levels/);
  });

  const { n, e, d, crt } = KEY_1024 as Required<RsaPrivateKey>;
  it.each<[string, Partial<RsaPrivateKey>]>([
    ['n', { n: n + 2n }],
    ['n', { n: n + 1n }],
    ['e', { e: 4n }],
    ['e', { e: 1n }],
    ['d', { d: d + 2n }],
    ['d', { d: d + (crt.p - 1n) * (crt.q - 1n) * 2n }],
    ['dP', { crt: { ...crt, dP: crt.dP + 2n } }],
    ['dP', { crt: { ...crt, dP: crt.dP + crt.p - 1n } }],
    ['dQ', { crt: { ...crt, dQ: crt.dQ + 2n } }],
    ['qInv', { crt: { ...crt, qInv: crt.qInv + 1n } }],
    ['p', { crt: { ...crt, p: 1n } }],
    ['n', { crt: { ...crt, p: crt.q } }],
    ['dP', { crt: { ...crt, p: crt.q, q: crt.p } }],
    ['qInv', { crt: { ...crt, p: crt.q, q: crt.p, dP: crt.dQ, dQ: crt.dP } }],
  ])('a wrong %s is named, and read where lenient', (name, change) => {
    const rsa = { ...KEY_1024, ...change };
    const file = encodePkcs8({ algorithm: 'rsa', rsa });
    expect(messageOf(() => parsePrivateKey(file))).toMatch(
      new RegExp(`^bad-format: RSA ${name}: expected .*; the key is damaged$`),
    );
    expect(parsePrivateKey(file, undefined, { lenient: true })).toEqual({ algorithm: 'rsa', rsa });
  });

  it('a key of three primes is held together too', () => {
    const [p, q, r, exponent] = [1000003n, 1000033n, 1000037n, 65537n];
    const totient = (p - 1n) * (q - 1n) * (r - 1n);
    const own = modInverse(exponent, totient);
    const other = { r, d: own % (r - 1n), t: modInverse(p * q, r) };
    const chain = { p, q, dP: own % (p - 1n), dQ: own % (q - 1n), qInv: modInverse(q, p) };
    const rsa = { n: p * q * r, e: exponent, d: own, crt: chain, otherPrimes: [other] };
    const file = (change: Partial<typeof other>) =>
      encodePkcs8({ algorithm: 'rsa', rsa: { ...rsa, otherPrimes: [{ ...other, ...change }] } });
    expect(parsePrivateKey(file({}))).toEqual({ algorithm: 'rsa', rsa });
    expect(messageOf(() => parsePrivateKey(file({ r: r + 2n })))).toMatch(/^bad-format: RSA n: /);
    expect(messageOf(() => parsePrivateKey(file({ d: other.d + 2n })))).toMatch(/^bad-format: RSA d_3: /);
    expect(messageOf(() => parsePrivateKey(file({ d: other.d + r - 1n })))).toMatch(/^bad-format: RSA d_3: /);
    expect(messageOf(() => parsePrivateKey(file({ t: other.t + 1n })))).toMatch(/^bad-format: RSA t_3: /);
    expect(messageOf(() => parsePrivateKey(file({ t: other.t + r })))).toMatch(/^bad-format: RSA t_3: /);
    const numbers = [1n, rsa.n, exponent, own, p, q, chain.dP, chain.dQ, chain.qInv].map(encodeInteger);
    expect(messageOf(() => parsePrivateKey(encodeSequence(...numbers, encodeSequence())))).toMatch(
      /^bad-format: PKCS#1 otherPrimeInfos: expected at least one prime at byte \d+, got no prime$/,
    );
  });

  it('a byte behind the numbers, inside', () => {
    const inside = encodeOctetString(concat(forms['pkcs1-private'], Uint8Array.of(0)));
    const algorithm = forms.pkcs8.subarray(7, 22);
    expect(messageOf(() => parsePrivateKey(encodeSequence(encodeInteger(0n), algorithm, inside)))).toMatch(
      /^bad-format: PKCS#8 privateKey: expected its end at byte \d+, got 1 more bytes$/,
    );
  });

  it('a wrong d is named even without the primes', () => {
    const jwk = toJwk({ algorithm: 'rsa', rsa: { n, e, d } });
    expect(parsePrivateKey(JSON.stringify(jwk))).toEqual({ algorithm: 'rsa', rsa: { n, e, d } });
    const wrong = JSON.stringify(toJwk({ algorithm: 'rsa', rsa: { n, e, d: d - 2n } }));
    expect(messageOf(() => parsePrivateKey(wrong))).toMatch(/^bad-format: RSA d: expected one that undoes e/);
  });

  it('sizes that would take long are refused, even where lenient', () => {
    const file = encodeSpki({ algorithm: 'rsa', rsa: { n: (1n << 16384n) + 1n, e: 3n } });
    expect(messageOf(() => parsePublicKey(file, { lenient: true }))).toBe(
      'too-large: RSA n: expected at most 16384 bits, got more',
    );
    const other = { r: 3n, d: 1n, t: 1n };
    const many = encodePkcs8({ algorithm: 'rsa', rsa: { ...KEY_1024, otherPrimes: Array(17).fill(other) } });
    expect(messageOf(() => parsePrivateKey(many))).toBe(
      'too-large: RSA key: expected at most 18 primes, got 19',
    );
  });

  it('the parameters of the algorithm: the NULL is demanded', () => {
    const { rsa } = publicKey as { rsa: { n: bigint; e: bigint } };
    const spki = forms.spki;
    const bits = spki.subarray(3 + 15);
    const oid = fromHex('06092a864886f70d010101');
    expect(parsePublicKey(encodeSequence(encodeSequence(oid, encodeNull()), bits))).toMatchObject({ rsa });
    expect(messageOf(() => parsePublicKey(encodeSequence(encodeSequence(oid), bits)))).toBe(
      'bad-format: SPKI algorithm parameters: expected a NULL (05) at byte 16, got nothing more',
    );
    const octets = encodeOctetString(new Uint8Array(1));
    expect(
      messageOf(() => parsePublicKey(encodeSequence(encodeSequence(oid, encodeNull(), octets), bits))),
    ).toMatch(/^bad-format: SPKI algorithm: expected its end at byte 18/);
  });
});
