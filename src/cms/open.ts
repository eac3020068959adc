/**
 * Opening a whole message: envelopes and signatures inside each other, until what somebody wrote is there.
 *
 * Nothing is given out before every check has held. Where a signature is asked for and the message came in an envelope, one
 * error stands for a wrong key, changed bytes and a signature that is missing or bad: to tell them apart would answer a stranger's
 * questions about the padding. Who signed is told once the signature is good.
 */
import { berToDer, openDer } from '../asn1/index.ts';
import { fromUtf8 } from '../bytes/index.ts';
import { CryptoError } from '../errors.ts';
import type { PrivateKey } from '../keys/index.ts';
import type { Certificate } from '../x509/index.ts';
import { type Message, readContent } from './content-info.ts';
import { findRecipients, type Opened, openEnvelope } from './decrypt.ts';
import type { EnvelopedData } from './enveloped-data.ts';
import { parseMessageFile } from './file.ts';
import { CONTENT_TYPE } from './object-identifiers.ts';
import type { SignedData } from './signed-data.ts';
import { type SignedVerdict, type VerifyOptions, verifyMessage } from './verify.ts';

/** What was taken off, outermost first. */
export type Layer =
  | { readonly kind: 'envelope'; readonly enveloped: EnvelopedData; readonly opened: Opened }
  | {
      readonly kind: 'signature';
      readonly signed: SignedData;
      readonly verdict: Extract<SignedVerdict, { valid: true }>;
    };

export type OpenVerdict =
  | { readonly valid: true; readonly content: Uint8Array; readonly layers: readonly Layer[] }
  | { readonly valid: false; readonly reason: 'not-signed'; readonly layers: readonly Layer[] }
  | {
      readonly valid: false;
      readonly reason: 'bad-signature';
      readonly verdict: Extract<SignedVerdict, { valid: false }>;
      readonly layers: readonly Layer[];
    };

/**
 * With `anchors` (or `anySigner`) a signature is asked for, and a message without one is refused; without them one that carries a
 * signature is.
 */
export interface OpenOptions extends VerifyOptions {
  /** Of the receiver. */
  readonly privateKey?: PrivateKey | undefined;
  /** That of the private key: finds the session key among those of several receivers. */
  readonly certificate?: Certificate | undefined;
  /** Takes one layer off and gives what is inside as it is. */
  readonly outer?: boolean | undefined;
}

/** Layers of one message. */
const MAX_LAYERS = 4;

/**
 * `bad-argument` where an option is missing that this message needs; `check-failed` where it does not open; what is wrong with a
 * signature is in the verdict.
 */
export function openMessage(message: Message, options: OpenOptions): OpenVerdict {
  const { privateKey, certificate, outer = false, ...verifying } = options;
  const isAsked = verifying.anchors !== undefined || verifying.anySigner === true;
  const layers: Layer[] = [];
  let current = message;
  while (current.type !== 'data') {
    if (layers.length === MAX_LAYERS) {
      throw new CryptoError('too-large', `message: expected at most ${MAX_LAYERS} layers, got more`);
    }
    const isHidden = isAsked && !outer && !isVerified(layers) && layers.some(isMalleable);
    let inside: Message;
    if (current.type === 'signedData') {
      const { signed } = current;
      if (!isAsked) throw signerUnchecked();
      const verdict = uniform(isHidden, () => verifyMessage(signed, verifying));
      if (isHidden && !isGenuine(verdict)) throw cannotOpenSigned();
      if (!verdict.valid) return { valid: false, reason: 'bad-signature', verdict, layers };
      layers.push({ kind: 'signature', signed, verdict });
      const asIs = outer || signed.contentType === CONTENT_TYPE.data;
      inside = asIs ? dataOf(verdict.content) : contentOf(signed.contentType, verdict.content);
    } else {
      const { enveloped } = current;
      if (!privateKey) throw keyMissing();
      const isUniform = isHidden || (isAsked && !outer && enveloped.tag.length === 0);
      const recipients = uniform(isHidden, () => findRecipients(enveloped, { privateKey, certificate }));
      const opened = uniform(isUniform, () => openEnvelope(enveloped, { privateKey, recipients }));
      layers.push({ kind: 'envelope', enveloped, opened });
      inside = outer
        ? dataOf(opened.content)
        : uniform(isUniform, () => nested(enveloped.contentType, opened.content));
      if (isUniform && inside.type === 'data' && !isVerified(layers)) throw cannotOpenSigned();
    }
    if (outer) return finished(inside, layers, isAsked);
    current = inside;
  }
  return finished(current, layers, isAsked);
}

function finished(message: Message, layers: readonly Layer[], isAsked: boolean): OpenVerdict {
  if (isAsked && !isVerified(layers)) return { valid: false, reason: 'not-signed', layers };
  return { valid: true, content: (message as { content: Uint8Array }).content, layers };
}

function isVerified(layers: readonly Layer[]): boolean {
  return layers.some(({ kind }) => kind === 'signature');
}

/** What is inside can be changed by a stranger, who then watches what is said. */
function isMalleable(layer: Layer): boolean {
  return layer.kind === 'envelope' && layer.enveloped.tag.length === 0;
}

/** Whether every signature is by the key of its certificate, so that nothing was changed; who that is stays open. */
function isGenuine({ signers }: SignedVerdict): boolean {
  return signers.length > 0 && signers.every((each) => each.valid || each.isGenuine === true);
}

function dataOf(content: Uint8Array): Message {
  return { type: 'data', content };
}

/** What stands under another content type than data. */
function contentOf(contentType: string, content: Uint8Array): Message {
  const reader = openDer(berToDer(content));
  const message = readContent(contentType, reader);
  reader.end('CMS content');
  return message;
}

/** A message inside an envelope: by its content type, or as data that is a message itself, in whatever form. */
function nested(contentType: string, content: Uint8Array): Message {
  if (contentType !== CONTENT_TYPE.data) return contentOf(contentType, content);
  if (!looksLikeMessage(content)) return dataOf(content);
  try {
    return parseMessageFile(content);
  } catch (error) {
    if (error instanceof CryptoError && error.code !== 'unsupported') return dataOf(content);
    throw error;
  }
}

/** The whole of it, and not a text that quotes one. */
function looksLikeMessage(content: Uint8Array): boolean {
  const start = fromUtf8(content.subarray(0, 4096)).trimStart();
  return (
    content[0] === 0x30 ||
    /^-----BEGIN (CMS|PKCS ?#?7)/.test(start) ||
    /^(mime-version|content-type):/i.test(start)
  );
}

/** What `run` returns; where one error must do for all, that one instead of any. */
function uniform<T>(isUniform: boolean, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!isUniform || !(error instanceof CryptoError)) throw error;
    throw cannotOpenSigned();
  }
}

function cannotOpenSigned(): CryptoError {
  return new CryptoError(
    'check-failed',
    'message: expected one that opens with this key and is signed inside, got one for another key, a changed one, or one without a good signature',
  );
}

function keyMissing(): CryptoError {
  return new CryptoError(
    'bad-argument',
    'privateKey: expected the key of a receiver, since the message is encrypted, got none',
  );
}

function signerUnchecked(): CryptoError {
  return new CryptoError(
    'bad-argument',
    'anchors: expected certificates that are trusted, since the message is signed, got none',
  );
}
