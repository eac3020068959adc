/** Keys under a passphrase: what is written is read, what is damaged or asks for too much is refused. */
import { describe, expect, it } from 'vitest';
import {
  encodeElement,
  encodeInteger,
  encodeNull,
  encodeOctetString,
  encodeOid,
  encodeSequence,
  pemEncode,
} from '../../src/asn1/index.ts';
import { aes, pad } from '../../src/block/index.ts';
import { toHex, utf8 } from '../../src/bytes/index.ts';
import { sha1 } from '../../src/hash/index.ts';
import {
  DEFAULT_ITERATIONS,
  encodeEncryptedPkcs8,
  MAX_ITERATIONS,
  PBES2_CIPHERS,
  PBES2_PRFS,
  type Pbes2Cipher,
  type Pbes2Prf,
  parseKeyFile,
  parsePrivateKey,
} from '../../src/keys/index.ts';
import { pbkdf2 } from '../../src/mac/index.ts';
import { cbcEncrypt } from '../../src/modes/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import { KEY_1024 } from '../rsa/keys.ts';
import { withCode } from '../with-code.ts';

const key = { algorithm: 'rsa', rsa: KEY_1024 } as const;
const passphrase = utf8('passphrase');
const random = seededRandom('pbes2');

interface Fields {
  scheme?: string;
  kdf?: string;
  iterations?: bigint;
  keyLength?: Uint8Array;
  prf?: Uint8Array;
  cipher?: string;
  iv?: Uint8Array;
  data?: Uint8Array;
}

/** An EncryptedPrivateKeyInfo of AES-128-CBC, some fields of which may be others. */
function build(fields: Fields): Uint8Array {
  const { scheme = '1.2.840.113549.1.5.13', kdf = '1.2.840.113549.1.5.12', iterations = 1n } = fields;
  const { cipher = '2.16.840.1.101.3.4.1.2', iv = new Uint8Array(16), data = new Uint8Array(32) } = fields;
  const derivation = encodeSequence(
    encodeOctetString(new Uint8Array(8)),
    encodeInteger(iterations),
    ...(fields.keyLength ? [fields.keyLength] : []),
    ...(fields.prf ? [fields.prf] : []),
  );
  const parameters = encodeSequence(
    encodeSequence(encodeOid(kdf), derivation),
    encodeSequence(encodeOid(cipher), encodeOctetString(iv)),
  );
  return encodeSequence(encodeSequence(encodeOid(scheme), parameters), encodeOctetString(data));
}

