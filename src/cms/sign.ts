/**
 * Signing a message (RFC 5652, 5): with attributes the signature is over a hash of the content, its type and the time; the
 * certificate goes along.
 *
 * The time is what the signer says it is. The content stays readable: encrypt the whole for that.
 */
import { encodeNull } from '../asn1/index.ts';
import { CryptoError } from '../errors.ts';
import { HASHES, type HashId } from '../hash/index.ts';
import { encodeAlgorithm, RSA_ENCRYPTION } from '../keys/algorithms.ts';
import { createSigner, type PrivateKey, publicKeyOfPrivate, type SignatureScheme } from '../keys/index.ts';
import { type RandomSource, systemRandom } from '../random/index.ts';
import type { Certificate } from '../x509/index.ts';
import { encodeSignatureAlgorithm } from '../x509/signature-algorithm.ts';
import { encodeSignedAttributes, looksLikeAttributes } from './attributes.ts';
import { encodeContentInfo } from './content-info.ts';
import { expectContent } from './encrypt.ts';
import { type CertificateIdentifier, identifierOf } from './identifier.ts';
import { CONTENT_TYPE } from './object-identifiers.ts';
import { encodeSignedData } from './signed-data.ts';
import { encodeSignerInfo } from './signer-info.ts';

export interface MessageSigner {
  readonly certificate: Certificate;
  /** That of the certificate. */
  readonly privateKey: PrivateKey;
  /** PKCS#1 v1.5 with SHA-256 where not given. */
  readonly scheme?: SignatureScheme | undefined;
}

export interface SignOptions {
  /** At least one. */
  readonly signers: readonly MessageSigner[];
  /** Further certificates that go along: those between the signer and a root. */
  readonly certificates?: readonly Certificate[] | undefined;
  /** Now where not given. */
  readonly signingTime?: Date | undefined;
  /** Set to leave the content out. */
  readonly detached?: boolean | undefined;
  /** Cleared to sign the content itself, without its type and the time. */
  readonly attributes?: boolean | undefined;
  /** How signers are named; `issuerAndSerialNumber` where not given. */
  readonly identifier?: CertificateIdentifier['kind'] | undefined;
  /** The salts of PSS: sub-streams `cms.sign[0]`, … */
  readonly random?: RandomSource | undefined;
}

/** What a signature is made of, for those who explain it. */
export interface MadeSignature {
  readonly hash: HashId;
  readonly scheme: SignatureScheme;
  readonly digest: Uint8Array;
  /** The SET OF the attributes; absent where the content itself is signed. */
  readonly signedBytes?: Uint8Array;
  readonly signature: Uint8Array;
}

/** A message, as DER. `bad-argument` for a key that is not that of its certificate; `too-large` above `MAX_CONTENT`. */
export function signMessage(content: Uint8Array, options: SignOptions): Uint8Array {
  return makeSigned(content, options).message;
}

/** As `signMessage`, with what was computed for each signer. */
export function makeSigned(
  content: Uint8Array,
  options: SignOptions,
): { readonly message: Uint8Array; readonly signatures: readonly MadeSignature[] } {
  const { signers, certificates = [], identifier = 'issuerAndSerialNumber', detached = false } = options;
  expectContent(content);
  if (signers.length === 0) throw new CryptoError('bad-argument', 'signers: expected at least one, got none');
  const signatures = signers.map((signer, i) => signContent(content, signer, i, options));
  const data = encodeSignedData({
    contentType: CONTENT_TYPE.data,
    content: detached ? undefined : content,
    certificates: [...signers.map(({ certificate }) => certificate), ...certificates],
    hashes: signatures.map(({ hash }) => hash),
    signers: signatures.map(({ hash, scheme, signedBytes, signature }, i) =>
      encodeSignerInfo({
        identifier: identifierOf(signers[i]!.certificate, identifier),
        hash,
        signedBytes,
        signatureAlgorithm: encodeAlgorithmOf(scheme),
        signature,
      }),
    ),
    version3: identifier === 'subjectKeyIdentifier',
  });
  return { message: encodeContentInfo(CONTENT_TYPE.signedData, data), signatures };
}

function signContent(
  content: Uint8Array,
  { certificate, privateKey, scheme = { scheme: 'rsa-pkcs1', hash: 'sha256' } }: MessageSigner,
  index: number,
  { signingTime = new Date(), attributes = true, random = systemRandom }: SignOptions,
): MadeSignature {
  const { hash } = scheme;
  expectKeyOf(certificate, privateKey);
  const signer = createSigner(privateKey, random.substream(`cms.sign[${index}]`));
  const digest = HASHES[hash]?.(content) ?? new Uint8Array(0);
  if (!attributes) {
    if (looksLikeAttributes(content)) {
      throw new CryptoError(
        'bad-argument',
        'content: expected anything but a SET of attributes where it is signed without any, got one; it could be taken for those of another message',
      );
    }
    return { hash, scheme, digest, signature: signer.sign(scheme, content) };
  }
  const contentType = CONTENT_TYPE.data;
  const signedBytes = encodeSignedAttributes({ contentType, signingTime, messageDigest: digest });
  return { hash, scheme, digest, signedBytes, signature: signer.sign(scheme, signedBytes) };
}

/** What every program writes: rsaEncryption for PKCS#1 v1.5, the hash standing beside it (RFC 3370, 3.2). */
function encodeAlgorithmOf(scheme: SignatureScheme): Uint8Array {
  if (scheme.scheme === 'rsa-pkcs1') return encodeAlgorithm(RSA_ENCRYPTION, encodeNull());
  return encodeSignatureAlgorithm(scheme);
}

function expectKeyOf({ publicKey }: Certificate, privateKey: PrivateKey): void {
  const own = publicKeyOfPrivate(privateKey);
  if (publicKey.algorithm !== 'unknown' && own.algorithm !== 'unknown') {
    const { n, e } = publicKey.rsa;
    if (own.rsa.n === n && own.rsa.e === e) return;
  }
  throw new CryptoError('bad-argument', 'privateKey: expected the key of the certificate, got another');
}
