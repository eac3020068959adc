/**
 * From the URL to the page: a name is looked up, TCP connects, TLS agrees on keys (or does not), Alice logs in at her bank,
 * and both say goodbye. Everything in real bytes, the same from the same seed.
 */
import { utf8 } from '../../bytes/index.ts';
import { EPOCH_MICROS } from '../../net/capture/epoch.ts';
import { CookieJar } from '../../net/http/cookie-jar.ts';
import { encodeRequest, encodeResponse } from '../../net/http/encode.ts';
import { type HttpRequest, type HttpResponse, headerValues } from '../../net/http/message.ts';
import { HttpReader } from '../../net/http/reader.ts';
import { redirectOf } from '../../net/http/redirect.ts';
import { SessionStore } from '../../net/http/session.ts';
import { createBank } from '../../net/http/site.ts';
import type { Hazards, SeenFrame } from '../../net/link.ts';
import type { Packet } from '../../net/wire/packet.ts';
import type { RandomSource } from '../../random/index.ts';
import { type Connection, createClient, createServer, DEFAULT_SUITES } from '../../tls/index.ts';
import type { Certificate } from '../../x509/index.ts';
import { keyLogLine } from '../tls/key-log-line.ts';
import { makeTlsParties, type PartyKeys } from '../tls/parties.ts';
import { BANK, PASSWORD, USER } from './bank.ts';
import { type Line, openLine } from './line.ts';
import { lookUp, openResolver } from './name-lookup.ts';
import type { Noted } from './noted.ts';
import { type StreamMark, StreamMarks } from './stream-marks.ts';
import { type Pipe, plainOver, tlsOver } from './tls-over-tcp.ts';

export { BANK, PASSWORD, USER };

/** Seconds on Alice's and Bob's clocks are the capture's. */
const EPOCH_SECONDS = EPOCH_MICROS / 1e6;

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

export interface WebExchange {
  readonly request: HttpRequest;
  readonly response: HttpResponse;
  /** When the last byte of the request left, and of the answer came, on Alice's side. */
  readonly sent: number;
  readonly came: number;
}

export interface WebLesson {
  readonly secure: boolean;
  readonly frames: readonly WebFrame[];
  readonly noted: readonly Noted[];
  readonly phases: readonly PhaseCost[];
  readonly exchanges: readonly WebExchange[];
  readonly cookie: string | undefined;
  readonly keyLog: string;
  readonly connection: Connection | undefined;
  readonly certificate: Certificate | undefined;
}

