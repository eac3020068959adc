/**
 * Runs a TLS 1.2 handshake with exactly one thing wrong, by name, and the same one with nothing wrong: who notices, on which
 * message, with which alert. Everything is run; what should come of it stands in `rules.ts`.
 */
import { concatAll, equalConstantTime, utf8 } from '../../bytes/index.ts';
import { CryptoError, orList } from '../../errors.ts';
import type { PrivateKey } from '../../keys/index.ts';
import { type RandomSource, systemRandom } from '../../random/index.ts';
import { generateKey } from '../../rsa/index.ts';
import { type CipherSuite, DEFAULT_SUITES } from '../../tls/index.ts';
import { type FaultName, type FaultOptions, makeFault } from '../../x509/index.ts';
import { type Conversation, converse, type Notice } from '../tls-wire/conversation.ts';
import { RULES, type TlsFaultRule, WEAK_SUITE } from './rules.ts';

export type TlsFaultName = keyof typeof RULES;

/** In the order in which the messages come that are wrong. */
export const TLS_FAULT_NAMES = Object.keys(RULES) as readonly TlsFaultName[];

export interface TlsFaultOptions {
  readonly random?: RandomSource;
  /** What both sides offer and take; `DEFAULT_SUITES` where not given. */
  readonly suites?: readonly CipherSuite[];
  /** False where not given: a changed hello is then noticed by Finished alone, as RFC 5246 has it. */
  readonly extendedMasterSecret?: boolean;
  readonly encryptThenMac?: boolean;
  /** Where keys come from that are not to be made here. */
  readonly keyOf?: KeyOf;
}

export interface TlsFaultRun {
  readonly name: TlsFaultName;
  readonly place: TlsFaultRule['place'];
  readonly clause: string;
  readonly faulty: Conversation;
  /** The same two, and nothing wrong. */
  readonly sound: Conversation;
  readonly expected: Pick<Notice, 'by' | 'at' | 'alert'>;
  /** Whether it was noticed as it must be, and without the fault all went well. */
  readonly asExpected: boolean;
}

/** The clock of the demonstration stands still, so that a seed gives the same every day. */
const AT = new Date('2026-06-01T12:00:00Z');
const HOST = 'bob.example';

/** What the client orders and the server answers: a record for each line. */
const REQUEST = ['PAY 100 TO BOB\r\n', 'THAT IS ALL\r\n'].map(utf8);
const ANSWER = ['PAID 100 TO BOB\r\n', 'BALANCE 900\r\n'].map(utf8);

/** What is to be known about a fault before it is run. `bad-argument` for a name that is none of `TLS_FAULT_NAMES`. */
export function tlsFaultFacts(
  name: TlsFaultName,
): Pick<TlsFaultRule, 'place' | 'by' | 'at' | 'alert' | 'clause'> {
  const { place, by, at, alert, clause } = ruleOf(name);
  return { place, by, at, alert, clause };
}

/** Three or four keys of 2048 bits are made: half a second. `bad-argument` for a name that is none of `TLS_FAULT_NAMES`. */
export function runTlsFault(name: TlsFaultName, options: TlsFaultOptions = {}): TlsFaultRun {
  const rule: TlsFaultRule = ruleOf(name);
  const { random = systemRandom, extendedMasterSecret = false, encryptThenMac = false } = options;
  const { suites = DEFAULT_SUITES } = options;
  const keyOf = remembering(options.keyOf ?? makeKey(random));
  const chainNamed = (wanted: FaultName) => makeFault(wanted, { random, at: AT, keyOf });

  const talk = (chain: FaultName, meddles: boolean) => {
    const { root, chain: certificates, leafKey } = chainNamed(chain);
    const common = {
      suites: rule.takesWeak ? [...suites, WEAK_SUITE] : suites,
      extendedMasterSecret,
      encryptThenMac,
      random,
    };
    const world = { swapped: () => chainNamed('swapped-key').leaf, random: random.substream('meddler') };
    return converse({
      client: { ...common, anchors: [root], host: HOST, at: AT },
      server: { ...common, certificates, privateKey: leafKey },
      request: REQUEST,
      answer: ANSWER,
      meddle: meddles ? rule.meddle?.(world) : undefined,
    });
  };
  const faulty = talk(rule.chain ?? 'good', true);
  const sound = talk('good', false);
  const { by, at, place, clause } = rule;
  const alert = (extendedMasterSecret && rule.alertWithEms) || rule.alert;
  const expected = { by, at, alert };
  return {
    name,
    place,
    clause,
    faulty,
    sound,
    expected,
    asExpected: isNoticed(faulty.notice, expected) && wentWell(sound),
  };
}

function ruleOf(name: TlsFaultName): TlsFaultRule {
  if (Object.hasOwn(RULES, name)) return RULES[name];
  throw new CryptoError(
    'bad-argument',
    `name: expected ${orList(TLS_FAULT_NAMES)}, got ${JSON.stringify(name)}`,
  );
}

function isNoticed(notice: Notice | undefined, { by, at, alert }: TlsFaultRun['expected']): boolean {
  return notice !== undefined && notice.by === by && notice.at === at && notice.alert === alert;
}

/** Both have read all of it, and said goodbye. */
function wentWell({ sides: { client, server }, notice }: Conversation): boolean {
  return (
    notice === undefined &&
    client.closed &&
    equalConstantTime(server.read, concatAll(REQUEST)) &&
    equalConstantTime(client.read, concatAll(ANSWER))
  );
}

type KeyOf = NonNullable<FaultOptions['keyOf']>;

/** The chains of both runs are made of the same keys. */
function remembering(make: KeyOf): KeyOf {
  const keys = new Map<string, PrivateKey>();
  return (role, bits) => {
    const key = keys.get(role) ?? make(role, bits);
    keys.set(role, key);
    return key;
  };
}

function makeKey(random: RandomSource): KeyOf {
  return (role, bits) => ({
    algorithm: 'rsa',
    rsa: generateKey(bits, { random: random.substream(`fault.${role}`) }),
  });
}
