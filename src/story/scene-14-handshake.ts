/** Scene 14: two randoms and the premaster secret derive the keys. A TLS 1.2 handshake (RFC 5246), and who meddles with it. */
import { pemEncode } from '../asn1/index.ts';
import { concat, concatAll, equalConstantTime, fromHex, toHex, utf8 } from '../bytes/index.ts';
import { explainTlsHandshake, runTlsConversation } from '../explain/tls/index.ts';
import { clientRandomLine } from '../explain/tls/key-log-line.ts';
import {
  type Conversation,
  type ConversationPlan,
  converse,
  type Meddler,
  type Notice,
  recordingOf,
  type SideReport,
  type WireLabel,
  type WireSide,
} from '../explain/tls-wire/conversation.ts';
import { onFirstData, onMessage, withFlippedBit } from '../explain/tls-wire/meddlers.ts';
import { encodeSpki, publicKeyOfPrivate } from '../keys/index.ts';
import { createServer, decryptRecording, type ServerConfig, type TlsHappening } from '../tls/index.ts';
import type { Certificate } from '../x509/index.ts';
import {
  type Attack,
  type DerivationRow,
  type Keys,
  type KnowRow,
  type Scene,
  type StoryDocument,
  step,
  traceOf,
  type World,
} from './scene.ts';
import { introduceTlsPeople, SUITE, type TlsPeople, WEAK_SUITE } from './tls-people.ts';

const ORDER = utf8('Dear Bob, please pay the miller 100 euros. Alice');
const ANSWER = utf8('Dear Alice, it is paid. Bob');
const SAID = { request: [ORDER], answer: [ANSWER] };
const NOTHING = new Uint8Array(0);

export function handshake({ random }: World): Scene {
  const draw = random.substream('scene14');
  const people = introduceTlsPeople(random, draw.substream('serials'));
  const honest = converse(people.plan(draw.substream('honest'), SAID));
  const { client: alice, server: bob } = honest.sides;
  const secrets = secretsOf(alice);
  const bobs = secretsOf(bob);
  const recording = recordingOf(honest);

  // The hacker has all that passed, and a key pair of his own.
  const listened = decryptRecording(recording, people.keys.hacker);
  // From here on he stands on the wire.
  const meddle = (name: string, meddler: Meddler, suites = [SUITE]) =>
    converse({ ...people.plan(draw.substream(name), SAID, suites), meddle: meddler });
  const downgraded = meddle(
    'downgrade',
    onMessage('client_hello', (hello) => ({ ...hello, cipherSuites: [WEAK_SUITE.id] })),
    [SUITE, WEAK_SUITE],
  );
  const swapped = meddle(
    'swap',
    onMessage('certificate', (message) => withHackersKey(message, people)),
  );
  const hackerReads = decryptRecording(recordingOf(swapped), people.keys.hacker).opened;
  const flipped = meddle(
    'flip',
    onFirstData('client', (record) => [withFlippedBit(record)]),
  );
  const doubled = meddle(
    'double',
    onFirstData('client', (record) => [record, record]),
  );
  const playedBack = playBack(people.plan(draw.substream('replay'), SAID).server, recording.client);

  const documents = documentsOf(people, people.plan(draw.substream('honest'), SAID), secrets);
  const same = equalConstantTime(secrets.master, bobs.master);
  const steps = [
    step('alice.hello', 'story.step.shake.hello', { random: secrets.clientRandom }),
    step('bob.hello', 'story.step.shake.answer', { random: secrets.serverRandom }),
    step('alice.verify', alice.connected ? 'story.step.shake.verify' : 'story.step.shake.warned'),
    step('alice.premaster', 'story.step.shake.premaster', {
      premaster: secrets.premaster,
      wrappedSecret: secrets.encrypted,
    }),
    step('alice.derive', 'story.step.shake.derive', { master: secrets.master, keys: secrets.keyBlock }),
    step('bob.derive', same ? 'story.step.shake.same' : 'story.step.shake.differs', { master: bobs.master }),
    step('alice.finish', 'story.step.shake.finish', { verifyData: secrets.verifyData }),
    step('alice.order', 'story.step.shake.order', {
      plaintext: bob.read,
      ciphertext: honest.passed.find(({ type }) => type === 'application_data')?.record ?? NOTHING,
    }),
    step('hacker.listen', listened.opened ? 'story.step.shake.read' : 'story.step.shake.listen', {
      bytes: recording.client.length + recording.server.length,
    }),
    step('hacker.downgrade', 'story.step.shake.downgrade'),
    step('hacker.swap', 'story.step.shake.swap'),
    step('hacker.replay', 'story.step.shake.replay', { random: playedBack.serverRandom }),
    step('hacker.flip', 'story.step.shake.flip'),
    step('hacker.double', 'story.step.shake.double'),
  ];
  const gotWeak = downgraded.sides.client.connected && downgraded.sides.server.connected;
  const attacks: Attack[] = [
    {
      attempt: 'story.attack.shakeRead',
      succeeded: listened.opened,
      because: 'story.because.premasterSealed',
    },
    attack('story.attack.shakeDowngrade', gotWeak, downgraded.notice),
    attack('story.attack.shakeSwap', hackerReads, swapped.notice),
    attack('story.attack.shakeReplay', playedBack.read.length > 0, playedBack.notice),
    attack('story.attack.shakeFlip', flipped.sides.server.read.length > 0, flipped.notice),
    attack('story.attack.shakeDouble', doubled.sides.server.read.length > ORDER.length, doubled.notice),
  ];
  return {
    number: 14,
    title: 'story.title.shake',
    trace: traceOf(14, steps, listened.opened ? listened.data.client : NOTHING),
    attacks,
    figures: [
      { kind: 'knows', caption: 'story.figure.knows', rows: knowledge(honest, people) },
      { kind: 'derivation', caption: 'story.figure.derivation', rows: derivation(secrets) },
    ],
    pictures: [],
    documents,
    learned: 'story.learned.shake',
    stillCan: 'story.still.shake',
  };
}

