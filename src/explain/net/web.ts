/**
 * From the URL to the page: a name is looked up, TCP connects, TLS agrees on keys (or does not), Alice logs in at her bank,
 * and both say goodbye. Everything in real bytes, the same from the same seed.
 */
import { EPOCH_MICROS } from '../../net/capture/epoch.ts';
import type { CachedAddress } from '../../net/dns/resolve.ts';
import { encodeRequest, encodeResponse } from '../../net/http/encode.ts';
import type { HttpRequest } from '../../net/http/message.ts';
import { HttpReader } from '../../net/http/reader.ts';
import type { Hazards, SeenFrame } from '../../net/link.ts';
import type { Packet } from '../../net/wire/packet.ts';
import type { RandomSource } from '../../random/index.ts';
import { type Connection, createClient, createServer, DEFAULT_SUITES } from '../../tls/index.ts';
import type { Certificate } from '../../x509/index.ts';
import { keyLogLine } from '../tls/key-log-line.ts';
import { makeTlsParties, type Parties, type PartyKeys } from '../tls/parties.ts';
import { BANK, openBank, PASSWORD, USER } from './bank.ts';
import { BEGUN } from './bank-tls.ts';
import { type Line, openLine } from './line.ts';
import { cachesBefore, lookUp, openResolver } from './name-lookup.ts';
import type { Noted } from './noted.ts';
import { type StreamMark, StreamMarks } from './stream-marks.ts';
import { type PipeHandlers, plainOver, tlsOver } from './tls-over-tcp.ts';
import { type WebExchange, WebVisit } from './web-visit.ts';

export { BANK, PASSWORD, USER };

export type Scheme = 'http' | 'https';

export const PHASES = ['dns', 'tcp', 'tls', 'http', 'close'] as const;
export type Phase = (typeof PHASES)[number];

/** Rough weather: so that some of some thirty packets suffer. */
export const LOSSY: Partial<Hazards> = {
  loss: 0.1,
  duplicate: 0.05,
  reorder: 0.05,
  reorderDelay: 25_000,
  jitter: 2_000,
};

export interface WebPlan {
  readonly random: RandomSource;
  /** The keys of the root and of the bank: with them it is https. */
  readonly keys?: PartyKeys;
  readonly hazards?: Partial<Hazards>;
  /** The page that Alice wants after the log-in. */
  readonly path?: string;
  /** Who else comes to the line, before anything is sent. */
  readonly onLine?: (line: Line) => void;
}

export interface WebFrame {
  readonly seen: SeenFrame;
  readonly packet: Packet;
  readonly phase: Phase;
  /** Why it was sent again. */
  readonly again?: string;
  /** The messages that begin or go on in it. */
  readonly holds: readonly StreamMark[];
}

export interface PhaseCost {
  readonly phase: Phase;
  /** Microseconds on Alice's clock. */
  readonly time: number;
  readonly frames: number;
  readonly bytes: number;
  /** Of it the application's: HTTP's messages without anything around them. */
  readonly useful: number;
}

export interface WebLesson {
  readonly secure: boolean;
  readonly frames: readonly WebFrame[];
  readonly noted: readonly Noted[];
  readonly phases: readonly PhaseCost[];
  readonly exchanges: readonly WebExchange[];
  /** Which cache knew the address, the nearest first. */
  readonly known: CachedAddress | undefined;
  readonly cookie: string | undefined;
  readonly keyLog: string;
  readonly connection: Connection | undefined;
  readonly certificate: Certificate | undefined;
}

/** What the two programs share: the line with its clock, the papers of TLS if there is any, and whose bytes mean what. */
interface Stage {
  readonly random: RandomSource;
  readonly line: Line;
  readonly parties: Parties | undefined;
  readonly marks: Readonly<Record<'a' | 'b', StreamMarks>>;
  /** Seconds since 1970. */
  readonly now: () => number;
  /** A new phase begins. */
  readonly enter: (phase: Phase) => void;
}

/** Runs until both ends are silent. A line that gives up ends early. */
export function runWeb({ random, keys, hazards, path = '/account', onLine }: WebPlan): WebLesson {
  const parties = keys && makeTlsParties(keys, random.substream('authority'), BEGUN, BANK);
  let onDatagram: (packet: Packet) => void = () => {};
  const line = openLine({
    random,
    ...(hazards ? { hazards } : {}),
    alice: { onOther: (packet) => onDatagram(packet) },
  });
  const { clock, link } = line;
  const { phaseOf, begun, enter } = watchPhases(line);
  const marks = { a: new StreamMarks(), b: new StreamMarks() };
  const now = () => (EPOCH_MICROS + clock.now) / 1e6;
  const stage: Stage = { random, line, parties, marks, now, enter };

  listenAsBank(stage);
  const visit = new WebVisit({
    clock,
    now,
    scheme: parties ? 'https' : 'http',
    path,
    marks: marks.a,
    onBegin: () => enter('http'),
    onEnd: () => enter('close'),
  });
  const onPlain = (bytes: Uint8Array) => marks.a.plain(bytes);
  const tls: TlsRecord = { keyLog: '', connection: undefined };
  // The nearest cache that knows is the resolver's, so the question is sent.
  const known = cachesBefore(BANK, now()).find(BANK, now());
  openResolver(link, BANK);
  onLine?.(line);
  onDatagram = askForAddress(stage, (address) => {
    enter('tcp');
    if (parties) connectWithTls(stage, parties, address, visit, tls);
    else line.alice.connect(address, 80, plainOver(visit, onPlain));
  });
  clock.run();

  const frames = webFrames(line.noted, phaseOf, marks);
  return {
    secure: parties !== undefined,
    frames,
    noted: line.noted,
    phases: costs(line.noted, frames, begun, visit.exchanges),
    exchanges: visit.exchanges,
    known,
    cookie: visit.jar.cookies[0]?.value,
    ...tls,
    certificate: parties?.certificate,
  };
}

