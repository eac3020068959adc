/**
 * 100,000 connections between our two machines, in each of which one flight is changed on its way: nobody hangs, nothing is
 * thrown, and nobody takes for true what the other has not said.
 */
import { expect, it } from 'vitest';
import { concatAll, utf8 } from '../../src/bytes/index.ts';
import { createClient, createServer } from '../../src/tls/connection.ts';
import type { TlsEvent, TlsHappening, TlsMachine, TlsOutput } from '../../src/tls/machine.ts';
import { memorySessions, type Session } from '../../src/tls/session.ts';
import { SUITES } from '../../src/tls/suites.ts';
import { certify, NOW, person, testKey } from '../x509/authority.ts';
import { type Dice, makeDice, mutate, quickRandom } from './mutation.ts';

/** Long enough for a premaster secret, and quick. */
testKey('tls mutated root', 512);
testKey('tls mutated leaf', 512);
const ROOT = person('CN=R', 'tls mutated root');
const LEAF = person('CN=bob.example', 'tls mutated leaf');
const ANCHOR = certify(ROOT, ROOT);
const CERTIFICATE = certify(LEAF, ROOT, { by: ANCHOR, names: [{ kind: 'dNSName', value: 'bob.example' }] });

type Side = 'client' | 'server';

/** One side, and all that can be held against it. */
class Witness {
  readonly machine: TlsMachine;
  readonly events: TlsEvent[] = [];
  readonly said: Uint8Array[] = [];
  readonly heard: Uint8Array[] = [];
  fatalAlerts = 0;
  wrote = '';
  got = '';
  saidClose = false;

  constructor(make: (observe: (happening: TlsHappening) => void) => TlsMachine) {
    this.machine = make((happening) => {
      if (happening.what === 'message')
        (happening.direction === 'sent' ? this.said : this.heard).push(happening.bytes);
      if (happening.what === 'alert' && happening.direction === 'sent') {
        if (happening.level === 'fatal') this.fatalAlerts++;
        if (happening.alert === 'close_notify') this.saidClose = true;
      }
    });
  }

  take({ send, events }: TlsOutput): Uint8Array {
    for (const event of events) {
      this.events.push(event);
      if (event.type === 'data') this.got += new TextDecoder('latin1').decode(event.data);
    }
    return send;
  }

  /** Some words, when it can; the client ends. */
  speak(words: string, ends: boolean): Uint8Array {
    if (this.machine.status !== 'connected') return new Uint8Array(0);
    this.wrote += words;
    const sent = this.take(this.machine.write(utf8(words)));
    return ends ? concatAll([sent, this.take(this.machine.close())]) : sent;
  }
}

interface Options {
  readonly suites: typeof SUITES;
  readonly session: Session | undefined;
  readonly verify: boolean;
  readonly requestCertificate: boolean;
  /** Without it, Finished alone tells that a hello was changed. */
  readonly extendedMasterSecret: boolean;
  readonly encryptThenMac: boolean;
}

const sessions = memorySessions();
/** A flight of each number of another connection, to splice with. */
const others: Uint8Array[] = [];

/** Lets the two talk; flight `target` goes through `change`. Flights are numbered from 0, the client's even. */
function talk(
  seed: number,
  { suites, session, verify, requestCertificate, extendedMasterSecret, encryptThenMac }: Options,
  target: number,
  change: (flight: Uint8Array) => Uint8Array,
): Readonly<Record<Side, Witness>> {
  const client = new Witness((observe) =>
    createClient({
      anchors: [ANCHOR],
      host: 'bob.example',
      at: NOW,
      allowWeak: true,
      verify,
      suites,
      session,
      extendedMasterSecret,
      encryptThenMac,
      random: quickRandom(seed),
      observe,
    }),
  );
  const server = new Witness((observe) =>
    createServer({
      certificates: [CERTIFICATE],
      privateKey: LEAF.privateKey,
      sessions,
      suites,
      requestCertificate,
      random: quickRandom(seed + 1),
      observe,
    }),
  );
  let bytes = client.take(client.machine.start());
  for (let flight = 0; flight < 12; flight++) {
    const fromClient = flight % 2 === 0;
    others[flight] = bytes;
    if (flight === target) bytes = change(bytes);
    const receiver = fromClient ? server : client;
    const answer = receiver.take(receiver.machine.receive(bytes));
    const words =
      flight >= 2 && receiver.wrote.length < 20
        ? receiver.speak(`${flight} words`, flight >= 7)
        : new Uint8Array(0);
    bytes = concatAll([answer, words]);
    if (bytes.length === 0 && flight > target) break;
  }
  for (const { machine, take } of [client, server])
    take.call(machine === client.machine ? client : server, machine.end());
  return { client, server };
}

