/**
 * The complete message (RFC 5652), made and opened, under the names of the standard: hash, signature, certificate, session key,
 * ciphertext, and the session key under the receiver's.
 *
 * What is told was computed by the code that runs; `sealEnvelope` and `openMessage` hand it over.
 */
import { toHex } from '../bytes/index.ts';
import type { Envelope, Layer, MadeSignature, OpenVerdict, SignerVerdict } from '../cms/index.ts';
import { CryptoError, expectBytes } from '../errors.ts';
import { HASHES } from '../hash/index.ts';
import type { EncryptionScheme, SignatureScheme } from '../keys/index.ts';
import type { Trace, TraceStep } from '../trace/index.ts';
import { type Certificate, formatName } from '../x509/index.ts';
import { step } from './step.ts';

/** What `makeSigned` and `sealEnvelope` made; either may be missing. */
export interface SealedParts {
  readonly signed?: {
    readonly message: Uint8Array;
    readonly signatures: readonly MadeSignature[];
    readonly certificate: Certificate;
  };
  readonly envelope?: Envelope;
  readonly cipher?: string;
  readonly recipients?: readonly Certificate[];
  readonly scheme?: EncryptionScheme;
}

/** Bytes of a message that is explained: a short one, and its certificates. */
const EXPLAIN_LIMIT = 2 ** 16;

/** The steps `content`, `signerInfos[i].…`, `SignedData`, `CEK`, `IV`, `encryptedContent`, `mac`, `recipientInfos[i].…`. */
export function explainSeal(content: Uint8Array, parts: SealedParts): Trace {
  expectBytes('content', content);
  expectShort(content);
  const { signed, envelope } = parts;
  const steps = [
    step('content', 'RFC 5652, 5.2', 'explain.message.content', {
      value: toHex(content),
      count: content.length,
    }),
    ...(signed ? sealedSignature(signed) : []),
    ...(envelope ? sealedEnvelope(envelope, parts) : []),
  ];
  const output = toHex(envelope?.message ?? signed?.message ?? content);
  return { version: 1, subject: 'message seal', inputs: { content: toHex(content) }, steps, output };
}

function sealedSignature({
  message,
  signatures,
  certificate,
}: NonNullable<SealedParts['signed']>): TraceStep[] {
  const who = formatName(certificate.subject);
  return [
    ...signatures.flatMap((made, i) => {
      const at = `signerInfos[${i}]`;
      const hash = HASHES[made.hash].name;
      return [
        step(`${at}.messageDigest`, 'RFC 5652, 5.4', 'explain.message.digest', {
          value: toHex(made.digest),
          hash,
        }),
        made.signedBytes
          ? step(`${at}.signedAttrs`, 'RFC 5652, 5.3', 'explain.message.attributes', {
              value: toHex(made.signedBytes),
            })
          : step(`${at}.signedAttrs`, 'RFC 5652, 5.4', 'explain.message.noAttributes', { value: '' }),
        step(`${at}.signature`, 'RFC 5652, 5.5', 'explain.message.signature', {
          value: toHex(made.signature),
          who,
          scheme: signatureText(made.scheme),
        }),
      ];
    }),
    step('certificates', 'RFC 5652, 5.1', 'explain.message.certificate', {
      value: toHex(certificate.der),
      who,
      issuer: formatName(certificate.issuer),
    }),
    step('SignedData', 'RFC 5652, 5.1', 'explain.message.signedData', {
      value: toHex(message),
      count: message.length,
    }),
  ];
}

function sealedEnvelope(
  { sessionKey, iv, ciphertext, tag, encryptedKeys }: Envelope,
  { cipher = '', recipients = [], scheme = { scheme: 'rsa-pkcs1' } }: SealedParts,
): TraceStep[] {
  return [
    step('CEK', 'RFC 5652, 6.1', 'explain.message.sessionKey', {
      value: toHex(sessionKey),
      bits: sessionKey.length * 8,
    }),
    step('IV', 'RFC 5652, 6.1', 'explain.message.iv', { value: toHex(iv) }),
    step('encryptedContent', 'RFC 5652, 6.3', 'explain.message.ciphertext', {
      value: toHex(ciphertext),
      cipher,
      count: ciphertext.length,
    }),
    ...(tag.length > 0 ? [step('mac', 'RFC 5083, 2.2', 'explain.message.mac', { value: toHex(tag) })] : []),
    ...encryptedKeys.map((encryptedKey, i) =>
      step(`recipientInfos[${i}].encryptedKey`, 'RFC 5652, 6.2.1', 'explain.message.encryptedKey', {
        value: toHex(encryptedKey),
        who: formatName(recipients[i]?.subject ?? []),
        scheme: encryptionText(scheme),
      }),
    ),
  ];
}

