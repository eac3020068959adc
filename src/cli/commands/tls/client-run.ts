/** The work of `crypto tls client`. */
import { excerpt, toHex } from '../../../bytes/index.ts';
import { CryptoError } from '../../../errors.ts';
import { type ClientConfig, createClient } from '../../../tls/index.ts';
import type { CertificateList } from '../../../x509/index.ts';
import { readCrls } from '../../certificate-file.ts';
import { toALabels } from '../../certificate-names.ts';
import { CheckFailed } from '../../check-failed.ts';
import { isStdout } from '../../io/descriptor.ts';
import { expectOneStdin, expectReadable } from '../../io/input.ts';
import { openSink } from '../../io/output.ts';
import { withOptionNames } from '../../option-names.ts';
import { collector } from '../../pipeline.ts';
import type { Session } from '../../session.ts';
import { type Dialled, dial, HandshakeFailed } from '../../tls/dial.ts';
import { agreedText, connectionJson, noteShortKey, noteWeakSuites } from '../../tls/facts.ts';
import { faultJson, faultText } from '../../tls/fault-text.ts';
import { expectPath } from '../../tls/http-get.ts';
import { type KeyLog, openKeyLog } from '../../tls/key-log.ts';
import { addressText, hostText } from '../../tls/listener.ts';
import { socketError } from '../../tls/socket-error.ts';
import { TlsStreamError } from '../../tls/tls-stream.ts';
import { named } from '../cert/verdict-text.ts';
import { readAllCertificates } from '../message/people.ts';
import { exchange, fetchPage, type Page, parting } from './client-talk.ts';
import type { OfferOptions } from './options.ts';

export interface ClientOptions extends OfferOptions {
  readonly ca?: readonly string[] | undefined;
  readonly servername?: string | undefined;
  readonly get?: string | undefined;
  readonly insecure?: true | undefined;
  readonly allowWeak?: true | undefined;
  readonly at?: Date | undefined;
  readonly crl?: readonly string[] | undefined;
  readonly resume?: true | undefined;
  readonly timeout: number;
  readonly wait: number;
  readonly output?: string | undefined;
  readonly force?: boolean | undefined;
}

const LINE_FEED = 10;

/** Where the answer goes. */
interface Out {
  write(chunk: Uint8Array): Promise<void>;
  /** On a terminal, what is said next begins a line. */
  endLine(): Promise<void>;
}

/** Where to connect, and whom to expect there. */
interface Target {
  readonly host: string;
  readonly port: number;
  /** As it stands in the certificate. */
  readonly name: string;
}

export async function runClient(session: Session, server: string, options: ClientOptions): Promise<void> {
  const { get, output, force } = options;
  const target = readTarget(session, server, options.servername);
  if (get !== undefined) expectPath(session, get);
  else expectReadable(session);
  const config = await clientConfig(session, target, options);
  const keyLog = options.keylog === undefined ? undefined : openKeyLog(session, options.keylog);
  const collected = session.json && isStdout(output) ? collector(session) : undefined;
  const sink = collected ?? (await openSink(session, { output, force }));
  let bytes = 0;
  let last = LINE_FEED;
  const out: Out = {
    async write(chunk) {
      bytes += chunk.length;
      last = chunk.at(-1) ?? last;
      await sink.write(chunk);
    },
    async endLine() {
      if (last === LINE_FEED || collected || !isStdout(output) || !session.stdout.isTTY) return;
      last = LINE_FEED;
      await sink.write(Uint8Array.of(LINE_FEED));
    },
  };
  try {
    tellWhatItIs(session, options);
    const first = await dialOrSay(session, target, config, options, keyLog);
    session.note('tls.note.history');
    const dialled = options.resume ? await dialAgain(session, first, target, config, options, keyLog) : first;
    const page = await talk(session, dialled, target, options, out);
    await sink.commit();
    if (session.json) {
      session.printJson({
        output: collected ? toHex(collected.bytes()) : output,
        bytes,
        host: target.host,
        port: target.port,
        address: dialled.peer.address,
        ...connectionJson(dialled.connection),
        ...(page && { http: page }),
      });
    }
  } catch (error) {
    await sink.abort();
    throw error;
  } finally {
    keyLog?.close();
  }
}

/** `bob.example:443`, `[::1]:443`; without a port it is that of HTTPS. */
function readTarget(session: Session, server: string, servername: string | undefined): Target {
  const [, inBrackets, plain, digits = '443'] =
    /^(?:\[([^\]]+)\]|([^:[\]]+|[^:[\]]*(?::[^:[\]]*){2,}?))(?::(\d{1,5}))?$/.exec(server) ?? [];
  const host = toALabels(inBrackets ?? plain ?? '');
  const port = Number(digits);
  if (host === '' || /[\s/]/.test(host) || port < 1 || port > 65_535) {
    throw new CryptoError('bad-argument', session.say('tls.error.target', { got: excerpt(server) }));
  }
  return { host, port, name: toALabels(servername ?? host) };
}

