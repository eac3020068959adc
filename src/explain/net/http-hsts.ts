/**
 * Before TLS comes the way to it: Alice types a name, her browser asks in the clear, and only the answer sends it to https://.
 * Whoever stands on the line answers first (SSL stripping), unless the browser knows not to ask (RFC 6797).
 */
import { fromUtf8, utf8 } from '../../bytes/index.ts';
import { formatSetCookie, parseCookie, parseSetCookie } from '../../net/http/cookie.ts';
import { type HttpRequest, type HttpResponse, header } from '../../net/http/message.ts';
import { redirectToHttps } from '../../net/http/redirect.ts';
import type { RandomSource } from '../../random/index.ts';
import type { MessageKey } from '../../trace/index.ts';
import type { PartyKeys } from '../tls/parties.ts';
import { BANK, openBank, PASSWORD, USER } from './bank.ts';
import { BankTls } from './bank-tls.ts';
import { Browser, type Page } from './browser.ts';
import { type HopLesson, type HopScene, Hops } from './hops.ts';
import { BOB, openLine } from './line.ts';
import { answerForTheBank, openHackersHost } from './middle.ts';

export interface HstsPlan {
  readonly random: RandomSource;
  readonly keys: PartyKeys;
  /** Which visit is watched; before the second one the hacker is away. */
  readonly visit: 'first' | 'second';
  /** Whether the bank sends Strict-Transport-Security. */
  readonly hsts: boolean;
  /** Whether the name came with the browser. */
  readonly preload: boolean;
  readonly hacker: boolean;
}

export interface HstsFacts {
  readonly visit: 'first' | 'second';
  readonly bankSendsHsts: boolean;
  readonly preloaded: boolean;
  readonly hacker: boolean;
  /** Whether the browser knew, when Alice typed the name. */
  readonly known: boolean;
  /** What came from Alice in the clear during that visit. */
  readonly clearRequests: number;
  /** What the hacker read; null: nothing. */
  readonly passwordRead: string | null;
  readonly cookieRead: string | null;
  readonly addressBar: string;
  readonly status: number;
}

/** The watched visit is the second: this much later, in microseconds. */
const LATER = 3_600_000_000;

/** One visit, watched. */
export function runHsts(plan: HstsPlan): HopScene & { readonly facts: HstsFacts } {
  const { random, keys, visit, hsts, preload, hacker } = plan;
  const line = openLine({ random });
  const hops = new Hops(line);
  const tls = new BankTls(keys, random.substream('tls'));
  const bank = openBank(random, { secure: true, hsts });
  hops.serve({
    host: line.bob,
    as: 'bank',
    port: 80,
    answer: (request, reply) => reply(redirectToHttps(request)),
  });
  hops.serve({
    host: line.bob,
    as: 'bank',
    port: 443,
    tls: () => tls.server(),
    answer: (request, reply) => reply(bank(request, hops.now)),
  });
  const browser = new Browser({
    hops,
    host: line.alice,
    tls: () => tls.client(),
    preloaded: preload ? [BANK] : [],
  });

  const read: HttpRequest[] = [];
  let known = false;
  let page: Page | undefined;
  const typed = (path: string) => new URL(`http://${BANK}${path}`);
  const watched = () => {
    if (visit === 'second') hops.say('hsts.visit.watched', {});
    if (hacker) standBetween((request) => read.push(request));
    known = browser.hsts.covers(BANK, hops.now);
    browser.open(typed('/login'), ({ url }) =>
      browser.open(
        url,
        (last) => {
          page = last;
        },
        { user: USER, password: PASSWORD },
      ),
    );
  };
  const standBetween = (reads: (request: HttpRequest) => void) => {
    const own = openHackersHost(line, random);
    hops.serve({
      host: answerForTheBank(line, random, [80]),
      as: 'hacker',
      port: 80,
      answer: (request, reply) => {
        reads(request);
        hops.ask({
          host: own,
          address: BOB.address,
          port: 443,
          tls: () => tls.client(),
          request,
          onAnswer: (response) => reply(stripped(response)),
        });
      },
    });
  };
  line.clock.at(0, () => {
    if (visit === 'first') watched();
    else {
      hops.say('hsts.visit.before', {});
      browser.open(typed('/'), () => {});
    }
  });
  if (visit === 'second') line.clock.at(LATER, watched);
  line.clock.run();

  const since = visit === 'first' ? 0 : LATER;
  const clear = hops.list.filter(
    (hop) => hop.kind === 'message' && hop.time >= since && hop.from === 'alice' && !hop.secure,
  );
  const facts: HstsFacts = {
    visit,
    bankSendsHsts: hsts,
    preloaded: preload,
    hacker,
    known,
    clearRequests: clear.length,
    passwordRead: passwordIn(read),
    cookieRead: cookieIn(read),
    addressBar: page?.url.href ?? '',
    status: page?.response?.status ?? 0,
  };
  return {
    title: hacker ? `hsts.title.${visit}` : 'hsts.title.honest',
    noted: line.noted,
    frames: line.frames,
    hops: hops.list,
    hacker,
    keyLog: tls.keyLog,
    facts,
  };
}