/** The chain, the handshake byte by byte, and the key log: the same connection once more, since it draws the same. */
function documentsOf(
  { root, certificates: [leaf, intermediate] }: TlsPeople,
  { client, server }: ConversationPlan,
  secrets: Secrets,
): StoryDocument[] {
  const told = runTlsConversation(client, server, { request: ORDER, response: ANSWER });
  const pem = (certificates: readonly Certificate[]) =>
    utf8(certificates.map(({ der }) => pemEncode('CERTIFICATE', der)).join(''));
  const log = clientRandomLine({ clientRandom: secrets.clientRandom, masterSecret: secrets.master });
  return [
    { name: 'chain.pem', about: 'story.document.chain', content: pem([leaf, intermediate]) },
    { name: 'root.pem', about: 'story.document.root', content: pem([root]) },
    { name: 'handshake.html', about: 'story.document.handshake', content: explainTlsHandshake(told) },
    {
      name: 'handshake-keys.log',
      about: 'story.document.handshakeKeys',
      content: utf8(log),
      secret: true,
    },
  ];
}

/** What one side has come to in the course of the handshake. */
interface Secrets {
  readonly clientRandom: Uint8Array;
  readonly serverRandom: Uint8Array;
  readonly premaster: Uint8Array;
  readonly encrypted: Uint8Array;
  readonly master: Uint8Array;
  readonly keyBlock: Uint8Array;
  readonly parts: Extract<TlsHappening, { what: 'keys' }>['keyBlock']['parts'];
  /** Of the client's Finished. */
  readonly verifyData: Uint8Array;
}

function secretsOf({ happened }: SideReport): Secrets {
  const premaster = happened.find((one) => one.what === 'premaster');
  const keys = happened.find((one) => one.what === 'keys');
  const finished = happened.find((one) => one.what === 'finished');
  if (!premaster || !keys || !finished) throw new Error('an honest handshake has ended early');
  return {
    clientRandom: keys.clientRandom,
    serverRandom: keys.serverRandom,
    premaster: premaster.premasterSecret,
    encrypted: premaster.encryptedPremasterSecret,
    master: keys.masterSecret,
    keyBlock: keys.keyBlock.bytes,
    parts: keys.keyBlock.parts,
    verifyData: finished.verifyData,
  };
}

/** The server of another day hears what the client said on the first. */
function playBack(config: ServerConfig, clientBytes: Uint8Array) {
  const happened: TlsHappening[] = [];
  const server = createServer({ ...config, observe: (happening) => void happened.push(happening) });
  const { events } = server.receive(clientBytes);
  const hello = happened.find((one) => one.what === 'message' && one.message.type === 'server_hello');
  const said = hello?.what === 'message' && hello.message.type === 'server_hello' ? hello.message : undefined;
  const failed = events.find((event) => event.type === 'failed');
  return {
    serverRandom: said?.random ?? NOTHING,
    read: concatAll(events.flatMap((event) => (event.type === 'data' ? [event.data] : []))),
    notice: failed && { at: 'Finished' as const, alert: failed.alert },
  };
}

type CertificateList = { readonly type: 'certificate'; readonly certificateList: readonly Uint8Array[] };