async function clientConfig(
  session: Session,
  { name }: Target,
  options: ClientOptions,
): Promise<ClientConfig> {
  const { ca = [], crl = [], insecure } = options;
  if (ca.length === 0 && !insecure) {
    throw new CryptoError('bad-argument', session.say('tls.error.noCa'));
  }
  expectOneStdin(session, '-', ...ca, ...crl);
  const anchors = await readAllCertificates(session, ca);
  const crls: CertificateList[] = [];
  for (const path of crl) crls.push(...(await readCrls(session, path)));
  const config: ClientConfig = {
    anchors,
    ...(crls.length > 0 && { crls }),
    host: name,
    at: options.at,
    verify: insecure !== true,
    allowWeak: options.allowWeak,
    suites: options.suite,
    alpn: options.alpn,
    extendedMasterSecret: options.ems,
    encryptThenMac: options.etm,
  };
  withOptionNames({ host: '--servername' }, () => createClient(config).start());
  return config;
}

function tellWhatItIs(session: Session, { insecure, ca, keylog, suite }: ClientOptions): void {
  if (insecure) session.note(ca ? 'tls.note.insecureCa' : 'tls.note.insecure');
  if (keylog !== undefined) session.note('tls.note.keylog', { path: keylog });
  noteWeakSuites(session, suite);
}

async function dialOrSay(
  session: Session,
  { host, port }: Target,
  config: ClientConfig,
  { timeout }: ClientOptions,
  keyLog: KeyLog | undefined,
): Promise<Dialled> {
  const address = addressText(host, port);
  try {
    const dialled = await dial({
      host,
      port,
      seconds: timeout,
      machine: (observe) =>
        createClient({
          ...config,
          observe(happening) {
            observe(happening);
            keyLog?.observe(happening);
          },
        }),
    });
    tellConnection(session, dialled, address);
    return dialled;
  } catch (error) {
    if (!(error instanceof HandshakeFailed)) throw socketError(session, error, address);
    throw failed(session, address, error);
  }
}

/** A second connection that goes on with the session of the first. */
async function dialAgain(
  session: Session,
  { stream, connection }: Dialled,
  target: Target,
  config: ClientConfig,
  options: ClientOptions,
  keyLog: KeyLog | undefined,
): Promise<Dialled> {
  await parting(stream);
  const again = await dialOrSay(session, target, { ...config, session: connection.session }, options, keyLog);
  if (!again.connection.resumed) session.note('tls.note.notResumed');
  return again;
}

function tellConnection(session: Session, { connection, peer }: Dialled, address: string): void {
  const [certificate] = connection.peerCertificates;
  const verdict = connection.verdict;
  const who = certificate ? named(session, certificate.subject) : '';
  const agreed = agreedText(session, connection);
  session.note('tls.note.reached', { address, peer: addressText(peer.address, peer.port), agreed });
  if (certificate && !connection.resumed) noteShortKey(session, certificate);
  if (verdict?.valid) {
    session.note('tls.note.trusted', { who, anchor: named(session, verdict.chain.at(-1)!.subject) });
    for (const { remark, certificate: of, value } of verdict.remarks) {
      session.note(`cert.verify.remark.${remark}`, { who: named(session, of.subject), value });
    }
  }
}

async function talk(
  session: Session,
  dialled: Dialled,
  { host, port, name }: Target,
  { get, timeout, wait }: ClientOptions,
  { write, endLine }: Out,
): Promise<Page | undefined> {
  const stop = () => {
    dialled.stream.on('close', () => process.kill(process.pid, 'SIGINT'));
    dialled.stream.close();
  };
  process.once('SIGINT', stop);
  try {
    if (get === undefined) return void (await exchange(session, dialled, process.stdin, wait, write));
    const authority = port === 443 ? hostText(name) : addressText(name, port);
    const page = await fetchPage(session, dialled, { host: authority, path: get, seconds: timeout }, write);
    await endLine();
    const { status, statusText } = page;
    if (status < 200 || status > 299) session.note('tls.note.status', { status, text: statusText });
    return page;
  } catch (error) {
    await endLine();
    if (!(error instanceof TlsStreamError)) throw error;
    throw failed(session, addressText(host, port), { fault: error.fault, steps: dialled.steps });
  } finally {
    process.off('SIGINT', stop);
  }
}

function failed(
  session: Session,
  address: string,
  { fault, steps }: Pick<HandshakeFailed, 'fault' | 'steps'>,
): CheckFailed {
  const sentence = faultText(session, 'client', fault, steps);
  return new CheckFailed(session.say('tls.error.failed', { address, sentence }), faultJson(fault, steps));
}
