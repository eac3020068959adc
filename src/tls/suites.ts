/**
 * Cipher suites as rows: which algorithms a connection is made of, under one number (RFC 5246, A.5; RFC 5288).
 *
 * All of these exchange the key under the server's RSA key. None has forward secrecy: whoever records a connection and gets
 * that key later, reads it all.
 */
import { CryptoError, expectText, orList } from '../errors.ts';
import { type Hash, md5, sha1, sha256, sha384 } from '../hash/index.ts';

/** How records are protected: a cipher, and for CBC and stream ciphers a MAC beside it. */
export type RecordCipher =
  | { readonly kind: 'cbc'; readonly cipher: 'aes' | '3des'; readonly keyLength: 16 | 24 | 32 }
  | { readonly kind: 'gcm'; readonly cipher: 'aes'; readonly keyLength: 16 | 32 }
  | { readonly kind: 'stream'; readonly cipher: 'rc4'; readonly keyLength: 16 }
  /** Nothing is encrypted; the MAC still protects from changes. */
  | { readonly kind: 'null'; readonly cipher: 'null'; readonly keyLength: 0 };

export interface CipherSuite {
  /** The number on the wire. */
  readonly id: number;
  /** The registry's name: `TLS_RSA_WITH_AES_128_CBC_SHA`. */
  readonly name: string;
  /** What others call it: `AES128-SHA`. */
  readonly opensslName: string;
  readonly keyExchange: 'rsa';
  readonly auth: 'rsa';
  readonly cipher: RecordCipher;
  /** The hash of the records' HMAC; undefined where the cipher authenticates itself. */
  readonly mac: Hash | undefined;
  /** The hash of the pseudorandom function and of the transcript. */
  readonly prf: Hash;
  /** Only used where it was asked for by name, and why. */
  readonly weak?: 'sweet32' | 'rc4' | 'no-secrecy';
}

const AES128_CBC = { kind: 'cbc', cipher: 'aes', keyLength: 16 } as const;
const AES256_CBC = { kind: 'cbc', cipher: 'aes', keyLength: 32 } as const;
const AES128_GCM = { kind: 'gcm', cipher: 'aes', keyLength: 16 } as const;
const AES256_GCM = { kind: 'gcm', cipher: 'aes', keyLength: 32 } as const;
const TRIPLE_DES_CBC = { kind: 'cbc', cipher: '3des', keyLength: 24 } as const;
const RC4_128 = { kind: 'stream', cipher: 'rc4', keyLength: 16 } as const;
const NULL_CIPHER = { kind: 'null', cipher: 'null', keyLength: 0 } as const;

/** Best first: the order in which a client offers and a server chooses. */
export const SUITES: readonly CipherSuite[] = [
  row(0x009d, 'AES_256_GCM_SHA384', 'AES256-GCM-SHA384', AES256_GCM, undefined, sha384),
  row(0x009c, 'AES_128_GCM_SHA256', 'AES128-GCM-SHA256', AES128_GCM, undefined, sha256),
  row(0x003d, 'AES_256_CBC_SHA256', 'AES256-SHA256', AES256_CBC, sha256),
  row(0x003c, 'AES_128_CBC_SHA256', 'AES128-SHA256', AES128_CBC, sha256),
  row(0x0035, 'AES_256_CBC_SHA', 'AES256-SHA', AES256_CBC, sha1),
  row(0x002f, 'AES_128_CBC_SHA', 'AES128-SHA', AES128_CBC, sha1),
  { ...row(0x000a, '3DES_EDE_CBC_SHA', 'DES-CBC3-SHA', TRIPLE_DES_CBC, sha1), weak: 'sweet32' },
  { ...row(0x0005, 'RC4_128_SHA', 'RC4-SHA', RC4_128, sha1), weak: 'rc4' },
  { ...row(0x0004, 'RC4_128_MD5', 'RC4-MD5', RC4_128, md5), weak: 'rc4' },
  { ...row(0x003b, 'NULL_SHA256', 'NULL-SHA256', NULL_CIPHER, sha256), weak: 'no-secrecy' },
];

/** Those used where nobody asks for others. */
export const DEFAULT_SUITES: readonly CipherSuite[] = SUITES.filter(({ weak }) => weak === undefined);

/** TLS_EMPTY_RENEGOTIATION_INFO_SCSV (RFC 5746, 3.3): no suite, but an empty renegotiation_info in another place. */
export const EMPTY_RENEGOTIATION_INFO_SCSV = 0x00ff;
/** TLS_FALLBACK_SCSV (RFC 7507): the client tries again with an older version than it knows. */
export const FALLBACK_SCSV = 0x5600;

/** By the registry's name, or OpenSSL's, in either case; `bad-argument` for another. */
export function suiteNamed(name: string): CipherSuite {
  expectText('name', name);
  const wanted = name.toUpperCase();
  const suite = SUITES.find((row) => row.name === wanted || row.opensslName === wanted);
  if (suite) return suite;
  throw new CryptoError(
    'bad-argument',
    `suite: expected ${orList(SUITES.map((row) => row.name))}, got ${JSON.stringify(name)}`,
  );
}

/** By the number on the wire; undefined for one that is not done here. */
export function suiteOfId(id: number): CipherSuite | undefined {
  return SUITES.find((row) => row.id === id);
}

function row(
  id: number,
  rest: string,
  opensslName: string,
  cipher: RecordCipher,
  mac: Hash | undefined,
  prf: Hash = sha256,
): CipherSuite {
  return { id, name: `TLS_RSA_WITH_${rest}`, opensslName, keyExchange: 'rsa', auth: 'rsa', cipher, mac, prf };
}
