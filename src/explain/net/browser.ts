/** Alice's browser, as far as a lesson needs one: cookies, HSTS, redirects, and the roots it trusts. */
import { utf8 } from '../../bytes/index.ts';
import type { Host } from '../../net/host.ts';
import { CookieJar } from '../../net/http/cookie-jar.ts';
import { HstsStore } from '../../net/http/hsts.ts';
import { type HttpRequest, type HttpResponse, header, headerValues } from '../../net/http/message.ts';
import { redirectOf } from '../../net/http/redirect.ts';
import type { TlsMachine } from '../../tls/index.ts';
import type { Hops } from './hops.ts';
import { BOB } from './line.ts';
import type { Failure } from './tls-over-tcp.ts';

export interface BrowserOptions {
  readonly hops: Hops;
  readonly host: Host;
  /** A client's machine for each connection. */
  readonly tls: () => TlsMachine;
  /** Names that are visited over https:// from the first time on. */
  readonly preloaded?: readonly string[];
}

export interface Page {
  /** What stands in the address bar. */
  readonly url: URL;
  /** Undefined where there is none: TLS refused. */
  readonly response?: HttpResponse;
  readonly failure?: Failure;
}

/** What a form is sent as. */
export const FORM = { name: 'Content-Type', value: 'application/x-www-form-urlencoded' } as const;

const MOST_STEPS = 10;

export class Browser {
  readonly jar = new CookieJar();
  readonly hsts: HstsStore;
  readonly #options: BrowserOptions;

  constructor(options: BrowserOptions) {
    this.#options = options;
    this.hsts = new HstsStore(options.preloaded);
  }

  /** Opens a page, and those it redirects to; `form` is sent by POST. */
  open(wanted: URL, then: (page: Page) => void, form?: Readonly<Record<string, string>>): void {
    this.#step(wanted, form ? 'POST' : 'GET', form ? new URLSearchParams(form).toString() : '', 0, then);
  }

  #step(wanted: URL, method: string, body: string, steps: number, then: (page: Page) => void): void {
    const { hops, host, tls } = this.#options;
    const url = this.hsts.upgrade(wanted, hops.now);
    const secure = url.protocol === 'https:';
    hops.ask({
      host,
      address: BOB.address,
      port: secure ? 443 : 80,
      tls: secure ? tls : undefined,
      request: browserRequest(url, method, body, this.jar.field(url, hops.now)),
      onFailed: (failure) => then({ url, failure }),
      onAnswer: (response) => {
        for (const field of headerValues(response, 'Set-Cookie')) this.jar.set(url, field, hops.now);
        const policy = header(response, 'Strict-Transport-Security');
        if (policy !== undefined) this.hsts.note(url, policy, hops.now);
        const next = steps < MOST_STEPS ? redirectOf(url, method, response) : undefined;
        if (!next) then({ url, response });
        else this.#step(next.url, next.method, next.keepsBody ? body : '', steps + 1, then);
      },
    });
  }
}

/** What it sends for a page, or with a form: no more than a lesson needs. */
export function browserRequest(
  url: URL,
  method: string,
  body: string,
  cookie: string | undefined,
): HttpRequest {
  return {
    method,
    target: `${url.pathname}${url.search}`,
    version: 'HTTP/1.1',
    headers: [
      { name: 'Host', value: url.host },
      ...(method === 'POST' ? [FORM] : []),
      ...(cookie === undefined ? [] : [{ name: 'Cookie', value: cookie }]),
    ],
    body: utf8(body),
  };
}
