/** Arguments of RSA. */
import { utf8 } from '../../src/bytes/index.ts';
import { sha1 } from '../../src/hash/index.ts';
import { systemRandom } from '../../src/random/index.ts';
import * as rsa from '../../src/rsa/index.ts';
import { KEY_1024 as privateKey } from '../rsa/keys.ts';
import { exported, type Row } from './row.ts';

const publicKey = rsa.publicKeyOf(privateKey);
const msg = utf8('message');
const hash = sha1;
const digest = sha1(msg);
const ps = new Uint8Array(8).fill(1);
const signature = new Uint8Array(128);
const pssBlock = rsa.emsaPssEncode(hash, digest, 1023, ps);
const ciphertext = rsa.pkcs1Encrypt(publicKey, msg);
const sealed = rsa.oaepEncrypt(publicKey, msg);

const { expectPublicKey, expectPrivateKey, nonZeroBytes, primeSearch, keySearch, ...functions } = rsa;

export const rsaRows: readonly Row[] = [
  ...exported(functions, {
    assembleKey: { p: 61n, q: 53n, exponent: 17n },
    checkKey: { privateKey },
    defaultExponent: { bits: 16 },
    generateKey: { bits: 16 },
    decryptBlock: { privateKey, c: 2n },
    encryptBlock: { publicKey, m: 2n },
    modulusLength: { publicKey },
    publicKeyOf: { privateKey },
    digestInfoPrefix: { hash },
    emeOaepDecode: { em: rsa.emeOaepEncode(msg, 128, digest) },
    emeOaepEncode: { msg, k: 128, seed: digest },
    emePkcs1Decode: { em: rsa.emePkcs1Encode(msg, ps) },
    emePkcs1Encode: { msg, ps },
    emsaPkcs1Encode: { hash, digest, emLen: 128 },
    emsaPkcs1Length: { hash },
    emsaPssEncode: { hash, digest, emBits: 1023, salt: ps },
    emsaPssVerify: { hash, digest, em: pssBlock, emBits: 1023, saltLength: 8 },
    mgf1: { hash, seed: msg, length: 16 },
    maxOaepLength: { publicKey },
    maxPkcs1Length: { publicKey },
    maxSaltLength: { publicKey, hash },
    oaepDecrypt: { privateKey, ciphertext: sealed },
    oaepEncrypt: { publicKey, msg },
    pkcs1Decrypt: { privateKey, ciphertext },
    pkcs1DecryptOr: { privateKey, ciphertext, fallback: ps },
    pkcs1Encrypt: { publicKey, msg },
    pkcs1Sign: { privateKey, hash, msg },
    pkcs1SignDigest: { privateKey, hash, digest },
    pkcs1Verify: { publicKey, hash, msg, signature },
    pkcs1VerifyDigest: { publicKey, hash, digest, signature },
    pssSign: { privateKey, hash, msg },
    pssSignDigest: { privateKey, hash, digest },
    pssVerify: { publicKey, hash, msg, signature },
    pssVerifyDigest: { publicKey, hash, digest, signature },
  }),
  ['primeSearch', (exponent) => primeSearch(16, exponent, systemRandom, 'p'), { exponent: 17n }],
  ['keySearch', (exponent) => keySearch(16, exponent).next(), { exponent: 17n }],
  ['expectPublicKey', (key) => expectPublicKey('publicKey', key), { publicKey }],
  ['expectPrivateKey', (key) => expectPrivateKey('privateKey', key), { privateKey }],
  ['nonZeroBytes', (length) => nonZeroBytes(systemRandom, length), { length: 8 }],
];
