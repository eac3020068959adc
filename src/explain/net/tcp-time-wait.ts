/** The two reasons for TIME-WAIT (RFC 9293, 3.6.1 and RFC 1337), each run with it and without. */
import { fromUtf8, utf8 } from '../../bytes/index.ts';
import { CryptoError } from '../../errors.ts';
import { FIN, parsePacket } from '../../net/index.ts';
import { LINUX } from '../../net/tcp/profile.ts';
import type { RandomSource } from '../../random/index.ts';
import { type NetLesson, type Repeat, repeatsIn, resetsIn } from './lesson.ts';
import { ALICE, BOB, type Line, openLine } from './line.ts';
import { loseFirst } from './lose.ts';
import { asDelays } from './noted.ts';

const PORT = 443;
const CLOSES = 100_000;
const WITHOUT = { ...LINUX, timeWait: 0 };

/** The last ACK is lost, and Bob repeats his FIN. */
/** Of one run with TIME-WAIT, and of one without. */
export interface BothFacts<Facts> {
  readonly withTimeWait: Facts;
  readonly without: Facts;
}

export function runLastAckLost(
  random: RandomSource,
): NetLesson<BothFacts<{ readonly repeats: readonly Repeat[]; readonly resets: number }>> {
  const withWait = loseLastAck(random, true);
  // Ports of its own, so that one capture can hold both.
  const without = loseLastAck(random.substream('without'), false);
  return {
    name: 'close-lose-last-ack',
    scenes: [
      { ...withWait.line, title: 'tcp.close.withWait' },
      { ...without.line, title: 'tcp.close.withoutWait' },
    ],
    facts: { withTimeWait: withWait.facts, without: without.facts },
    learned: 'tcp.close.learned.last-ack',
    values: { resets: String(without.facts.resets) },
  };
}

function loseLastAck(random: RandomSource, waits: boolean) {
  const line = openLine({ random, ...(waits ? {} : { alice: { profile: WITHOUT } }) });
  line.bob.listen(PORT, { onConnection: () => ({ onFinished: (socket) => socket.close() }) });
  const alice = line.alice.connect(BOB.address, PORT);
  line.clock.at(CLOSES, () => alice.close());
  let bobFinished = false;
  loseFirst(line.link, ({ flags }, towards) => {
    if (towards === ALICE.end && (flags & FIN) !== 0) bobFinished = true;
    return bobFinished && towards === BOB.end;
  });
  line.clock.run();
  return { line, facts: { repeats: repeatsIn(line.noted), resets: resetsIn(line.frames) } };
}

const AGAIN = 400_000;
const ORDER = 'PAY 100\n';

/** The same ports again at once, and then an old duplicate. Alice's numbers begin where they began before. */
export function runReusePort(
  random: RandomSource,
): NetLesson<BothFacts<{ readonly refused: boolean; readonly payments: number }>> {
  const withWait = reusePort(random, true);
  const without = reusePort(random, false);
  return {
    name: 'close-reuse-port',
    scenes: [
      { ...withWait.line, noted: asDelays(withWait.line.noted), title: 'tcp.close.withWait' },
      { ...without.line, noted: asDelays(without.line.noted), title: 'tcp.close.withoutWait' },
    ],
    facts: { withTimeWait: withWait.facts, without: without.facts },
    learned: 'tcp.close.learned.reuse',
    values: { payments: String(without.facts.payments) },
  };
}

function reusePort(random: RandomSource, waits: boolean) {
  // Different ports in the two runs, so that one capture can hold both.
  const localPort = waits ? 40_000 : 40_001;
  const alices = { isn: () => 1000, ...(waits ? {} : { profile: WITHOUT }) };
  const line = openLine({ random, alice: alices, bob: { isn: () => 5000 } });
  let payments = 0;
  line.bob.listen(PORT, {
    onConnection: () => ({
      onData: (bytes) => {
        if (fromUtf8(bytes) === ORDER) payments++;
      },
      onFinished: (socket) => socket.close(),
    }),
  });
  let copy: Uint8Array | undefined;
  line.link.addTap({
    see(frame) {
      if (parsePacket(frame).tcp?.payload.length) copy ??= frame;
      return 'pass';
    },
  });
  const first = line.alice.connect(BOB.address, PORT, {
    localPort,
    onConnected: (socket) => void socket.send(utf8(ORDER)),
  });
  line.clock.at(CLOSES, () => first.close());
  let refused = false;
  line.clock.at(AGAIN, () => {
    refused = !connectsAgain(line, localPort);
  });
  line.clock.at(AGAIN + 100_000, () => {
    line.say('hacker', 'tcp.close.duplicate', {});
    if (copy) line.link.inject(BOB.end, copy);
  });
  line.clock.run();
  if (payments > 1) line.say('bob', 'tcp.close.loop', {});
  return { line, facts: { refused, payments } };
}

function connectsAgain(line: Line, localPort: number): boolean {
  try {
    line.alice.connect(BOB.address, PORT, { localPort });
    return true;
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    line.say('alice', 'tcp.close.refused', {});
    return false;
  }
}
