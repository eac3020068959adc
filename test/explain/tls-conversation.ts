/** A conversation for the tests of what is told about TLS: keys of 1024 bits, certificates of one root, a fixed seed. */
import { utf8 } from '../../src/bytes/index.ts';
import {
  type Conversation,
  makeTlsParties,
  type PartyKeys,
  runTlsConversation,
} from '../../src/explain/tls/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import { type CipherSuite, DEFAULT_SUITES, memorySessions, SUITES, suiteNamed } from '../../src/tls/index.ts';
import { NOW, testKey } from '../x509/authority.ts';

export interface DemoChoice {
  readonly suite?: CipherSuite;
  readonly ems?: boolean;
  readonly etm?: boolean;
  readonly resume?: boolean;
  readonly request?: Uint8Array;
}

export const demoKeys = (): PartyKeys => ({ root: testKey('demo root'), server: testKey('demo server') });

export const PARTIES = makeTlsParties(demoKeys(), seededRandom('demo'), NOW);

/** With --resume the second of two. */
export function demoConversation({
  suite = suiteNamed('AES128-SHA'),
  ems = false,
  etm = false,
  resume = false,
  request = utf8('GET / HTTP/1.1\r\n\r\n'),
}: DemoChoice): Conversation {
  const random = seededRandom(suite.name);
  const common = { extendedMasterSecret: ems, encryptThenMac: etm };
  const sessions = memorySessions();
  const run = (name: string, session?: NonNullable<Conversation['connection']>['session']) =>
    runTlsConversation(
      {
        ...common,
        anchors: [PARTIES.root],
        host: PARTIES.host,
        at: NOW,
        suites: [...DEFAULT_SUITES, ...SUITES.filter(({ weak }) => weak)],
        session,
        random: random.substream(`client${name}`),
      },
      {
        ...common,
        certificates: [PARTIES.certificate],
        privateKey: PARTIES.privateKey,
        suites: [suite],
        sessions,
        random: random.substream(`server${name}`),
      },
      { request, response: utf8('Hello, Alice!') },
    );
  const first = run('');
  return resume ? run('again', first.connection?.session) : first;
}

export const DEMO_SERVER = { certificates: [PARTIES.certificate], privateKey: PARTIES.privateKey };
