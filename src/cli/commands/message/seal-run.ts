/** The work of `crypto message seal`: signed where a key is given, then in an envelope where there are receivers. */
import {
  type ContentCipherName,
  encodeMessageFile,
  MAX_CONTENT,
  type MessageForm,
  makeSigned,
  sealEnvelope,
} from '../../../cms/index.ts';
import { CryptoError } from '../../../errors.ts';
import type { HashId } from '../../../hash/index.ts';
import type { EncryptionScheme, PrivateKey, SignatureScheme } from '../../../keys/index.ts';
import type { Trace } from '../../../trace/index.ts';
import { type Certificate, findExtension, formatName, verifyChain } from '../../../x509/index.ts';
import { CheckFailed } from '../../check-failed.ts';
import { gathered } from '../../gather.ts';
import { HASH_WEAKNESS } from '../../hashes.ts';
import { expectOneStdin, inputName } from '../../io/input.ts';
import { listed } from '../../lists.ts';
import { withOptionNames } from '../../option-names.ts';
import { type PipeOptions, runPipe } from '../../pipeline.ts';
import { openRandom } from '../../randomness.ts';
import type { Session } from '../../session.ts';
import { findingText, named } from '../cert/verdict-text.ts';
import { evidence } from '../cert/verify-run.ts';
import type { EncryptionPadding, SignaturePadding } from '../rsa/options.ts';
import { expectPair, readAllCertificates, readPrivateKey } from './people.ts';
import { tellMessage } from './tell.ts';

export interface SealOptions extends PipeOptions {
  readonly to?: readonly string[] | undefined;
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
  readonly passphrase?: string | undefined;
  readonly chain?: readonly string[] | undefined;
  readonly ca?: readonly string[] | undefined;
  readonly untrusted?: readonly string[] | undefined;
  readonly cipher: Exclude<ContentCipherName, 'des-ede3-cbc'>;
  readonly padding: EncryptionPadding;
  readonly oaepHash?: HashId | undefined;
  readonly signature: SignaturePadding;
  readonly hash: HashId;
  readonly keyId?: true | undefined;
  readonly detached?: true | undefined;
  readonly attributes: boolean;
  readonly form: MessageForm;
  readonly seed?: string | undefined;
  readonly now?: Date | undefined;
  readonly explain?: true | undefined;
}

interface Sender {
  readonly certificate: Certificate;
  readonly privateKey: PrivateKey;
  readonly scheme: SignatureScheme;
  readonly chain: readonly Certificate[];
}

export async function runSeal(
  session: Session,
  input: string | undefined,
  options: SealOptions,
): Promise<void> {
  expectParts(session, options);
  const { to = [], chain = [], ca = [], untrusted = [], cert, key, padding, cipher, form } = options;
  const { now = new Date() } = options;
  expectOneStdin(session, input ?? '-', ...to, ...chain, ...ca, ...untrusted, cert, key);
  const sender = await readSender(session, options);
  const recipients = await readRecipients(session, options, now);
  const scheme: EncryptionScheme =
    padding === 'pkcs1'
      ? { scheme: 'rsa-pkcs1' }
      : { scheme: 'rsa-oaep', hash: options.oaepHash ?? 'sha256' };
  const identifier = options.keyId ? 'subjectKeyIdentifier' : 'issuerAndSerialNumber';
  const random = openRandom(session, options.seed);
  const explain = options.explain ? await import('../../../explain/message.ts') : undefined;
  let trace: Trace | undefined;
  const seal = (content: Uint8Array): Uint8Array => {
    const signed =
      sender &&
      makeSigned(content, {
        signers: [sender],
        certificates: sender.chain,
        signingTime: now,
        detached: options.detached,
        attributes: options.attributes,
        identifier,
        random,
      });
    const inner = signed?.message ?? content;
    const envelope =
      recipients.length > 0
        ? sealEnvelope(inner, { recipients, cipher, scheme, identifier, random })
        : undefined;
    trace = explain?.explainSeal(content, {
      ...(sender && signed && { signed: { ...signed, certificate: sender.certificate } }),
      ...(envelope && { envelope, cipher, recipients, scheme }),
    });
    return encodeMessageFile(envelope?.message ?? inner, form);
  };
  const tooLong = () =>
    new CryptoError(
      'too-large',
      session.say('cms.error.tooLong', { name: inputName(input), limit: MAX_CONTENT }),
    );
  await runPipe(session, input, options, {
    open: () =>
      gathered(MAX_CONTENT, tooLong, (content) =>
        withOptionNames(
          {
            privateKey: key ?? '--key',
            scheme: '--signature',
            identifier: '--key-id',
            publicKey: listed(session, to),
            content: inputName(input),
          },
          () => seal(content),
        ),
      ),
    facts: () => ({
      form,
      ...(sender && {
        signer: formatName(sender.certificate.subject),
        signature: sender.scheme,
        ...(options.attributes && { signingTime: new Date(Math.floor(now.getTime() / 1000) * 1000) }),
        ...(options.detached && { detached: true }),
      }),
      ...(recipients.length > 0 && {
        recipients: recipients.map(({ subject }) => formatName(subject)),
        cipher,
        padding: scheme,
      }),
      ...(trace && { trace }),
    }),
  });
  remark(session, options, { isSigned: sender !== undefined, isEncrypted: recipients.length > 0 });
  if (trace && !session.json) tellMessage(session, trace, 'seal');
}

