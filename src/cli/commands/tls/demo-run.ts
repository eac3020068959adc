/** The work of `crypto tls demo`: a handshake in memory, as a ladder and a tree, or byte by byte. */
import { utf8 } from '../../../bytes/index.ts';
import { CryptoError } from '../../../errors.ts';
import {
  type Conversation,
  explainTlsHandshake,
  makeTlsParties,
  runTlsConversation,
} from '../../../explain/tls/index.ts';
import { generateKey } from '../../../rsa/index.ts';
import {
  type CipherSuite,
  DEFAULT_SUITES,
  memorySessions,
  suiteNamed,
  type Session as TlsSession,
} from '../../../tls/index.ts';
import type { Trace } from '../../../trace/index.ts';
import { isStdout } from '../../io/descriptor.ts';
import { openSink } from '../../io/output.ts';
import type { Sink } from '../../io/sink.ts';
import { openRandom } from '../../randomness.ts';
import type { Session } from '../../session.ts';
import { demoText } from '../../tls/demo-text.ts';
import { noteSuite } from '../../tls/weak-suite.ts';

export interface DemoOptions {
  readonly suite?: CipherSuite | undefined;
  readonly ems?: true | undefined;
  readonly etm?: true | undefined;
  readonly resume?: true | undefined;
  readonly message?: number | undefined;
  readonly all?: true | undefined;
  readonly html?: string | undefined;
  readonly force?: true | undefined;
  readonly seed?: string | undefined;
}

const KEY_BITS = 2048;
/** The suite that every TLS 1.2 has to know (RFC 5246, 9); and in which MAC, padding and IV can be seen. */
const DEFAULT_SUITE = 'TLS_RSA_WITH_AES_128_CBC_SHA';
/** Under a seed the clock stands still. */
const SEEDED_NOW = new Date('2026-06-01T12:00:00Z');

export async function runDemo(session: Session, options: DemoOptions): Promise<void> {
  const { html, force, message, all = false } = options;
  expectApart(session, options);
  const sink = html === undefined ? undefined : await openSink(session, { output: html, force });
  try {
    const trace = explainTlsHandshake(shownConversation(session, options));
    if (sink && html !== undefined) await writePage(session, trace, { sink, html, seed: options.seed });
    else if (session.json) session.printJson(trace);
    else session.print(demoText(session, trace, { message, all }));
  } catch (error) {
    await sink?.abort();
    throw error;
  }
}

interface PageTarget {
  readonly sink: Sink;
  readonly html: string;
  readonly seed: string | undefined;
}

async function writePage(session: Session, trace: Trace, { sink, html, seed }: PageTarget): Promise<void> {
  const { handshakePage } = await import('../../tls/demo-page/page.ts');
  const page = utf8(handshakePage(session, trace, seed));
  await sink.write(page);
  await sink.commit();
  if (session.json) session.printJson({ output: html, bytes: page.length });
  if (!isStdout(html)) session.note('tls.demo.htmlWritten', { path: html });
}

/** The handshake that is shown: with --resume the second, which goes on with the session of the first. */
function shownConversation(session: Session, options: DemoOptions): Conversation {
  const { suite = suiteNamed(DEFAULT_SUITE) } = options;
  const random = openRandom(session, options.seed).substream('tls.demo');
  session.note('tls.demo.history');
  noteSuite(session, suite, options.etm === true);
  const at = options.seed === undefined ? new Date() : SEEDED_NOW;
  const newKey = (name: string) => {
    const rsa = generateKey(KEY_BITS, { random: random.substream(`key.${name}`) });
    return { algorithm: 'rsa', rsa } as const;
  };
  const keys = { root: newKey('root'), server: newKey('server') };
  const { root, certificate, privateKey, host } = makeTlsParties(keys, random.substream('authority'), at);
  const sessions = memorySessions();
  const common = { extendedMasterSecret: options.ems === true, encryptThenMac: options.etm === true };
  const said = {
    request: utf8(`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`),
    response: utf8('HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\nHello, Alice!'),
  };
  const run = (name: string, earlier?: TlsSession) =>
    runTlsConversation(
      {
        ...common,
        anchors: [root],
        host,
        at,
        suites: suite.weak ? [...DEFAULT_SUITES, suite] : DEFAULT_SUITES,
        session: earlier,
        random: random.substream(`client${name}`),
      },
      {
        ...common,
        certificates: [certificate],
        privateKey,
        suites: [suite],
        sessions: options.resume ? sessions : undefined,
        random: random.substream(`server${name}`),
      },
      said,
    );
  const first = run('');
  return options.resume ? run('.again', first.connection?.session) : first;
}

/** The page holds everything: there is nothing to choose. */
function expectApart(session: Session, { html, message, all }: DemoOptions): void {
  if (html === undefined) return;
  const name = message !== undefined ? '--message' : all ? '--all' : undefined;
  if (name !== undefined) {
    throw new CryptoError('bad-argument', session.say('tls.demo.error.htmlAlone', { name }));
  }
  if (session.json && isStdout(html)) {
    throw new CryptoError('bad-argument', session.say('tls.demo.error.jsonStdout'));
  }
}