describe('PBES2', () => {
  const combinations = PBES2_CIPHERS.flatMap((cipher) => PBES2_PRFS.map((prf) => [cipher, prf] as const));
  it.each(combinations)('%s with %s: what is written is read', (cipher, prf) => {
    const der = encodeEncryptedPkcs8(key, passphrase, { cipher, prf, iterations: 2, random });
    const file = parseKeyFile(der, { passphrase });
    expect(file).toMatchObject({ key, encryption: { scheme: 'pbes2', cipher, prf, iterations: 2 } });
    expect(encodeEncryptedPkcs8(key, passphrase, { cipher, prf, iterations: 2, random })).toEqual(der);
    expect(encodeEncryptedPkcs8(key, passphrase, { cipher, prf, iterations: 2 })).not.toEqual(der);
  });

  it('writes AES-256-CBC and PBKDF2 with SHA-256 by default, many rounds of it', () => {
    const hex = toHex(encodeEncryptedPkcs8(key, passphrase));
    expect(DEFAULT_ITERATIONS).toBe(600_000);
    for (const part of [
      encodeInteger(600_000n),
      encodeOid('1.2.840.113549.2.9'),
      encodeOid('2.16.840.1.101.3.4.1.42'),
    ]) {
      expect(hex).toContain(toHex(part));
    }
  });

  it('takes any passphrase, the empty one too, and only that', () => {
    const der = encodeEncryptedPkcs8(key, utf8(''), { iterations: 1 });
    expect(parsePrivateKey(der, utf8(''))).toEqual(key);
    for (let i = 0; i < 300; i++) {
      expect(() => parsePrivateKey(der, utf8(`wrong ${i}`))).toThrow(
        withCode('check-failed', /^passphrase: expected the one that encrypted this key, got another/),
      );
    }
  });

  it('takes what begins like DER and goes on otherwise for a wrong passphrase', () => {
    const derived = pbkdf2(sha1, passphrase, new Uint8Array(8), 1, 16);
    const plain = pad('pkcs7', Uint8Array.of(5, 0, 1, 2, 3), 16);
    const data = cbcEncrypt(aes(derived), new Uint8Array(16), plain);
    expect(() => parsePrivateKey(build({ data }), passphrase)).toThrow(
      withCode('check-failed', /^passphrase: /),
    );
  });

  it.each<[string, Fields, Parameters<typeof withCode>]>([
    [
      'iterations',
      { iterations: BigInt(MAX_ITERATIONS) + 1n },
      ['too-large', /^PBKDF2 iterationCount: .*at most 10000000, got 10000001/],
    ],
    [
      'iterations',
      { iterations: 2n ** 80n },
      ['too-large', /^PBKDF2 iterationCount: .*at most 10000000, got 1\.2/],
    ],
    ['iterations', { iterations: 0n }, ['bad-format', /^PBKDF2 iterationCount: /]],
    [
      'key length',
      { keyLength: encodeInteger(24n) },
      ['bad-format', /^PBKDF2 keyLength: expected the 16 bytes of aes-128-cbc, got 24$/],
    ],
    ['iv', { iv: new Uint8Array(8) }, ['bad-format', /^PBES2 iv: expected 16 bytes, got 8$/]],
    [
      'no data',
      { data: new Uint8Array(0) },
      ['bad-format', /expected whole blocks of 16 bytes, got 0 bytes$/],
    ],
    [
      'half a block',
      { data: new Uint8Array(24) },
      ['bad-format', /expected whole blocks of 16 bytes, got 24 bytes$/],
    ],
    [
      'scrypt',
      { kdf: '1.3.6.1.4.1.11591.4.11' },
      ['unsupported', /^key derivation of the key: expected PBKDF2, got scrypt;/],
    ],
    [
      'PBES1',
      { scheme: '1.2.840.113549.1.5.3' },
      ['unsupported', /^encryption of the key: expected PBES2, got PBES1 \(pbeWithMD5AndDES-CBC\);/],
    ],
    [
      'GCM',
      { cipher: '2.16.840.1.101.3.4.1.46' },
      ['unsupported', /^cipher of the key: .* got aes-256-gcm;/],
    ],
    ['another', { cipher: '1.2.3' }, ['unsupported', /got 1\.2\.3; openssl pkcs8 -topk8/]],
    [
      'another PRF',
      { prf: encodeSequence(encodeOid('1.2.3'), encodeNull()) },
      ['unsupported', /^prf of the key: .*got 1\.2\.3/],
    ],
    [
      'no NULL',
      { prf: encodeSequence(encodeOid('1.2.840.113549.2.9')) },
      ['bad-format', /^PBKDF2 prf parameters: expected a NULL/],
    ],
    [
      'otherSource',
      { kdf: '1.2.840.113549.1.5.12', prf: encodeElement(0x04) },
      ['bad-format', /^PBKDF2 prf: expected a SEQUENCE/],
    ],
  ])('refuses %s', (_, fields, error) => {
    expect(() => parsePrivateKey(build(fields), passphrase)).toThrow(withCode(...error));
  });

  it('reads the length of the key where it stands and is right', () => {
    expect(() => parsePrivateKey(build({ keyLength: encodeInteger(16n) }), passphrase)).toThrow(
      withCode('check-failed'),
    );
  });

  it('says of what is wrong inside that it counts from there', () => {
    const { crt } = KEY_1024;
    const wrong = { algorithm: 'rsa', rsa: { ...KEY_1024, crt: { ...crt!, dP: -1n } } } as const;
    expect(() =>
      parsePrivateKey(encodeEncryptedPkcs8(wrong, passphrase, { iterations: 1 }), passphrase),
    ).toThrow(
      withCode(
        'bad-format',
        /^decrypted key: PKCS#1 exponent1: expected a positive INTEGER at byte \d+, got a negative/,
      ),
    );
  });

  it.each<[string, object]>([
    ['cipher', { cipher: 'aes-128-gcm' as Pbes2Cipher }],
    ['prf', { prf: 'md5' as Pbes2Prf }],
    ['iterations', { iterations: 0 }],
    ['iterations', { iterations: 1.5 }],
  ])('refuses to write with another %s', (name, options) =>
    expect(() => encodeEncryptedPkcs8(key, passphrase, options)).toThrow(
      withCode('bad-argument', new RegExp(`^${name}: `)),
    ),
  );

  it('refuses to write more iterations than it reads', () =>
    expect(() => encodeEncryptedPkcs8(key, passphrase, { iterations: MAX_ITERATIONS + 1 })).toThrow(
      withCode('too-large', /^iterations: /),
    ));
});

describe('a PEM block whose headers say that it is encrypted', () => {
  const block = (info: string, der = new Uint8Array(32)) =>
    pemEncode('RSA PRIVATE KEY', der).replace(
      '-----\n',
      `-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: ${info}\n\n`,
    );
  const iv = '00'.repeat(16);

  it.each<[string, string, Parameters<typeof withCode>]>([
    [
      'another cipher',
      block('CAMELLIA-128-CBC,00'),
      ['unsupported', /^PEM DEK-Info: expected AES-128-CBC.*got "CAMELLIA-128-CBC"/],
    ],
    ['no cipher', block(''), ['unsupported', /got ""/]],
    [
      'an IV of another length',
      block('AES-128-CBC,00'),
      ['bad-length', /^PEM DEK-Info: expected 16 bytes, got 1$/],
    ],
    ['an IV that is no hex', block('AES-128-CBC,0x'), ['bad-encoding', /^PEM DEK-Info: /]],
    [
      'half a block',
      block(`AES-128-CBC,${iv}`, new Uint8Array(9)),
      ['bad-format', /^PEM: expected whole blocks of 16 bytes of AES-128-CBC, got 9 bytes$/],
    ],
    ['another passphrase', block(`AES-128-CBC,${iv}`), ['check-failed', /^passphrase: /]],
  ])('%s', (_, pem, error) => expect(() => parsePrivateKey(pem, passphrase)).toThrow(withCode(...error)));
});