/** What belongs together is given together. */
function expectParts(session: Session, options: SealOptions): void {
  const { to = [], cert, key, chain, detached, attributes, ca, untrusted, oaepHash } = options;
  const refuse = (message: string) => new CryptoError('bad-argument', message);
  if (to.length === 0 && cert === undefined && key === undefined)
    throw refuse(session.say('cms.error.nothing'));
  if (cert === undefined && key !== undefined)
    throw refuse(session.say('cms.error.together', { one: '--key', other: '--cert' }));
  if (key === undefined && cert !== undefined)
    throw refuse(session.say('cms.error.together', { one: '--cert', other: '--key' }));
  const isSigned = key !== undefined;
  const needs = (name: string, other: string) =>
    refuse(session.say('cms.error.together', { one: name, other }));
  if (chain && !isSigned) throw needs('--chain', '--key');
  if (!attributes && !isSigned) throw needs('--no-attributes', '--key');
  if (detached && !isSigned) throw needs('--detached', '--key');
  if (detached && to.length > 0) throw refuse(session.say('cms.error.detached'));
  if (ca && to.length === 0) throw needs('--ca', '--to');
  if (untrusted && !ca) throw needs('--untrusted', '--ca');
  if (oaepHash && options.padding !== 'oaep') throw needs('--oaep-hash', '--padding oaep');
}

async function readSender(session: Session, options: SealOptions): Promise<Sender | undefined> {
  const { cert, key, hash, chain = [] } = options;
  if (cert === undefined || key === undefined) return undefined;
  const [certificate, ...others] = await readAllCertificates(session, [cert]);
  const further = await readAllCertificates(session, chain);
  const privateKey = await readPrivateKey(session, key, options.passphrase);
  expectPair(session, certificate!, privateKey, key);
  expectUsage(session, certificate!, ['digitalSignature', 'nonRepudiation'], 'cms.error.mayNotSign');
  const scheme = options.signature === 'pss' ? 'rsa-pss' : 'rsa-pkcs1';
  return { certificate: certificate!, privateKey, scheme: { scheme, hash }, chain: [...others, ...further] };
}

/** The first certificate of each file. `check-failed` for one that is not to be believed, where `--ca` says whom to ask. */
async function readRecipients(session: Session, options: SealOptions, at: Date): Promise<Certificate[]> {
  const { to = [], ca, untrusted = [] } = options;
  const anchors = ca && (await readAllCertificates(session, ca));
  const intermediates = await readAllCertificates(session, untrusted);
  const recipients: Certificate[] = [];
  for (const path of to) {
    const [certificate, ...sent] = await readAllCertificates(session, [path]);
    expectUsage(session, certificate!, ['keyEncipherment'], 'cms.error.mayNotEncrypt');
    recipients.push(certificate!);
    if (!anchors) continue;
    const verdict = verifyChain(certificate!, { anchors, intermediates: [...sent, ...intermediates], at });
    if (verdict.valid) continue;
    const who = named(session, verdict.certificate.subject);
    const sentence = findingText(session, verdict.finding);
    throw new CheckFailed(`${path}: ${session.say('cert.verify.message', { who, sentence })}`, {
      valid: false,
      reason: verdict.reason,
      evidence: evidence(verdict.finding),
    });
  }
  if (to.length > 0 && !ca) session.note('cms.note.receiverUnchecked');
  return recipients;
}

/** RFC 5280, 4.2.1.3: where a certificate limits its key, the limit holds. */
function expectUsage(
  session: Session,
  { extensions, subject }: Certificate,
  needed: readonly string[],
  key: 'cms.error.mayNotSign' | 'cms.error.mayNotEncrypt',
): void {
  const usages = findExtension(extensions, 'keyUsage')?.usages;
  if (!usages || needed.some((usage) => (usages as readonly string[]).includes(usage))) return;
  const values = { who: named(session, subject), found: listed(session, usages) };
  throw new CryptoError('bad-argument', session.say(key, values));
}

/** What the choices leave open, each in one line. */
function remark(
  session: Session,
  options: SealOptions,
  { isSigned, isEncrypted }: { readonly isSigned: boolean; readonly isEncrypted: boolean },
): void {
  const isCbc = options.cipher.endsWith('-cbc');
  if (isEncrypted && options.padding === 'pkcs1') session.note('rsa.weak.pkcs1');
  if (isEncrypted && !isSigned) session.note(isCbc ? 'cms.note.unsignedCbc' : 'cms.note.unsignedGcm');
  if (isSigned && !isEncrypted) session.note('cms.note.readable');
  if (isSigned && HASH_WEAKNESS[options.hash]) session.note('cms.weak.hash', { hash: options.hash });
}
