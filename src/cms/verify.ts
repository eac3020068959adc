/**
 * Verifying a signed message (RFC 5652, 5.4 and 5.6): that the content is the one that was signed, that the signature is by the
 * key in a certificate, and that somebody who is trusted vouches for that certificate.
 *
 * A message comes from a stranger: whatever is wrong with it is a finding. The content counts only if all its signers are found
 * good: one good signature among others says nothing about those.
 */
import { equalConstantTime } from '../bytes/index.ts';
import { CryptoError, expectBytes } from '../errors.ts';
import { HASHES, type HashId } from '../hash/index.ts';
import {
  type Certificate,
  type ChainOptions,
  type ChainRefusal,
  type ChainSuccess,
  findExtension,
  type SignatureVerdict,
  verifyChain,
} from '../x509/index.ts';
import { verifySignature } from '../x509/verify-signature.ts';
import { asOctets, asOid, asTime, looksLikeAttributes } from './attributes.ts';
import { isMeant } from './identifier.ts';
import { ATTRIBUTE, CONTENT_TYPE } from './object-identifiers.ts';
import type { SignedData } from './signed-data.ts';
import type { SignerInfo } from './signer-info.ts';

/** What is wrong with one signature. */
export type SignerFinding =
  /** No certificate of the signer is at hand. */
  | { readonly reason: 'no-signer-certificate' }
  /** Its key usage allows no signatures. */
  | { readonly reason: 'wrong-key-usage'; readonly usages: readonly string[] }
  | { readonly reason: 'unsupported-digest'; readonly algorithm: string }
  | { readonly reason: 'weak-digest'; readonly hash: string }
  /** Not among the digest algorithms of the message. */
  | { readonly reason: 'unlisted-digest'; readonly hash: string }
  /** The hash of the signature is not that of the content. */
  | { readonly reason: 'digest-mismatch'; readonly digest: string; readonly signature: string }
  /** An attribute that must stand there once does not. */
  | { readonly reason: 'bad-attribute'; readonly attribute: 'contentType' | 'messageDigest' | 'signingTime' }
  /** Only data may be signed without attributes. */
  | { readonly reason: 'no-attributes' }
  /** Content that could be the attributes of another message. */
  | { readonly reason: 'attributes-as-content' }
  | { readonly reason: 'other-content-type'; readonly expected: string; readonly found: string }
  /** The content is not the one that was signed. */
  | { readonly reason: 'other-content'; readonly expected: Uint8Array; readonly found: Uint8Array }
  | {
      readonly reason: 'bad-signature';
      readonly verdict: Extract<SignatureVerdict, { valid: false }>;
    }
  /** The signature is good, and nobody vouches for who made it. */
  | { readonly reason: 'untrusted'; readonly chain: ChainRefusal };

export interface SignerSuccess {
  readonly valid: true;
  readonly signer: SignerInfo;
  readonly certificate: Certificate;
  /** Absent where `anySigner` was set: nobody vouched for him. */
  readonly chain?: ChainSuccess;
  /** When he says that he signed. */
  readonly signingTime?: Date;
}

export interface SignerRefusal {
  readonly valid: false;
  readonly signer: SignerInfo;
  readonly certificate?: Certificate;
  readonly finding: SignerFinding;
  /** Set where content and signature fit the certificate, and only the hash, the usage or the chain is at fault. */
  readonly isGenuine?: true;
}

export type SignerVerdict = SignerSuccess | SignerRefusal;

export type SignedVerdict =
  | { readonly valid: true; readonly content: Uint8Array; readonly signers: readonly SignerSuccess[] }
  | {
      readonly valid: false;
      /** `signer`: one of them was found bad, as his verdict says. */
      readonly reason: 'no-signers' | 'signer';
      readonly signers: readonly SignerVerdict[];
    };

export interface VerifyOptions extends Partial<ChainOptions> {
  /** What was signed, where the message does not hold it. */
  readonly content?: Uint8Array | undefined;
  /** Takes signatures by anybody: with `anchors` absent, and only then. */
  readonly anySigner?: boolean | undefined;
}

