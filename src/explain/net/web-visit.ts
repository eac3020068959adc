/** Alice's browser over one connection: the log-in page, the log-in, where that leads, and the page that she wants. */
import type { VirtualClock } from '../../net/clock.ts';
import { CookieJar } from '../../net/http/cookie-jar.ts';
import { encodeRequest } from '../../net/http/encode.ts';
import { type HttpRequest, type HttpResponse, headerValues } from '../../net/http/message.ts';
import { HttpReader } from '../../net/http/reader.ts';
import { redirectOf } from '../../net/http/redirect.ts';
import { BANK, PASSWORD, USER } from './bank.ts';
import { browserRequest } from './browser.ts';
import type { StreamMarks } from './stream-marks.ts';
import type { Pipe, PipeHandlers } from './tls-over-tcp.ts';

export interface WebExchange {
  readonly request: HttpRequest;
  readonly response: HttpResponse;
  /** When the last byte of the request left, and of the answer came, on Alice's side. */
  readonly sent: number;
  readonly came: number;
}

export interface WebVisitPlan {
  readonly clock: VirtualClock;
  /** Seconds since 1970. */
  readonly now: () => number;
  readonly scheme: 'http' | 'https';
  /** The page that Alice wants after the log-in. */
  readonly path: string;
  readonly marks: StreamMarks;
  /** Before the first request, and before the close. */
  readonly onBegin: () => void;
  readonly onEnd: () => void;
}

export class WebVisit implements PipeHandlers {
  readonly exchanges: WebExchange[] = [];
  readonly jar = new CookieJar();
  readonly #plan: WebVisitPlan;
  readonly #reader = new HttpReader('response');
  #url: URL;
  /** Whether the page she wants, another than where the log-in leads, was asked for. */
  #opened = false;
  #pending: { readonly request: HttpRequest; readonly sent: number } | undefined;

  constructor(plan: WebVisitPlan) {
    this.#plan = plan;
    this.#url = new URL(`${plan.scheme}://${BANK}/login`);
  }

  readonly onOpen = (pipe: Pipe): void => {
    this.#plan.onBegin();
    this.#ask(pipe, 'GET');
  };

  readonly onData = (bytes: Uint8Array, pipe: Pipe): void => {
    for (const message of this.#reader.receive(bytes)) this.#answered(message as HttpResponse, pipe);
  };

  #ask(pipe: Pipe, method: 'GET' | 'POST', body = ''): void {
    const { clock, now, marks } = this.#plan;
    const url = this.#url;
    const cookie = this.jar.field(url, now());
    const request = browserRequest(url, method, body, cookie);
    this.#reader.asked(method);
    this.#pending = { request, sent: clock.now };
    const encoded = encodeRequest(request);
    marks.next(`${method} ${request.target}`, encoded);
    pipe.send(encoded);
  }

  #answered(response: HttpResponse, pipe: Pipe): void {
    const { clock, now, path, onEnd } = this.#plan;
    const url = this.#url;
    const asked = this.#pending!;
    this.exchanges.push({ ...asked, response, came: clock.now });
    for (const field of headerValues(response, 'Set-Cookie')) this.jar.set(url, field, now());
    const step = redirectOf(url, asked.request.method, response);
    if (step) {
      this.#url = step.url;
      this.#ask(pipe, 'GET');
    } else if (this.exchanges.length === 1) {
      this.#ask(pipe, 'POST', new URLSearchParams({ user: USER, password: PASSWORD }).toString());
    } else if (!this.#opened && `${url.pathname}${url.search}` !== path) {
      this.#opened = true;
      this.#url = new URL(url.origin + path);
      this.#ask(pipe, 'GET');
    } else {
      onEnd();
      pipe.finish();
    }
  }
}