/** Runs until both ends are silent. A line that gives up ends early. */
export function runWeb({ random, keys, hazards, path = '/account', onLine }: WebPlan): WebLesson {
  const secure = keys !== undefined;
  const at = new Date(EPOCH_MICROS / 1000);
  const parties = keys && makeTlsParties(keys, random.substream('authority'), at, BANK);
  let onDatagram: (packet: Packet) => void = () => {};
  const line = openLine({
    random,
    ...(hazards ? { hazards } : {}),
    alice: { onOther: (packet) => onDatagram(packet) },
  });
  const { clock, link, alice, bob } = line;

  let phase: Phase = 'dns';
  const begun = new Map<Phase, number>([['dns', 0]]);
  const enter = (next: Phase) => {
    phase = next;
    begun.set(next, clock.now);
  };
  const phaseOf = new Map<SeenFrame, Phase>();
  link.onFrame((seen) => phaseOf.set(seen, phase));

  const marks = { a: new StreamMarks(), b: new StreamMarks() };
  let keyLog = '';
  const now = () => EPOCH_SECONDS + clock.now / 1e6;

  // Bob: the bank.
  const bank = createBank({
    users: new Map([[USER, PASSWORD]]),
    sessions: new SessionStore<string>(random.substream('sessions')),
    secure,
  });
  bob.listen(secure ? 443 : 80, {
    onConnection: () => {
      const reader = new HttpReader('request');
      const handlers = {
        onData: (bytes: Uint8Array, pipe: Pipe) => {
          for (const message of reader.receive(bytes)) {
            const request = message as HttpRequest;
            const response = bank(request, now());
            const encoded = encodeResponse(response, request.method);
            marks.b.next(`${response.status} ${response.reason}`, encoded);
            pipe.send(encoded);
          }
        },
        onFinished: (pipe: Pipe) => pipe.finish(),
      };
      if (!parties) return plainOver(handlers, (bytes) => marks.b.plain(bytes));
      const server = createServer({
        certificates: [parties.certificate],
        privateKey: parties.privateKey,
        suites: DEFAULT_SUITES,
        random: random.substream('server'),
        observe: (happening) => marks.b.observe(happening),
      });
      return tlsOver(server, handlers);
    },
  });

  // Alice: the browser.
  const jar = new CookieJar();
  const exchanges: WebExchange[] = [];
  const reader = new HttpReader('response');
  let url = new URL(`${secure ? 'https' : 'http'}://${BANK}/login`);
  /** Whether the page she wants, another than where the log-in leads, was asked for. */
  let opened = false;
  let pending: { readonly request: HttpRequest; readonly sent: number } | undefined;
  const ask = (pipe: Pipe, method: 'GET' | 'POST', body = '') => {
    const cookie = jar.field(url, now());
    const request: HttpRequest = {
      method,
      target: `${url.pathname}${url.search}`,
      version: 'HTTP/1.1',
      headers: [
        { name: 'Host', value: url.host },
        ...(body === '' ? [] : [{ name: 'Content-Type', value: 'application/x-www-form-urlencoded' }]),
        ...(cookie === undefined ? [] : [{ name: 'Cookie', value: cookie }]),
      ],
      body: utf8(body),
    };
    reader.asked(method);
    pending = { request, sent: clock.now };
    const encoded = encodeRequest(request);
    marks.a.next(`${method} ${request.target}`, encoded);
    pipe.send(encoded);
  };
  const answered = (response: HttpResponse, pipe: Pipe) => {
    exchanges.push({ ...pending!, response, came: clock.now });
    for (const field of headerValues(response, 'Set-Cookie')) jar.set(url, field, now());
    const { method } = pending!.request;
    const step = redirectOf(url, method, response);
    if (step) {
      url = step.url;
      ask(pipe, 'GET');
    } else if (exchanges.length === 1) {
      ask(pipe, 'POST', new URLSearchParams({ user: USER, password: PASSWORD }).toString());
    } else if (!opened && `${url.pathname}${url.search}` !== path) {
      opened = true;
      url = new URL(url.origin + path);
      ask(pipe, 'GET');
    } else {
      enter('close');
      pipe.finish();
    }
  };
  const handlers = {
    onOpen: (pipe: Pipe) => {
      enter('http');
      ask(pipe, 'GET');
    },
    onData: (bytes: Uint8Array, pipe: Pipe) => {
      for (const message of reader.receive(bytes)) answered(message as HttpResponse, pipe);
    },
  };
  let connection: Connection | undefined;
  const connect = (address: string) => {
    enter('tcp');
    if (!parties) {
      alice.connect(
        address,
        80,
        plainOver(handlers, (bytes) => marks.a.plain(bytes)),
      );
      return;
    }
    const client = createClient({
      anchors: [parties.root],
      host: BANK,
      at,
      suites: DEFAULT_SUITES,
      random: random.substream('client'),
      observe: (happening) => {
        marks.a.observe(happening);
        keyLog += keyLogLine(happening) ?? '';
      },
    });
    const tls = tlsOver(client, {
      ...handlers,
      onOpen: (pipe) => {
        connection = client.connection;
        handlers.onOpen(pipe);
      },
    });
    alice.connect(address, 443, {
      ...tls,
      onConnected: (socket) => {
        enter('tls');
        tls.onConnected?.(socket);
      },
    });
  };
  openResolver(link, BANK);
  onLine?.(line);
  const draw = random.substream('dns').bytes(4);
  onDatagram = lookUp(clock, link, {
    name: BANK,
    id: draw[0]! * 256 + draw[1]!,
    // The port of a question is drawn as well: it makes false answers harder to place (RFC 5452).
    port: 49_152 + ((draw[2]! * 256 + draw[3]!) & 0x3fff),
    onAnswer: (address) => address !== undefined && connect(address),
  });
  clock.run();

  const frames = webFrames(line.noted, phaseOf, marks);
  return {
    secure,
    frames,
    noted: line.noted,
    phases: costs(line.noted, frames, begun, exchanges),
    exchanges,
    cookie: jar.cookies[0]?.value,
    keyLog,
    connection,
    certificate: parties?.certificate,
  };
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