/** The first visit, and one after an undisturbed one: the same attack on both. */
export function runHstsLesson(random: RandomSource, keys: PartyKeys): HopLesson {
  const always = { keys, hsts: true, preload: false, hacker: true } as const;
  // Numbers of its own each: one capture holds both.
  const first = runHsts({ ...always, random: random.substream('first'), visit: 'first' });
  const second = runHsts({ ...always, random: random.substream('second'), visit: 'second' });
  const facts = { first: first.facts, second: second.facts };
  const asTold = first.facts.passwordRead !== null && second.facts.passwordRead === null;
  return {
    name: 'http-hsts',
    scenes: [first, second],
    facts,
    learned: asTold ? 'hsts.learned.both' : learnedOf(second.facts),
    values: { password: first.facts.passwordRead ?? '' },
  };
}

/** One case alone. */
export function runHstsCase(plan: HstsPlan): HopLesson {
  const scene = runHsts(plan);
  const { facts } = scene;
  return {
    name: 'http-hsts',
    scenes: [scene],
    facts: { ...facts },
    learned: learnedOf(facts),
    values: { password: facts.passwordRead ?? '', url: facts.addressBar },
  };
}

function learnedOf(facts: HstsFacts): MessageKey {
  const { hacker, passwordRead, clearRequests, preloaded, bankSendsHsts } = facts;
  if (passwordRead !== null) return bankSendsHsts ? 'hsts.learned.first' : 'hsts.learned.never';
  if (clearRequests > 0) return 'hsts.learned.gap';
  if (preloaded) return 'hsts.learned.preload';
  return hacker ? 'hsts.learned.remembered' : 'hsts.learned.known';
}

/** Without what would lead Alice to https://, and with cookies that travel in the clear. */
function stripped(response: HttpResponse): HttpResponse {
  const plain = (text: string) => text.replaceAll('https://', 'http://');
  const headers = response.headers.flatMap(({ name, value }) => {
    const lower = name.toLowerCase();
    if (lower === 'strict-transport-security') return [];
    if (lower === 'content-length') return [];
    if (lower === 'location') return [{ name, value: plain(value) }];
    if (lower !== 'set-cookie') return [{ name, value }];
    return [{ name, value: formatSetCookie({ ...parseSetCookie(value), secure: false }) }];
  });
  return { ...response, headers, body: utf8(plain(fromUtf8(response.body))) };
}

function passwordIn(requests: readonly HttpRequest[]): string | null {
  const found = requests.map(({ body }) => new URLSearchParams(fromUtf8(body)).get('password'));
  return found.find((password) => password !== null) ?? null;
}

function cookieIn(requests: readonly HttpRequest[]): string | null {
  const pairs = requests.flatMap((request) => parseCookie(header(request, 'Cookie') ?? ''));
  return pairs.find(({ name }) => name === 'session')?.value ?? null;
}