/**
 * Nothing about the message is thrown. `bad-argument` without `anchors` where `anySigner` is not set, and for a detached
 * signature without its `content`.
 */
export function verifyMessage(signed: SignedData, options: VerifyOptions): SignedVerdict {
  const { anchors, anySigner = false } = options;
  if ((anchors === undefined) !== anySigner) {
    throw new CryptoError(
      'bad-argument',
      'anchors: expected certificates that are trusted, or anySigner alone to take a signature by anybody',
    );
  }
  const content = contentOf(signed, options.content);
  const { signers } = signed;
  if (signers.length === 0) return { valid: false, reason: 'no-signers', signers: [] };
  const digests = new Map<HashId, Uint8Array>();
  const digestOf = (hash: HashId) => {
    const digest = digests.get(hash) ?? HASHES[hash](content);
    digests.set(hash, digest);
    return digest;
  };
  const verdicts = signers.map((signer) => judgeSigner(signer, { signed, content, digestOf, options }));
  if (verdicts.every((verdict) => verdict.valid)) return { valid: true, content, signers: verdicts };
  return { valid: false, reason: 'signer', signers: verdicts };
}

function contentOf(signed: SignedData, given: Uint8Array | undefined): Uint8Array {
  if (given !== undefined) expectBytes('content', given);
  if (signed.content && given) {
    throw new CryptoError(
      'bad-argument',
      'content: expected none, since the message holds its own, got some',
    );
  }
  const content = signed.content ?? given;
  if (content) return content;
  throw new CryptoError(
    'bad-argument',
    'content: expected what was signed, since the message does not hold it, got none',
  );
}

interface Context {
  readonly signed: SignedData;
  readonly content: Uint8Array;
  readonly digestOf: (hash: HashId) => Uint8Array;
  readonly options: VerifyOptions;
}

/**
 * 1. The digest is one that is known, and no weak one.
 * 2. The attributes, if there are any, say the type and the hash of this content.
 * 3. A certificate of that name holds the key that signed, and may sign.
 * 4. The certificate has a chain to somebody who is trusted.
 */
function judgeSigner(signer: SignerInfo, context: Context): SignerVerdict {
  const fault = digestFinding(signer, context) ?? contentFinding(signer, context);
  const { certificate, finding } = findSigner(signer, context);
  const isSigned = certificate !== undefined && finding?.reason !== 'bad-signature';
  if (fault) {
    const isGenuine = isSigned && fault.reason === 'weak-digest' && !contentFinding(signer, context);
    const who = { ...(certificate && { certificate }), ...(isGenuine && { isGenuine }) };
    return { valid: false, signer, ...who, finding: fault };
  }
  if (!certificate || finding) {
    const found = finding ?? { reason: 'no-signer-certificate' };
    const who = { ...(certificate && { certificate }), ...(isSigned && { isGenuine: isSigned }) };
    return { valid: false, signer, ...who, finding: found };
  }
  const signingTime = signingTimeOf(signer);
  const good = { valid: true, signer, certificate, ...(signingTime && { signingTime }) } as const;
  const { anchors, intermediates = [], crls, content: _, anySigner: __, ...rest } = context.options;
  if (!anchors) return good;
  const { signed } = context;
  const chain = verifyChain(certificate, {
    ...rest,
    anchors,
    intermediates: [...signed.certificates, ...intermediates],
    ...(crls && { crls: [...crls, ...signed.crls] }),
  });
  if (chain.valid) return { ...good, chain };
  return { valid: false, signer, certificate, isGenuine: true, finding: { reason: 'untrusted', chain } };
}

function digestFinding(
  { digestAlgorithm, signatureAlgorithm }: SignerInfo,
  { signed: { digestAlgorithms }, options: { allowWeak = false } }: Context,
): SignerFinding | undefined {
  const { hash, name } = digestAlgorithm;
  if (!hash) return { reason: 'unsupported-digest', algorithm: name };
  const own = signatureAlgorithm.scheme?.hash ?? hash;
  if (own !== hash) return { reason: 'digest-mismatch', digest: hash, signature: own };
  // RFC 5652, 5.1 leaves it open; OpenSSL refuses as well.
  if (!digestAlgorithms.some((each) => each.hash === hash)) return { reason: 'unlisted-digest', hash };
  if ((hash === 'md5' || hash === 'sha1') && !allowWeak) return { reason: 'weak-digest', hash };
  return undefined;
}