/** When each phase began, and which frames were sent in it. */
function watchPhases({ clock, link }: Line) {
  let phase: Phase = 'dns';
  const begun = new Map<Phase, number>([[phase, 0]]);
  const phaseOf = new Map<SeenFrame, Phase>();
  link.onFrame((seen) => phaseOf.set(seen, phase));
  const enter = (next: Phase) => {
    phase = next;
    begun.set(next, clock.now);
  };
  return { begun, phaseOf, enter };
}

/** Bob: the bank behind a socket that listens. */
function listenAsBank({ random, line, parties, marks, now }: Stage): void {
  const bank = openBank(random, { secure: parties !== undefined });
  const newHandlers = (reader = new HttpReader('request')): PipeHandlers => ({
    onData: (bytes, pipe) => {
      for (const message of reader.receive(bytes)) {
        const request = message as HttpRequest;
        const response = bank(request, now());
        const encoded = encodeResponse(response, request.method);
        marks.b.next(`${response.status} ${response.reason}`, encoded);
        pipe.send(encoded);
      }
    },
    onFinished: (pipe) => pipe.finish(),
  });
  line.bob.listen(parties ? 443 : 80, {
    onConnection: () => {
      if (!parties) return plainOver(newHandlers(), (bytes) => marks.b.plain(bytes));
      const server = createServer({
        certificates: [parties.certificate],
        privateKey: parties.privateKey,
        suites: DEFAULT_SUITES,
        random: random.substream('server'),
        observe: (happening) => marks.b.observe(happening),
      });
      return tlsOver(server, newHandlers());
    },
  });
}

/** Alice asks the resolver; gives what takes the datagrams that come to her. */
function askForAddress(
  { random, line }: Stage,
  onAddress: (address: string) => void,
): (packet: Packet) => void {
  const draw = random.substream('dns').bytes(4);
  return lookUp(line.clock, line.link, {
    name: BANK,
    id: draw[0]! * 256 + draw[1]!,
    // The port of a question is drawn as well: it makes false answers harder to place (RFC 5452).
    port: 49_152 + ((draw[2]! * 256 + draw[3]!) & 0x3fff),
    onAnswer: (address) => address !== undefined && onAddress(address),
  });
}

/** What is known of TLS once it has run. */
interface TlsRecord {
  keyLog: string;
  connection: Connection | undefined;
}

/** TCP, the handshake of TLS as soon as that is connected, and the visit once keys are agreed. */
function connectWithTls(
  { random, line, marks, enter }: Stage,
  parties: Parties,
  address: string,
  visit: WebVisit,
  record: TlsRecord,
): void {
  const client = createClient({
    anchors: [parties.root],
    host: BANK,
    at: BEGUN,
    suites: DEFAULT_SUITES,
    random: random.substream('client'),
    observe: (happening) => {
      marks.a.observe(happening);
      record.keyLog += keyLogLine(happening) ?? '';
    },
  });
  const tls = tlsOver(client, {
    onData: visit.onData,
    onOpen: (pipe) => {
      record.connection = client.connection;
      visit.onOpen(pipe);
    },
  });
  line.alice.connect(address, 443, {
    ...tls,
    onConnected: (socket) => {
      enter('tls');
      tls.onConnected?.(socket);
    },
  });
}

/** Each frame with what its part of the stream holds. */
function webFrames(
  noted: readonly Noted[],
  phaseOf: ReadonlyMap<SeenFrame, Phase>,
  marks: Readonly<Record<'a' | 'b', StreamMarks>>,
): WebFrame[] {
  const first: { a?: number; b?: number } = {};
  return noted.flatMap((one) => {
    if (one.kind !== 'frame') return [];
    const { seen, packet, again } = one;
    const { tcp } = packet;
    if (tcp) first[seen.from] ??= tcp.seq;
    const offset = tcp ? (tcp.seq - first[seen.from]! - 1) >>> 0 : 0;
    const holds = tcp && tcp.payload.length > 0 ? marks[seen.from].within(offset, tcp.payload.length) : [];
    const of = phaseOf.get(seen) ?? 'dns';
    return [{ seen, packet, phase: of, holds, ...(again === undefined ? {} : { again }) }];
  });
}

function costs(
  noted: readonly Noted[],
  frames: readonly WebFrame[],
  begun: ReadonlyMap<Phase, number>,
  exchanges: readonly WebExchange[],
): PhaseCost[] {
  const over = noted.find((one) => one.kind === 'state' && one.who === 'alice' && one.to === 'TIME-WAIT');
  const end = over?.time ?? frames.at(-1)?.seen.time ?? 0;
  const present = PHASES.filter((phase) => begun.has(phase));
  return present.map((phase, i) => {
    const own = frames.filter((frame) => frame.phase === phase);
    const until = i + 1 < present.length ? begun.get(present[i + 1]!)! : end;
    const spoken = phase === 'http' ? exchanges : [];
    return {
      phase,
      time: until - begun.get(phase)!,
      frames: own.length,
      bytes: own.reduce((sum, { seen }) => sum + seen.frame.length, 0),
      useful: spoken.reduce(
        (sum, { request, response }) =>
          sum + encodeRequest(request).length + encodeResponse(response, request.method).length,
        0,
      ),
    };
  });
}
