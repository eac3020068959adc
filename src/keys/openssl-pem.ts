/**
 * PEM keys whose header lines say that the block is encrypted: `Proc-Type: 4,ENCRYPTED` (RFC 1421, 4.6.1.1), in the way
 * that is OpenSSL's own, as `openssl rsa -traditional -aes256` writes them. Read, and never written.
 *
 * One round of MD5 makes the key, so that passphrases are guessed by the million per second.
 */
import { aes, type BlockCipher, des, tripleDes } from '../block/index.ts';
import { concat, excerpt, fromHex } from '../bytes/index.ts';
import { CryptoError, expectLength, orList } from '../errors.ts';
import { md5 } from '../hash/index.ts';
import { cbcDecrypt } from '../modes/index.ts';
import { unwrap } from './pbes2.ts';

interface Row {
  /** In bytes, as `blockSize`, which is that of the IV too. */
  readonly keyLength: number;
  readonly blockSize: number;
  readonly create: (key: Uint8Array) => BlockCipher;
}

const CIPHERS: Readonly<Record<string, Row>> = {
  'AES-128-CBC': { keyLength: 16, blockSize: 16, create: aes },
  'AES-192-CBC': { keyLength: 24, blockSize: 16, create: aes },
  'AES-256-CBC': { keyLength: 32, blockSize: 16, create: aes },
  'DES-EDE3-CBC': { keyLength: 24, blockSize: 8, create: tripleDes },
  'DES-CBC': { keyLength: 8, blockSize: 8, create: des },
};

/** The cipher of a block, by OpenSSL's name, if its headers say that it is encrypted. */
export function encryptedWith(headers: ReadonlyMap<string, string>): string | undefined {
  if (!/^4,\s*ENCRYPTED$/.test(headers.get('Proc-Type') ?? '')) return undefined;
  const name = (headers.get('DEK-Info') ?? '').split(',')[0]!;
  if (Object.hasOwn(CIPHERS, name)) return name;
  throw new CryptoError(
    'unsupported',
    `PEM DEK-Info: expected ${orList(Object.keys(CIPHERS))}, got ${excerpt(name)}; openssl pkcs8 -topk8 writes one that is read`,
  );
}

/** The DER inside; the header names the cipher and the IV. `check-failed` for a wrong passphrase. */
export function decryptPem(
  headers: ReadonlyMap<string, string>,
  encrypted: Uint8Array,
  passphrase: Uint8Array,
): Uint8Array {
  const [name = '', hex = ''] = (headers.get('DEK-Info') ?? '').split(',');
  const { keyLength, blockSize, create } = CIPHERS[name]!;
  const iv = fromHex(hex.trim(), 'PEM DEK-Info');
  expectLength('PEM DEK-Info', iv, blockSize);
  if (encrypted.length % blockSize !== 0) {
    throw new CryptoError(
      'bad-format',
      `PEM: expected whole blocks of ${blockSize} bytes of ${name}, got ${encrypted.length} bytes`,
    );
  }
  const key = bytesToKey(passphrase, iv.subarray(0, 8), keyLength);
  return unwrap(cbcDecrypt(create(key), iv, encrypted), iv.length);
}

/** OpenSSL's EVP_BytesToKey with MD5 and one iteration: D_i = MD5(D_(i-1) || passphrase || salt). */
function bytesToKey(passphrase: Uint8Array, salt: Uint8Array, length: number): Uint8Array {
  let derived = new Uint8Array(0);
  for (let last = new Uint8Array(0); derived.length < length; ) {
    last = new Uint8Array(md5(concat(last, passphrase, salt)));
    derived = new Uint8Array(concat(derived, last));
  }
  return derived.subarray(0, length);
}
