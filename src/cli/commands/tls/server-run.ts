/** The work of `crypto tls server`. */
import { CryptoError } from '../../../errors.ts';
import type { PrivateKey } from '../../../keys/index.ts';
import { createServer, memorySessions, type ServerConfig } from '../../../tls/index.ts';
import { type Certificate, findExtension, formatName } from '../../../x509/index.ts';
import { readCertificates } from '../../certificate-file.ts';
import { CheckFailed } from '../../check-failed.ts';
import { expectOneStdin, expectReadable } from '../../io/input.ts';
import { withOptionNames } from '../../option-names.ts';
import type { Session } from '../../session.ts';
import { echo, openConversation, type Service } from '../../tls/conversation.ts';
import { noteShortKey, noteWeakSuites } from '../../tls/facts.ts';
import { openKeyLog } from '../../tls/key-log.ts';
import { addressText, isLoopback, type Listener, type ListenerOptions, listen } from '../../tls/listener.ts';
import { socketError } from '../../tls/socket-error.ts';
import { openWww } from '../../tls/www.ts';
import { named } from '../cert/verdict-text.ts';
import { expectPair, isPair, readPrivateKey } from '../message/people.ts';
import type { OfferOptions } from './options.ts';
import { openServerLog } from './server-log.ts';

export interface ServerOptions extends OfferOptions {
  readonly cert: string;
  readonly key: string;
  readonly passphrase?: string | undefined;
  readonly port: number;
  readonly host: string;
  readonly www?: true | undefined;
  readonly echo?: true | undefined;
  readonly accept?: number | undefined;
  readonly maxConnections: number;
  readonly handshakeTimeout: number;
  readonly idleTimeout: number;
}

/** Runs until it is interrupted, or has served as many as it should. */
export async function runServer(session: Session, options: ServerOptions): Promise<void> {
  // To the system it would mean every address.
  if (options.host.trim() === '') throw new CryptoError('bad-argument', session.say('tls.error.emptyHost'));
  const config = await serverConfig(session, options);
  const service = chooseService(session, options, config);
  const keyLog = options.keylog === undefined ? undefined : openKeyLog(session, options.keylog);
  const log = openServerLog(session, { web: options.www });
  try {
    const listener = await listenOrSay(session, {
      host: options.host,
      port: options.port,
      accept: options.accept,
      maxConnections: options.maxConnections,
      handshakeSeconds: options.handshakeTimeout,
      idleSeconds: options.idleTimeout,
      machine: (observe) =>
        createServer({
          ...config,
          observe(happening) {
            observe(happening);
            keyLog?.observe(happening);
          },
        }),
      onSecure(visit, connection) {
        log.secure(visit, connection);
        service.serve(visit);
      },
      onFault: log.fault,
      onDrop: log.drop,
      onTrouble: ({ message }) => session.note('tls.note.trouble', { reason: message }),
    });
    const { host, port } = listener.address;
    session.note('tls.note.listening', { address: addressText(host, port) });
    tellWhatItIs(session, options, host, config);
    stopOnSignal(listener);
    await listener.ended;
    const facts = { host, port, ...log.json(), ...service.json?.() };
    const { accept: all } = options;
    if (all !== undefined && log.bad > 0) {
      throw new CheckFailed(session.say('tls.error.someFailed', { bad: log.bad, all }), facts);
    }
    if (session.json) session.printJson(facts);
  } finally {
    service.close?.();
    keyLog?.close();
  }
}

async function serverConfig(session: Session, options: ServerOptions): Promise<ServerConfig> {
  const { cert, key, passphrase } = options;
  expectOneStdin(session, cert, key);
  const certificates = await readCertificates(session, cert);
  const privateKey = await readPrivateKey(session, key, passphrase);
  expectOwn(session, certificates, privateKey, options);
  const config: ServerConfig = {
    certificates,
    privateKey,
    suites: options.suite,
    alpn: options.alpn,
    extendedMasterSecret: options.ems,
    encryptThenMac: options.etm,
    sessions: memorySessions(),
  };
  // What is wrong with these is better said now than to the first client.
  withOptionNames({ certificates: cert, privateKey: key }, () => createServer(config));
  return config;
}

/** The key and the first certificate belong together, and are of the one kind that RSA key exchange takes. */
function expectOwn(
  session: Session,
  certificates: readonly Certificate[],
  privateKey: PrivateKey,
  { cert, key }: Pick<ServerOptions, 'cert' | 'key'>,
): void {
  for (const [path, of] of [
    [key, privateKey],
    [cert, certificates[0]!.publicKey],
  ] as const) {
    if (of.algorithm === 'rsa') continue;
    const got = of.algorithm === 'unknown' ? of.name : 'RSASSA-PSS';
    throw new CryptoError('unsupported', session.say('tls.error.plainRsa', { path, got }));
  }
  const at = certificates.findIndex((certificate) => isPair(certificate, privateKey));
  if (at > 0) {
    const who = named(session, certificates[at]!.subject);
    throw new CryptoError(
      'bad-argument',
      session.say('tls.error.order', { number: at + 1, path: cert, who }),
    );
  }
  expectPair(session, certificates[0]!, privateKey, key);
}

function chooseService(
  session: Session,
  { www, echo: echoes }: ServerOptions,
  config: ServerConfig,
): Service {
  if (www && echoes) throw new CryptoError('bad-argument', session.say('tls.error.wwwEcho'));
  if (www) return openWww({ lang: session.lang, subject: formatName(config.certificates[0]!.subject) });
  if (echoes) return echo();
  expectReadable(session);
  return openConversation(session, process.stdin);
}

async function listenOrSay(session: Session, options: ListenerOptions): Promise<Listener> {
  try {
    return await listen(options);
  } catch (error) {
    throw socketError(session, error, addressText(options.host, options.port));
  }
}

function tellWhatItIs(
  session: Session,
  { keylog, suite }: ServerOptions,
  host: string,
  { certificates }: ServerConfig,
): void {
  session.note('tls.note.history');
  if (!isLoopback(host)) session.note('tls.note.open');
  if (keylog !== undefined) session.note('tls.note.keylog', { path: keylog });
  noteWeakSuites(session, suite);
  noteShortKey(session, certificates[0]!);
  const usages = findExtension(certificates[0]!.extensions, 'keyUsage')?.usages;
  if (usages && !usages.includes('keyEncipherment')) session.note('tls.note.noEncipherment');
}

/** Once in order; a second time at once, as the system does it. */
function stopOnSignal(listener: Listener): void {
  const stop = () => listener.stop();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.once('SIGHUP', stop);
  void listener.ended.then(() => {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    process.off('SIGHUP', stop);
  });
}
