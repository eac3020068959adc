/** The work of `crypto message open`: nothing of the content is written before every check has held. */
import {
  type Layer,
  MAX_CONTENT,
  MAX_MESSAGE_FILE,
  type Message,
  type OpenOptions,
  type OpenVerdict,
  openMessage,
  parseMessageFile,
} from '../../../cms/index.ts';
import { CryptoError } from '../../../errors.ts';
import type { Trace } from '../../../trace/index.ts';
import type { Purpose } from '../../../x509/index.ts';
import { readCrls } from '../../certificate-file.ts';
import { CheckFailed } from '../../check-failed.ts';
import { gathered } from '../../gather.ts';
import { expectOneStdin, inputName, openInput, readAll } from '../../io/input.ts';
import { withOptionNames } from '../../option-names.ts';
import { type PipeOptions, runPipe } from '../../pipeline.ts';
import type { Session } from '../../session.ts';
import { secondText, timeText } from '../../visible.ts';
import { named } from '../cert/verdict-text.ts';
import { expectPair, readAllCertificates, readPrivateKey } from './people.ts';
import { signerFindingText, signerJson, signerName } from './signer-text.ts';
import { tellMessage } from './tell.ts';

export interface OpenCommandOptions extends PipeOptions {
  readonly key?: string | undefined;
  readonly passphrase?: string | undefined;
  readonly cert?: string | undefined;
  readonly ca?: readonly string[] | undefined;
  readonly untrusted?: readonly string[] | undefined;
  readonly anySigner?: true | undefined;
  readonly content?: string | undefined;
  readonly outer?: true | undefined;
  readonly at?: Date | undefined;
  readonly email?: string | undefined;
  readonly purpose?: Purpose | undefined;
  readonly crl?: readonly string[] | undefined;
  readonly allowWeak?: true | undefined;
  readonly explain?: true | undefined;
}

export async function runOpen(
  session: Session,
  input: string | undefined,
  options: OpenCommandOptions,
): Promise<void> {
  const { key, cert, content, at = new Date() } = options;
  expectTogether(session, options);
  const { ca = [], untrusted = [], crl = [] } = options;
  expectOneStdin(session, input ?? '-', key, cert, content, ...ca, ...untrusted, ...crl);
  const opening = await openingOptions(session, { ...options, at });
  const explain = options.explain ? await import('../../../explain/message.ts') : undefined;
  let verdict: OpenVerdict | undefined;
  let trace: Trace | undefined;
  const tooLong = () =>
    new CryptoError(
      'too-large',
      session.say('cli.error.tooLarge', { path: inputName(input), limit: MAX_MESSAGE_FILE }),
    );
  const names = {
    message: inputName(input),
    privateKey: key ?? '--key',
    certificate: '--cert',
    content: '--content',
  };
  await runPipe(session, input, options, {
    open: () =>
      gathered(MAX_MESSAGE_FILE, tooLong, (file) =>
        withOptionNames(names, () => {
          verdict = openOrSay(session, inputName(input), parseMessageFile(file), opening);
          trace = explain?.explainOpen(verdict);
          if (!verdict.valid) throw refuse(session, inputName(input), verdict, trace);
          if (verdict.content.length > MAX_CONTENT) {
            const values = { name: inputName(input), limit: MAX_CONTENT };
            throw new CryptoError('too-large', session.say('cms.error.tooLong', values));
          }
          return verdict.content;
        }),
      ),
    facts: () => ({
      valid: true,
      layers: verdict?.layers.map(layerJson),
      ...(trace && { trace }),
    }),
  });
  if (!verdict?.valid) return;
  tellLayers(session, verdict.layers, at);
  if (trace && !session.json) tellMessage(session, trace, 'open');
}

/** As `openMessage`; what a signed message needs is said in the words of the command line. */
function openOrSay(session: Session, name: string, message: Message, options: OpenOptions): OpenVerdict {
  try {
    return openMessage(message, options);
  } catch (error) {
    const isUnchecked = error instanceof CryptoError && error.message.startsWith('anchors: ');
    throw isUnchecked ? new CryptoError(error.code, session.say('cms.error.signed', { name })) : error;
  }
}

/** What belongs together is given together. */
function expectTogether(session: Session, options: OpenCommandOptions): void {
  const { ca, anySigner, key } = options;
  if (ca && anySigner) throw new CryptoError('bad-argument', session.say('cms.error.caAnySigner'));
  const refuse = (one: string, other: string) =>
    new CryptoError('bad-argument', session.say('cms.error.together', { one, other }));
  if (options.cert !== undefined && key === undefined) throw refuse('--cert', '--key');
  for (const name of ['email', 'purpose', 'crl'] as const) {
    if (options[name] !== undefined && !ca) throw refuse(`--${name}`, '--ca');
  }
}