/** RFC 5652, 5.3 and 11: contentType and messageDigest stand there once, with one value, and are those of the content. */
function contentFinding(
  { signedAttributes, digestAlgorithm }: SignerInfo,
  { signed, content, digestOf }: Context,
): SignerFinding | undefined {
  const { contentType } = signed;
  if (!signedAttributes) {
    if (contentType !== CONTENT_TYPE.data) return { reason: 'no-attributes' };
    return looksLikeAttributes(content) ? { reason: 'attributes-as-content' } : undefined;
  }
  const type = single(signedAttributes, 'contentType', asOid);
  if (type === undefined) return { reason: 'bad-attribute', attribute: 'contentType' };
  const digest = single(signedAttributes, 'messageDigest', asOctets);
  if (digest === undefined) return { reason: 'bad-attribute', attribute: 'messageDigest' };
  const hasTime = signedAttributes.some(({ type: each }) => each === ATTRIBUTE.signingTime);
  if (hasTime && single(signedAttributes, 'signingTime', asTime) === undefined) {
    return { reason: 'bad-attribute', attribute: 'signingTime' };
  }
  if (type !== contentType) return { reason: 'other-content-type', expected: type, found: contentType };
  const found = digestOf(digestAlgorithm.hash!);
  return equalConstantTime(digest, found) ? undefined : { reason: 'other-content', expected: digest, found };
}

/** The value of an attribute that stands there exactly once, with exactly one value of its type. */
function single<T>(
  attributes: NonNullable<SignerInfo['signedAttributes']>,
  name: keyof typeof ATTRIBUTE,
  read: (value: Uint8Array) => T | undefined,
): T | undefined {
  const [only, ...more] = attributes.filter(({ type }) => type === ATTRIBUTE[name]);
  const [value, ...values] = only?.values ?? [];
  return value && more.length === 0 && values.length === 0 ? read(value) : undefined;
}

/**
 * Several certificates may bear the name, and only one the key. Whom one trusts already is asked first; without a signature
 * that fits, the first is the one at fault.
 */
function findSigner(
  signer: SignerInfo,
  { signed, content, options }: Context,
): { readonly certificate?: Certificate; readonly finding?: SignerFinding } {
  const { anchors = [], intermediates = [] } = options;
  const known = [...anchors, ...intermediates, ...signed.certificates];
  const meant = known
    .filter((certificate) => isMeant(signer.identifier, certificate))
    .slice(0, MAX_NAMESAKES);
  const tbs = signer.signedBytes ?? content;
  const { name, scheme } = signer.signatureAlgorithm;
  const signatureAlgorithm = { oid: '', raw: new Uint8Array(0), name, ...(scheme && { scheme }) };
  let first: { certificate: Certificate; finding: SignerFinding } | undefined;
  for (const certificate of meant) {
    const verdict = verifySignature(
      { tbs, signatureAlgorithm, signature: signer.signature },
      certificate.publicKey,
    );
    if (verdict.valid) return { certificate, ...usageFinding(certificate) };
    first ??= { certificate, finding: { reason: 'bad-signature', verdict } };
  }
  return first ?? {};
}

/** Certificates that bear one name. */
const MAX_NAMESAKES = 8;

/** RFC 5280, 4.2.1.3: a signature on a message needs one of two bits, where the certificate limits its key at all. */
function usageFinding({ extensions }: Certificate): { readonly finding?: SignerFinding } {
  const usages = findExtension(extensions, 'keyUsage')?.usages;
  if (!usages || usages.includes('digitalSignature') || usages.includes('nonRepudiation')) return {};
  return { finding: { reason: 'wrong-key-usage', usages } };
}

/** Only a claim of the signer. */
function signingTimeOf({ signedAttributes = [] }: SignerInfo): Date | undefined {
  return single(signedAttributes, 'signingTime', asTime);
}