/** The same the other way round, as far as it came. */
export function explainOpen(verdict: OpenVerdict): Trace {
  const steps = verdict.layers.flatMap((layer) =>
    layer.kind === 'envelope'
      ? openedEnvelope(layer)
      : layer.verdict.signers.flatMap((signer, i) => openedSignature(signer, i, layer.verdict.content)),
  );
  if (verdict.valid) {
    const { content } = verdict;
    expectShort(content);
    const values = { value: toHex(content), count: content.length };
    steps.push(step('content', 'RFC 5652, 5.2', 'explain.message.content', values));
  } else if (verdict.reason === 'bad-signature') {
    steps.push(...verdict.verdict.signers.flatMap((signer, i) => openedSignature(signer, i)));
  }
  const output = verdict.valid ? toHex(verdict.content) : '';
  // Of a message that was refused nothing is given out, nor the key to it.
  const told = verdict.valid ? steps : steps.filter(({ id }) => id !== 'CEK');
  return { version: 1, subject: 'message open', inputs: {}, steps: told, output };
}

function openedEnvelope({ enveloped, opened }: Extract<Layer, { kind: 'envelope' }>): TraceStep[] {
  const { ciphertext, cipher, tag } = enveloped;
  expectShort(ciphertext);
  const { recipient, sessionKey, content } = opened;
  return [
    step('recipientInfos.encryptedKey', 'RFC 5652, 6.2.1', 'explain.message.open.encryptedKey', {
      value: toHex(recipient.encryptedKey),
      count: enveloped.recipients.length,
    }),
    step('CEK', 'RFC 5652, 6.1', 'explain.message.open.sessionKey', {
      value: toHex(sessionKey),
      algorithm: recipient.algorithm,
    }),
    step('encryptedContent', 'RFC 5652, 6.3', 'explain.message.open.ciphertext', {
      value: toHex(ciphertext),
      cipher: cipher.name,
      count: content.length,
    }),
    ...(tag.length > 0
      ? [step('mac', 'RFC 5083, 2.2', 'explain.message.open.mac', { value: toHex(tag) })]
      : []),
  ];
}

/** `content` where it counts: of a message that was refused none is told. */
function openedSignature(verdict: SignerVerdict, index: number, content?: Uint8Array): TraceStep[] {
  const { signer, certificate } = verdict;
  const at = `signerInfos[${index}]`;
  const { hash } = signer.digestAlgorithm;
  const other = !verdict.valid && verdict.finding.reason === 'other-content' ? verdict.finding : undefined;
  const found = other?.found ?? (content && hash && HASHES[hash](content));
  const broken = !verdict.valid && verdict.finding.reason === 'bad-signature';
  const holds = verdict.valid || verdict.finding.reason === 'untrusted';
  const who = formatName(certificate?.subject ?? []);
  const steps: TraceStep[] = [];
  if (found && hash) {
    const values = { value: toHex(found), hash: HASHES[hash].name };
    steps.push(step(`${at}.messageDigest`, 'RFC 5652, 5.4', 'explain.message.open.digest', values));
  }
  if (signer.signedBytes) {
    const key = other ? 'explain.message.open.otherAttributes' : 'explain.message.open.attributes';
    const signedDigest = other ? toHex(other.expected) : found ? toHex(found) : '';
    const values = { value: toHex(signer.signedBytes), digest: signedDigest };
    steps.push(step(`${at}.signedAttrs`, 'RFC 5652, 5.4', key, values));
  }
  if (certificate) {
    const values = { value: toHex(certificate.der), who, issuer: formatName(certificate.issuer) };
    steps.push(step(`${at}.certificate`, 'RFC 5652, 5.6', 'explain.message.open.certificate', values));
  }
  if (certificate && (holds || broken)) {
    const key = holds ? 'explain.message.open.signature' : 'explain.message.open.badSignature';
    steps.push(step(`${at}.signature`, 'RFC 5652, 5.6', key, { value: toHex(signer.signature), who }));
  }
  if (verdict.valid && verdict.chain) {
    const { chain } = verdict.chain;
    const names = chain.map(({ subject }) => formatName(subject)).join(' ← ');
    const values = { value: '', chain: names };
    steps.push(step(`${at}.chain`, 'RFC 5280, 6', 'explain.message.open.chain', values));
  }
  return steps;
}

function signatureText(scheme: SignatureScheme): string {
  const { name } = HASHES[scheme.hash];
  return scheme.scheme === 'rsa-pss' ? `RSASSA-PSS, ${name}` : `RSASSA-PKCS1-v1_5, ${name}`;
}

function encryptionText(scheme: EncryptionScheme): string {
  return scheme.scheme === 'rsa-pkcs1' ? 'RSAES-PKCS1-v1_5' : 'RSAES-OAEP';
}

function expectShort(bytes: Uint8Array): void {
  if (bytes.length <= EXPLAIN_LIMIT) return;
  throw new CryptoError(
    'too-large',
    `message: expected at most ${EXPLAIN_LIMIT} bytes to explain, got ${bytes.length}; the steps of a short one are the same`,
  );
}