async function openingOptions(
  session: Session,
  options: OpenCommandOptions & { readonly at: Date },
): Promise<OpenOptions> {
  const { key, cert, ca, untrusted = [], crl = [], content, at } = options;
  const privateKey = key === undefined ? undefined : await readPrivateKey(session, key, options.passphrase);
  const [certificate] = cert === undefined ? [] : await readAllCertificates(session, [cert]);
  if (certificate && privateKey) expectPair(session, certificate, privateKey, key!);
  const anchors = ca && (await readAllCertificates(session, ca));
  const intermediates = await readAllCertificates(session, untrusted);
  const crls = [];
  for (const path of crl) crls.push(...(await readCrls(session, path)));
  const detached =
    content === undefined
      ? undefined
      : await readAll(session, await openInput(session, content), MAX_CONTENT);
  return {
    privateKey,
    certificate,
    intermediates,
    at,
    outer: options.outer,
    email: options.email,
    purpose: options.purpose,
    allowWeak: options.allowWeak,
    ...(anchors && { anchors }),
    ...(options.anySigner && { anySigner: true }),
    ...(crls.length > 0 && { crls }),
    ...(detached && { content: detached }),
  };
}

function refuse(
  session: Session,
  name: string,
  verdict: Extract<OpenVerdict, { valid: false }>,
  trace: Trace | undefined,
): CheckFailed {
  if (trace && !session.json) tellMessage(session, trace, 'open');
  const layers = verdict.layers.map(layerJson);
  const more = { layers, ...(trace && { trace }) };
  if (verdict.reason === 'not-signed') {
    return new CheckFailed(session.say('cms.error.notSigned', { name }), {
      valid: false,
      reason: verdict.reason,
      ...more,
    });
  }
  const signers = verdict.verdict.signers.map(signerJson);
  const bad = verdict.verdict.signers.find((signer) => !signer.valid);
  const message =
    bad?.valid === false
      ? session.say('cms.error.signer', {
          who: signerName(session, bad),
          sentence: signerFindingText(session, bad.finding),
        })
      : session.say('cms.error.noSigners', { name });
  const reason = bad?.valid === false ? bad.finding.reason : 'no-signers';
  return new CheckFailed(message, { valid: false, reason, signers, ...more });
}

/** Which of the three questions each layer answers, and what none of them does. */
function tellLayers(session: Session, layers: readonly Layer[], at: Date): void {
  const envelope = layers.find((layer) => layer.kind === 'envelope');
  const signature = layers.find((layer) => layer.kind === 'signature');
  if (envelope) {
    const { enveloped } = envelope;
    const { name } = enveloped.cipher;
    if (name === 'des-ede3-cbc') session.note('cms.weak.3des');
    session.note('cms.open.read', { count: enveloped.recipients.length, cipher: name });
    if (!signature) session.note(name.endsWith('-gcm') ? 'cms.open.gcmOnly' : 'cms.open.cbcOnly');
  } else {
    session.note('cms.open.readable');
    if (!signature) session.note('cms.open.plain');
  }
  for (const layer of layers) {
    if (layer.kind !== 'signature') continue;
    for (const signer of layer.verdict.signers) {
      const { signer: info, signingTime, chain } = signer;
      const who = signerName(session, signer);
      const { name: hash } = info.digestAlgorithm;
      if (hash === 'md5' || hash === 'sha1') session.note('cms.weak.hash', { hash });
      session.note('cms.open.changed', { who, hash });
      if (signingTime) session.note('cms.open.time', { who, time: timeText(signingTime) });
      if (!chain) session.note('cms.open.anySigner', { who });
      else {
        for (const { remark, certificate, value } of chain.remarks) {
          session.note(`cert.verify.remark.${remark}`, { who: named(session, certificate.subject), value });
        }
        const anchor = named(session, chain.chain.at(-1)!.subject);
        session.note('cms.open.there', { who, anchor, at: secondText(at) });
      }
    }
  }
}

function layerJson(layer: Layer): Record<string, unknown> {
  if (layer.kind === 'signature') {
    return { type: 'signedData', signers: layer.verdict.signers.map(signerJson) };
  }
  const { enveloped, opened } = layer;
  const { cipher, recipients } = enveloped;
  return {
    type: cipher.tagLength > 0 ? 'authEnvelopedData' : 'envelopedData',
    cipher: cipher.name,
    padding: opened.recipient.algorithm,
    recipients: recipients.length,
  };
}