/** What must hold of one side whatever happened on the way. */
function complaints(me: Witness, peer: Witness): string[] {
  const found: string[] = [];
  const { machine, events } = me;
  const failures = events.filter(({ type }) => type === 'failed');
  const connected = events.some(({ type }) => type === 'connected');
  if (me.fatalAlerts > 1) found.push('more than one fatal alert');
  if (failures.length > 1) found.push('failed more than once');
  if ((machine.status === 'failed') !== (failures.length === 1)) found.push('status and events disagree');
  if (machine.status !== 'failed' && machine.status !== 'closed') found.push(`ended as ${machine.status}`);
  if (!peer.wrote.startsWith(me.got))
    found.push(`got ${JSON.stringify(me.got)} of ${JSON.stringify(peer.wrote)}`);
  if (!connected) {
    if (me.got !== '') found.push('data before the handshake was over');
    return found;
  }
  // Each message that was taken is one that the peer sent, in its order; HelloRequest apart, which nobody hashes.
  const heard = me.heard.filter((message) => message[0] !== 0);
  heard.forEach((message, i) => {
    if (String(message) !== String(peer.said[i])) found.push(`connected, but message ${i} is not the peer's`);
  });
  if (events.some(({ type }) => type === 'closed') && !peer.saidClose)
    found.push('closed without a word of the peer');
  const mine = machine.connection!;
  const theirs = peer.machine.connection;
  if (
    theirs &&
    (mine.suite !== theirs.suite ||
      mine.encryptThenMac !== theirs.encryptThenMac ||
      mine.extendedMasterSecret !== theirs.extendedMasterSecret)
  ) {
    found.push('the two agreed on different things');
  }
  return found;
}

const FULL: Options = {
  suites: SUITES,
  session: undefined,
  verify: true,
  requestCertificate: false,
  extendedMasterSecret: false,
  encryptThenMac: false,
};

function honest(options: Options): Session {
  const { client } = talk(1, options, -1, (flight) => flight);
  expect(client.events.map(({ type }) => type)).toContain('connected');
  return client.machine.connection!.session;
}

/** What flight is changed, how often, and in what kind of connection. */
const KINDS: readonly (readonly [what: string, target: number, count: number, options: Partial<Options>])[] =
  [
    ['ClientHello', 0, 18_000, { verify: false }],
    ["the server's first flight", 1, 12_000, {}],
    [
      "the server's first flight, a certificate asked for",
      1,
      4_000,
      { verify: false, requestCertificate: true },
    ],
    ["the client's second flight", 2, 18_000, { verify: false }],
    ["the server's Finished", 3, 8_000, { verify: false }],
    ['records of a client, in any suite', 4, 8_000, { verify: false }],
  ];
const RESUMED: readonly (readonly [what: string, target: number, count: number])[] = [
  ['ClientHello, resumed', 0, 6_000],
  ["the server's flight, resumed", 1, 10_000],
  ["the client's Finished, resumed", 2, 8_000],
  ['records of a server, resumed', 3, 4_000],
  ['records of a client, resumed', 4, 4_000],
];

let seed = 10;

function run(count: number, target: number, options: (dice: Dice) => Options): void {
  honest({ ...FULL, session: undefined });
  const wrong: string[] = [];
  let successes = 0;
  let changes = 0;
  for (let i = 0; i < count; i++) {
    seed += 2;
    const dice = makeDice(seed);
    let name = '';
    let changed = false;
    const other = others[dice(others.length)]!;
    const { client, server } = talk(seed, options(dice), target, (flight) => {
      const mutant = mutate(flight, dice, other);
      name = mutant.name;
      changed = String(mutant.bytes) !== String(flight);
      return mutant.bytes;
    });
    const found = [...complaints(client, server), ...complaints(server, client)];
    if (found.length > 0) wrong.push(`${seed}, ${name}: ${found.join('; ')}`);
    if (changed) changes++;
    else if (client.got !== '' && server.got !== '') successes++;
  }
  expect(wrong).toEqual([]);
  expect(changes).toBeGreaterThan(count * 0.8);
  // What is not changed works: so the others failed for a reason.
  expect(successes).toBeGreaterThan(0);
}

it('the figures add up', () => {
  expect([...KINDS, ...RESUMED].reduce((sum, [, , count]) => sum + count, 0)).toBe(100_000);
});

const inAnySuite = (dice: Dice) => [SUITES[dice(SUITES.length)]!];

it.each(KINDS)('%s', (_, target, count, changes) => {
  run(count, target, (dice) => ({
    ...FULL,
    ...changes,
    extendedMasterSecret: dice(2) === 1,
    encryptThenMac: dice(2) === 1,
    suites: target === 0 ? SUITES : inAnySuite(dice),
  }));
});

it.each(RESUMED)('%s', (_, target, count) => {
  const kept = new Map(SUITES.map((suite) => [suite, honest({ ...FULL, suites: [suite] })]));
  run(count, target, (dice) => {
    const suites = inAnySuite(dice);
    // A session whose connection failed is forgotten: it is put back.
    const session = kept.get(suites[0]!)!;
    sessions.store({ ...session, peerCertificates: [] });
    return { ...FULL, suites, session, encryptThenMac: dice(2) === 1 };
  });
});