/** Bob's certificate with the hacker's key in it; nobody signs it anew. */
function withHackersKey(
  message: CertificateList,
  { certificates: [leaf], keys }: TlsPeople,
): CertificateList {
  const own = toHex(encodeSpki(publicKeyOfPrivate(keys.hacker)));
  const [, ...rest] = message.certificateList;
  return { ...message, certificateList: [fromHex(toHex(leaf.der).replace(toHex(leaf.spki), own)), ...rest] };
}

/** What stopped him, by the message on which it was noticed, and the alert. */
const STOPPED: Readonly<Record<string, Keys<'because'>>> = {
  'Finished decrypt_error': 'story.because.otherHandshake',
  'Finished bad_record_mac': 'story.because.otherRandom',
  'Certificate bad_certificate': 'story.because.chainSignature',
  'ApplicationData bad_record_mac': 'story.because.recordMac',
};

function attack(
  attempt: Keys<'attack'>,
  succeeded: boolean,
  notice: Pick<Notice, 'at' | 'alert'> | undefined,
): Attack {
  const stopped = notice && STOPPED[`${notice.at} ${notice.alert}`];
  return { attempt, succeeded, because: stopped ?? 'story.because.notNoticed' };
}

/** Message by message what was new, and what each of the three made of it: searched for in what they have. */
function knowledge(honest: Conversation, { certificates: [leaf] }: TlsPeople): KnowRow[] {
  const { client, server } = recordingOf(honest);
  const wire = toHex(concat(client, server));
  const [alice, bob] = [secretsOf(honest.sides.client), secretsOf(honest.sides.server)];
  const data = honest.passed.find(({ type }) => type === 'application_data');
  /** `clear`: its bytes are on the wire; `sealed`: only something that was made of it is. */
  const row = (
    message: WireLabel | undefined,
    item: Keys<'item'>,
    maker: WireSide | 'both',
    values: Readonly<Record<WireSide, Uint8Array>>,
    sealed?: Uint8Array,
  ): KnowRow => {
    const shared = equalConstantTime(values.client, values.server);
    const passes = (bytes: Uint8Array | undefined) => bytes !== undefined && wire.includes(toHex(bytes));
    const isClear = passes(values.client);
    const got = maker === 'both' ? 'derives' : isClear ? 'reads' : 'decrypts';
    const side = (who: WireSide) => (who === maker ? 'makes' : shared ? got : 'lacks');
    const hacker = isClear ? 'reads' : passes(sealed) ? 'sealed' : 'lacks';
    return { message, item, alice: side('client'), bob: side('server'), hacker };
  };
  const both = (
    part: 'clientRandom' | 'serverRandom' | 'premaster' | 'master' | 'keyBlock' | 'verifyData',
  ) => ({
    client: alice[part],
    server: bob[part],
  });
  const finished = honest.passed.find(({ label }) => label === 'Finished');
  const seen = honest.sides.client.happened.find(
    (one) => one.what === 'message' && one.message.type === 'certificate',
  );
  const shown =
    seen?.what === 'message' && toHex(seen.bytes).includes(toHex(leaf.spki)) ? leaf.spki : NOTHING;
  return [
    row('ClientHello', 'story.item.clientRandom', 'client', both('clientRandom')),
    row('ServerHello', 'story.item.serverRandom', 'server', both('serverRandom')),
    row('Certificate', 'story.item.publicKey', 'server', { client: shown, server: leaf.spki }),
    row('ClientKeyExchange', 'story.item.premaster', 'client', both('premaster'), alice.encrypted),
    row(undefined, 'story.item.master', 'both', both('master')),
    row(undefined, 'story.item.keys', 'both', both('keyBlock')),
    row('Finished', 'story.item.verifyData', 'client', both('verifyData'), finished?.record),
    row(
      'ApplicationData',
      'story.item.letter',
      'client',
      { client: ORDER, server: honest.sides.server.read },
      data?.record,
    ),
  ];
}

/** From the three that it begins with to what the keys are for. */
function derivation({ clientRandom, serverRandom, premaster, master, keyBlock, parts, verifyData }: Secrets) {
  const rows: DerivationRow[] = [
    { depth: 0, name: 'story.derived.premaster', value: premaster },
    { depth: 0, name: 'story.derived.clientRandom', value: clientRandom },
    { depth: 0, name: 'story.derived.serverRandom', value: serverRandom },
    { depth: 1, name: 'story.derived.master', value: master, how: 'story.how.master' },
    { depth: 2, name: 'story.derived.keyBlock', value: keyBlock, how: 'story.how.keyBlock' },
    ...parts
      .filter(({ bytes }) => bytes.length > 0)
      .map(({ name, bytes }): DerivationRow => ({ depth: 3, name: `story.derived.${name}`, value: bytes })),
    { depth: 2, name: 'story.derived.verifyData', value: verifyData, how: 'story.how.verifyData' },
  ];
  return rows;
}
