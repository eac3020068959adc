/** Node's own HTTP server on decrypted streams: it never sees that they are ours. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Lang, message } from '../../trace/index.ts';
import type { Service } from './conversation.ts';
import type { Visit } from './listener.ts';
import { connectionPage } from './page.ts';

/** The language where a visitor does not say which; `subject` is whose certificate the server shows. */
export interface WwwOptions {
  readonly lang: Lang;
  readonly subject: string;
}

export function openWww(options: WwwOptions): Service {
  const visits = new WeakMap<object, { readonly visit: Visit; requests: number }>();
  const server: Server = createServer((request, response) => {
    const found = visits.get(request.socket);
    const connection = found?.visit.stream.connection;
    if (!found || !connection) return void response.destroy();
    found.visit.touch();
    response.on('finish', found.visit.touch);
    const lang = chosenLang(request, options.lang);
    answer(request, response, lang, () =>
      connectionPage(lang, {
        visit: found.visit,
        connection,
        request: ++found.requests,
        subject: options.subject,
      }),
    );
  });
  // Who is idle is the business of those who gave us the stream.
  server.keepAliveTimeout = 0;
  server.on('clientError', refuse);
  return {
    serve(visit) {
      visits.set(visit.stream, { visit, requests: 0 });
      server.emit('connection', visit.stream);
    },
  };
}

function answer(request: IncomingMessage, response: ServerResponse, lang: Lang, page: () => string): void {
  request.resume(); // a body, if there is one, is of no interest
  const { pathname } = locationOf(request);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    reply(response, 405, 'text/plain; charset=utf-8', `${message(lang, 'tls.page.getOnly')}\n`, {
      Allow: 'GET, HEAD',
    });
  } else if (pathname !== '/') {
    reply(response, 404, 'text/plain; charset=utf-8', `${message(lang, 'tls.page.notFound')}\n`);
  } else reply(response, 200, 'text/html; charset=utf-8', page());
}

/** What is no HTTP is answered too, and the connection closed in order: Node would cut it off, without close_notify. */
function refuse(error: NodeJS.ErrnoException, stream: Duplex): void {
  // What ended the stream itself was told already; and after the answer nothing more is heard.
  if (!stream.writable) return;
  const status =
    error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function reply(
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  more: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    ...more,
  });
  response.end(body);
}

function locationOf(request: IncomingMessage): URL {
  const nowhere = 'https://server.invalid';
  return URL.canParse(request.url ?? '/', nowhere) ? new URL(request.url ?? '/', nowhere) : new URL(nowhere);
}

/** `?lang=zh`, else what the browser prefers, else the server's own. */
function chosenLang(request: IncomingMessage, fallback: Lang): Lang {
  const asked = locationOf(request).searchParams.get('lang');
  if (asked === 'zh' || asked === 'en') return asked;
  const first = /^\s*(zh|en)\b/i.exec(request.headers['accept-language'] ?? '')?.[1]?.toLowerCase();
  return first === 'zh' || first === 'en' ? first : fallback;
}
