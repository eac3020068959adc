/** Our HTTP beside Node's, on real sockets: our bytes to its server, its answers to our reader, our bank to its client. */
import { createServer as createHttpServer, request as httpRequest } from 'node:http';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { concatAll, fromUtf8, utf8 } from '../../src/bytes/index.ts';
import { encodeChunks, encodeRequest, encodeResponse } from '../../src/net/http/encode.ts';
import { type HttpRequest, type HttpResponse, header } from '../../src/net/http/message.ts';
import { HttpReader } from '../../src/net/http/reader.ts';
import { SessionStore } from '../../src/net/http/session.ts';
import { createBank } from '../../src/net/http/site.ts';
import { seededRandom } from '../../src/random/index.ts';

const servers: { close(): unknown }[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

async function listening(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** Says what it was asked: with a length, or in chunks where the path says so. */
const echo = createHttpServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const text = `${request.method} ${request.url} ${Buffer.concat(parts).toString()}`;
    if (request.url === '/chunks') {
      response.write(text.slice(0, 5));
      response.end(text.slice(5));
    } else response.end(text);
  });
});

const ask = (method: string, target: string, body = '', more: HttpRequest['headers'] = []): HttpRequest => ({
  method,
  target,
  version: 'HTTP/1.1',
  headers: [{ name: 'Host', value: 'bank.example' }, ...more],
  body: utf8(body),
});
const close = { name: 'Connection', value: 'close' };

/** Sends the bytes, and reads answers to these methods until the server closes. */
function exchange(port: number, bytes: Uint8Array, methods: readonly string[]): Promise<HttpResponse[]> {
  const reader = new HttpReader('response');
  for (const method of methods) reader.asked(method);
  return new Promise((resolve, reject) => {
    const found: HttpResponse[] = [];
    const socket = connect(port, '127.0.0.1', () => void socket.write(bytes));
    const take = (read: () => unknown[]) => {
      try {
        found.push(...(read() as HttpResponse[]));
      } catch (error) {
        socket.destroy();
        reject(error);
      }
    };
    socket.on('data', (part) => take(() => reader.receive(Uint8Array.from(part))));
    socket.on('end', () => {
      take(() => reader.end());
      resolve(found);
    });
    socket.on('error', reject);
  });
}

describe('Node’s server', () => {
  it('answers what we write, and we read it: lengths, chunks, HEAD, several on one connection at once', async () => {
    const port = await listening(echo);
    const chunked = utf8('POST /chunks HTTP/1.1\r\nHost: bank.example\r\nTransfer-Encoding: chunked\r\n\r\n');
    const requests = [
      encodeRequest(ask('GET', '/a?b')),
      encodeRequest(ask('POST', '/form', 'user=alice')),
      chunked,
      encodeChunks(utf8('in many pieces'), 3),
      encodeRequest(ask('HEAD', '/head')),
      encodeRequest(ask('GET', 'http://bank.example/absolute')),
      encodeRequest(ask('GET', '/chunks', '', [close])),
    ];
    const methods = ['GET', 'POST', 'POST', 'HEAD', 'GET', 'GET'];
    const answers = await exchange(port, concatAll(requests), methods);
    expect(answers.map(({ status, body }) => `${status} ${fromUtf8(body)}`)).toEqual([
      '200 GET /a?b ',
      '200 POST /form user=alice',
      '200 POST /chunks in many pieces',
      '200 ',
      '200 GET http://bank.example/absolute ',
      '200 GET /chunks ',
    ]);
    expect(header(answers[2]!, 'Transfer-Encoding')).toBe('chunked');
    expect(header(answers[5]!, 'Connection')).toBe('close');
  });

  it('refuses what we refuse', async () => {
    const port = (echo.address() as AddressInfo).port;
    const smuggling = 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n';
    for (const wrong of [smuggling, 'GET / HTTP/1.1\r\nHost : a\r\n\r\n']) {
      const [answer] = await exchange(port, utf8(wrong), ['POST']);
      expect(answer?.status).toBe(400);
      expect(() => new HttpReader('request').receive(utf8(wrong))).toThrow();
    }
  });
});

describe('Node’s client', () => {
  it('logs in at our bank, on one connection', async () => {
    const bank = createBank({
      users: new Map([['alice', 'open-sesame']]),
      sessions: new SessionStore<string>(seededRandom('node')),
    });
    let connections = 0;
    const port = await listening(
      createServer((socket) => {
        connections += 1;
        const reader = new HttpReader('request');
        socket.on('data', (part) => {
          for (const message of reader.receive(Uint8Array.from(part))) {
            const request = message as HttpRequest;
            socket.write(encodeResponse(bank(request, 0), request.method));
          }
        });
        socket.on('end', () => socket.end());
      }),
    );
    const { Agent } = await import('node:http');
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    servers.push({ close: () => agent.destroy() });
    const fetch = (method: string, path: string, body = '', cookie = '') =>
      new Promise<{ status: number; text: string; cookie: string }>((resolve, reject) => {
        const headers = { ...(cookie ? { Cookie: cookie } : {}), 'Content-Length': Buffer.byteLength(body) };
        const options = { host: '127.0.0.1', port, method, path, headers, agent };
        const sent = httpRequest(options, (answer) => {
          let text = '';
          answer.setEncoding('utf8');
          answer.on('data', (part: string) => {
            text += part;
          });
          answer.on('end', () => {
            const [field = ''] = answer.headers['set-cookie'] ?? [];
            resolve({ status: answer.statusCode ?? 0, text, cookie: field.split(';')[0]! });
          });
        });
        sent.on('error', reject);
        sent.end(body);
      });
    expect((await fetch('GET', '/login')).text).toContain('<form');
    expect((await fetch('HEAD', '/login')).text).toBe('');
    expect((await fetch('POST', '/login', 'user=alice&password=wrong')).status).toBe(403);
    const login = await fetch('POST', '/login', 'user=alice&password=open-sesame');
    expect(login.status).toBe(303);
    expect(await fetch('GET', '/account', '', login.cookie)).toMatchObject({
      status: 200,
      text: '<h1>Your account</h1>',
    });
    expect(connections).toBe(1);
  });
});
