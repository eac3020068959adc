/**
 * Ciphers, lengths of tags and nonces, RSA's paddings, Diffie–Hellman and certificates, which noble and jsbn have not, by the
 * platform (Node's OpenSSL).
 *
 * The only file beside the command line that needs Node: import it when it is needed, as `await import(…)`.
 * Node no longer has DES itself; 3DES under three equal keys is DES.
 */
import {
  constants,
  createCipheriv,
  createDecipheriv,
  createDiffieHellman,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  privateDecrypt,
  sign,
  verify,
  X509Certificate,
} from 'node:crypto';
import { base64urlnopad } from '@scure/base';
import { concat } from '../bytes/index.ts';
import { byteLength, i2osp } from '../math/index.ts';
import type { RsaPrivateKey, RsaPublicKey } from '../rsa/index.ts';
import type {
  ReferenceAead,
  ReferenceCertificate,
  ReferenceMode,
  ReferenceRsa,
  ReferenceRsaVerifier,
} from './reference.ts';

/** AES-OFB under a key of 16, 24 or 32 bytes. */
export const platformAesOfb = mode((key) => `aes-${key.length * 8}-ofb`);

/** 3DES under a key of 16 or 24 bytes. */
export const platformTripleDes = {
  ecb: mode((key) => tripleDesName(key)),
  cbc: mode((key) => `${tripleDesName(key)}-cbc`),
  cfb: mode((key) => `${tripleDesName(key)}-cfb`),
  ofb: mode((key) => `${tripleDesName(key)}-ofb`),
};

/** DES under a key of 8 bytes, as 3DES under three equal keys. */
export const platformDes = {
  ecb: tripled(platformTripleDes.ecb),
  cbc: tripled(platformTripleDes.cbc),
  cfb: tripled(platformTripleDes.cfb),
  ofb: tripled(platformTripleDes.ofb),
};

/** AES-GCM with tags of `authTagLength` bytes; nonces of 1 to 128 bytes. */
export function platformAesGcm(authTagLength: number): ReferenceAead {
  const nameFor = (key: Uint8Array) => `aes-${(key.length * 8) as 128}-gcm` as const;
  return {
    seal: (key, nonce, msg, aad) => {
      const cipher = createCipheriv(nameFor(key), key, nonce, { authTagLength }).setAAD(aad);
      const parts = [cipher.update(msg), cipher.final()];
      return concat(...parts, cipher.getAuthTag());
    },
    open: (key, nonce, sealed, aad) => {
      const end = sealed.length - authTagLength;
      const decipher = createDecipheriv(nameFor(key), key, nonce, { authTagLength }).setAAD(aad);
      decipher.setAuthTag(sealed.subarray(end));
      return concat(decipher.update(sealed.subarray(0, end)), decipher.final());
    },
  };
}

/** RSA under a key with its primes. Node refuses to remove PKCS#1 v1.5 padding, so the block comes with it. */
export function platformRsa({ n, e, d, crt }: RsaPrivateKey): ReferenceRsa {
  const { p, q, dP, dQ, qInv } = crt!;
  const numbers = { n, e, d, p, q, dp: dP, dq: dQ, qi: qInv };
  const jwk = Object.entries(numbers).map(([name, value]) => [name, base64url(value)]);
  const privateKey = createPrivateKey({ format: 'jwk', key: { kty: 'RSA', ...Object.fromEntries(jwk) } });
  return {
    ...verifierOf(createPublicKey(privateKey)),
    openBlock: (ciphertext) =>
      plain(privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, ciphertext)),
    oaepDecrypt: (ciphertext, oaepHash, label) => {
      const padding = constants.RSA_PKCS1_OAEP_PADDING;
      return plain(privateDecrypt({ key: privateKey, padding, oaepHash, oaepLabel: label }, ciphertext));
    },
    pkcs1Sign: (hash, msg) => plain(sign(hash, msg, privateKey)),
  };
}

/** What can be done with the public key alone. */
export function platformRsaVerifier(publicKey: RsaPublicKey): ReferenceRsaVerifier {
  return verifierOf(publicKeyObject(publicKey));
}

function verifierOf(key: KeyObject): ReferenceRsaVerifier {
  return {
    pkcs1Verify: (hash, msg, signature) => verify(hash, msg, key, signature),
    pssVerify: (hash, msg, signature, saltLength) => {
      const padding = constants.RSA_PKCS1_PSS_PADDING;
      return verify(hash, msg, { key, padding, saltLength }, signature);
    },
  };
}

function publicKeyObject({ n, e }: RsaPublicKey): KeyObject {
  return createPublicKey({ format: 'jwk', key: { kty: 'RSA', n: base64url(n), e: base64url(e) } });
}

function base64url(value: bigint): string {
  return base64urlnopad.encode(i2osp(value, byteLength(value)));
}

/** Diffie–Hellman modulo a p of at least 512 bits: shared secrets in as many bytes as p has. p is judged once, here. */
export function platformDh({ p, g }: { readonly p: bigint; readonly g: bigint }) {
  const length = byteLength(p);
  const party = createDiffieHellman(i2osp(p, length), i2osp(g, length));
  return (privateValue: bigint, peerPublic: bigint): Uint8Array => {
    party.setPrivateKey(i2osp(privateValue, length));
    return Uint8Array.from(party.computeSecret(i2osp(peerPublic, length)));
  };
}

/** A certificate as Node reads it. Throws where it does not. */
export function platformCertificate(der: Uint8Array): ReferenceCertificate {
  const read = new X509Certificate(der);
  return {
    serialNumber: read.serialNumber,
    subject: read.subject,
    notBefore: Date.parse(read.validFrom),
    notAfter: Date.parse(read.validTo),
    names: read.subjectAltName ?? '',
    ca: read.ca,
    fingerprint: read.fingerprint256.replaceAll(':', '').toLowerCase(),
    isSignedBy: (publicKey: RsaPublicKey) => read.verify(publicKeyObject(publicKey)),
  };
}

/** OpenSSL's names: EDE is two keys, EDE3 three. */
function tripleDesName(key: Uint8Array): string {
  return key.length === 16 ? 'des-ede' : 'des-ede3';
}

function mode(nameFor: (key: Uint8Array) => string): ReferenceMode {
  return {
    encrypt: (key, iv, msg) => run(createCipheriv(nameFor(key), key, iv), msg),
    decrypt: (key, iv, msg) => run(createDecipheriv(nameFor(key), key, iv), msg),
  };
}

function tripled(reference: ReferenceMode): ReferenceMode {
  const three = (key: Uint8Array) => {
    if (key.length !== 8) throw new RangeError(`key: expected 8 bytes, got ${key.length}`);
    const keys = new Uint8Array(24);
    for (const at of [0, 8, 16]) keys.set(key, at);
    return keys;
  };
  return {
    encrypt: (key, iv, msg) => reference.encrypt(three(key), iv, msg),
    decrypt: (key, iv, msg) => reference.decrypt(three(key), iv, msg),
  };
}

/** Without padding, so all has come out before `final`, which then only checks that. */
function run(
  cipher: ReturnType<typeof createCipheriv | typeof createDecipheriv>,
  msg: Uint8Array,
): Uint8Array {
  cipher.setAutoPadding(false);
  const output = cipher.update(msg);
  cipher.final();
  return plain(output);
}

/** A Buffer as what it is underneath. */
function plain(output: Buffer): Uint8Array {
  return new Uint8Array(output.buffer, output.byteOffset, output.length);
}
