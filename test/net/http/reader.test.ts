/** Reading and writing HTTP/1.1: what comes out, what is refused and why, and that the cutting of bytes changes nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, fromUtf8, utf8 } from '../../../src/bytes/index.ts';
import { CryptoError } from '../../../src/errors.ts';
import { encodeChunks, encodeRequest, encodeResponse } from '../../../src/net/http/encode.ts';
import {
  type HttpMessage,
  type HttpRequest,
  keepsAlive,
  withoutBlanks,
} from '../../../src/net/http/message.ts';
import { HttpReader } from '../../../src/net/http/reader.ts';

const GET = 'GET / HTTP/1.1\r\nHost: a\r\n';
const POST = 'POST / HTTP/1.1\r\nHost: a\r\n';
const CHUNKED = `${POST}Transfer-Encoding: chunked\r\n\r\n`;
const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
/** What a request reader gives for bytes that come at once, and then the end. */
function requests(text: string): HttpRequest[] {
  const reader = new HttpReader('request');
  return [...reader.receive(latin(text)), ...reader.end()] as HttpRequest[];
}

/** What a response reader gives for bytes that come one by one, and then the end; `count` requests were sent. */
function responses(text: string, method = 'GET', end = false, count = 1): HttpMessage[] {
  const reader = new HttpReader('response');
  for (let i = 0; i < count; i += 1) reader.asked(method);
  const found = [...latin(text)].flatMap((byte) => reader.receive(Uint8Array.of(byte)));
  return end ? [...found, ...reader.end()] : found;
}

function refusalOf(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    if (error instanceof CryptoError) return `${error.code} ${error.message}`;
    throw error;
  }
  return 'accepted';
}

describe('HTTP/1.1', () => {
  it('reads the request of RFC 9112, 2.1, and pipelined ones', () => {
    const text = 'GET /hello.txt HTTP/1.1\r\nUser-Agent: curl/7.64.1\r\nHost: www.example.com\r\n\r\n';
    const [first, second] = requests(`\r\n${text}${text}`);
    expect(first).toMatchObject({ method: 'GET', target: '/hello.txt', version: 'HTTP/1.1' });
    expect(first?.headers).toEqual([
      { name: 'User-Agent', value: 'curl/7.64.1' },
      { name: 'Host', value: 'www.example.com' },
    ]);
    expect(second).toEqual(first);
  });

  it('decodes the chunked coding, with extensions and a trailer', () => {
    const [message] = requests(`${CHUNKED}5;a=b\r\nhello\r\n6\r\n world\r\n000\r\nDigest: x\r\n\r\n`);
    expect(fromUtf8(message!.body)).toBe('hello world');
    expect(message?.trailers).toEqual([{ name: 'Digest', value: 'x' }]);
  });

  it('knows the answers without a body', () => {
    const next = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';
    for (const status of ['100 Continue', '103 Early Hints']) {
      expect(responses(`HTTP/1.1 ${status}\r\n\r\n${next}`)).toHaveLength(2);
    }
    for (const status of ['204 No Content', '304 Not Modified']) {
      expect(responses(`HTTP/1.1 ${status}\r\n\r\n${next}`, 'GET', false, 2)).toHaveLength(2);
    }
    expect(responses('HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n', 'HEAD')).toHaveLength(1);
  });

  it('reads until the close where no length is given', () => {
    expect(responses('HTTP/1.1 200 OK\r\n\r\nall of it')).toEqual([]);
    const [message] = responses('HTTP/1.1 200 OK\r\n\r\nall of it', 'GET', true);
    expect(fromUtf8(message!.body)).toBe('all of it');
  });

  it('hands over what follows a switch of protocols', () => {
    const reader = new HttpReader('response');
    reader.asked('GET', true);
    expect(reader.receive(utf8('HTTP/1.1 101 Switching Protocols\r\n\r\n\u0001\u0002'))).toHaveLength(1);
    expect(reader.switched).toBe(true);
    expect([...reader.takeRest()]).toEqual([1, 2]);
  });

  it('tells whether the connection goes on', () => {
    const says = (version: 'HTTP/1.0' | 'HTTP/1.1', value?: string) =>
      keepsAlive({ version, headers: value === undefined ? [] : [{ name: 'connection', value }] });
    expect([
      says('HTTP/1.1'),
      says('HTTP/1.1', 'Close'),
      says('HTTP/1.0'),
      says('HTTP/1.0', 'Keep-Alive'),
    ]).toEqual([true, false, false, true]);
  });

  it.each<[string, string, string]>([
    [
      'two lengths in one field',
      `${POST}Content-Length: 5, 6\r\n\r\n`,
      'Content-Length: expected one length',
    ],
    ['two length fields', `${POST}Content-Length: 5\r\nContent-Length: 6\r\n\r\n`, 'expected one length'],
    [
      'both framings',
      `${POST}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n`,
      'got both, as smuggling',
    ],
    ['an empty coding', `${POST}Content-Length: 5\r\nTransfer-Encoding:\r\n\r\n`, 'got both, as smuggling'],
    ['a signed length', `${POST}Content-Length: +5\r\n\r\n`, 'decimal digits'],
    ['a hexadecimal length', `${POST}Content-Length: 0x5\r\n\r\n`, 'decimal digits'],
    ['an overflowing length', `${POST}Content-Length: 18446744073709551621\r\n\r\n`, 'decimal digits'],
    ['a huge length', `${POST}Content-Length: 99999999999\r\n\r\n`, 'too-large body'],
    ['another coding', `${POST}Transfer-Encoding: gzip, chunked\r\n\r\n`, 'unsupported Transfer-Encoding'],
    ['chunked twice', `${POST}Transfer-Encoding: chunked, chunked\r\n\r\n`, 'unsupported Transfer-Encoding'],
    ['xchunked', `${POST}Transfer-Encoding: xchunked\r\n\r\n`, 'unsupported Transfer-Encoding'],
    ['chunks in 1.0', 'POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n', 'none in HTTP/1.0'],
    ['space before the colon', `${GET}Content-Length : 5\r\n\r\n`, 'a space before it'],
    ['obs-fold', `${GET}A: b\r\n c\r\n\r\n`, 'continues the one before'],
    ['bare LF', 'GET / HTTP/1.1\nHost: a\n\n', 'a bare LF'],
    ['bare CR', `${GET}A: b\rC: d\r\n\r\n`, 'a bare CR'],
    ['NUL', `${GET}A: b\0c\r\n\r\n`, 'a NUL'],
    ['a control character', `${GET}A: b\x07c\r\n\r\n`, 'without control characters'],
    ['no colon', `${GET}nonsense\r\n\r\n`, 'a name, a colon and a value'],
    ['an empty name', `${GET}: x\r\n\r\n`, 'a name, a colon and a value'],
    ['no Host', 'GET / HTTP/1.1\r\n\r\n', 'Host: expected exactly one, got 0'],
    ['two Hosts', `${GET}Host: b\r\n\r\n`, 'Host: expected exactly one, got 2'],
    ['a strange Host', 'GET / HTTP/1.1\r\nHost: a/b@c\r\n\r\n', 'a name and perhaps a port'],
    ['double space', 'GET  / HTTP/1.1\r\n', 'single spaces'],
    ['HTTP/0.9', 'GET /\r\n', 'single spaces'],
    ['HTTP/2.0', 'GET / HTTP/2.0\r\n', 'HTTP/1.1 or HTTP/1.0'],
    ['a bad method', 'G(T / HTTP/1.1\r\n', 'method: expected a token'],
    ['a relative target', 'GET x HTTP/1.1\r\n', 'target: expected a path'],
    [
      'a user name before the host',
      'GET http://bank.example@evil.example/ HTTP/1.1\r\n',
      'without a user name',
    ],
    ['a fragment', 'GET /#x HTTP/1.1\r\n', 'target: expected a path'],
    ['an empty chunk size', `${CHUNKED}\r\n`, 'hexadecimal digits'],
    ['a negative chunk size', `${CHUNKED}-1\r\n`, 'hexadecimal digits'],
    ['a 0x chunk size', `${CHUNKED}0x5\r\n`, 'hexadecimal digits'],
    ['an overflowing chunk size', `${CHUNKED}100000005\r\n`, 'hexadecimal digits'],
    ['a huge chunk', `${CHUNKED}ffffffff\r\n`, 'too-large body'],
    ['a chunk too long', `${CHUNKED}3\r\nhello\r\n`, 'CR LF behind its data'],
    ['a chunk line without end', `${CHUNKED}5;${'x'.repeat(300)}`, 'too-large chunk line'],
    ['framing in the trailer', `${CHUNKED}0\r\nContent-Length: 5\r\n\r\n`, 'change nothing before them'],
    ['a line without end', `GET /${'x'.repeat(9000)}`, 'too-large line'],
    ['many fields', `${GET}${'A: b\r\n'.repeat(100)}\r\n`, 'too-large head: expected at most 100 fields'],
    ['many trailers', `${CHUNKED}0\r\n${'A: b\r\n'.repeat(101)}\r\n`, 'too-large head'],
    [
      'a long head',
      `${GET}${`A: ${'b'.repeat(8000)}\r\n`.repeat(9)}`,
      'too-large head: expected at most 65536',
    ],
    ['bytes after a close', `${GET}Connection: close\r\n\r\nX`, 'nothing after a message'],
  ])('refuses %s', (_, text, why) => expect(refusalOf(() => requests(text))).toContain(why));

  it('refuses bad answers, floods of interim ones, and a body cut short', () => {
    expect(refusalOf(() => responses('HTTP/1.1 99 No\r\n\r\n'))).toContain('status line');
    expect(refusalOf(() => responses('HTTP/1.1  200 OK\r\n\r\n'))).toContain('status line');
    expect(refusalOf(() => responses('HTTP/1.1 100 \r\n\r\n'.repeat(17)))).toContain('too-large answers');
    expect(
      refusalOf(() => responses('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhi', 'GET', true)),
    ).toContain('a connection closed in the midst of it');
  });

  it('looks at the ends of a value for blanks, not at those within', () => {
    const text = `\t x${' '.repeat(8000)}x \t`;
    const seen: string[] = [];
    const watched = new Proxy(new String(text), {
      get: (target, key) => {
        seen.push(String(key));
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    expect(withoutBlanks(watched as string)).toBe(text.slice(2, -2));
    // By patterns it took quadratic time.
    expect(seen.length).toBeLessThan(20);
    expect(seen.filter((key) => !/^(?:length|slice|\d+)$/.test(key))).toEqual([]);
  });

  it('gives what was finished before an error, and then the error', () => {
    const reader = new HttpReader('request');
    expect(reader.receive(utf8(`${GET}\r\n${GET}\r\nnonsense\r\n`))).toHaveLength(2);
    expect(reader.failure?.message).toContain('single spaces');
    expect(reader.partial).toBe(false);
    expect(refusalOf(() => reader.receive(new Uint8Array(0)))).toContain('single spaces');
    expect(refusalOf(() => reader.end())).toContain('single spaces');
  });

  it('behind a request for another protocol reads nothing until it is answered', () => {
    const upgrade = `${GET}Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n`;
    const next = `${GET}\r\n`;
    const switching = new HttpReader('request');
    expect(switching.receive(utf8(`${upgrade}\u0001`))).toHaveLength(1);
    expect(switching.switched).toBe(false);
    expect(switching.answered(101)).toEqual([]);
    switching.receive(utf8('\u0002'));
    expect([switching.switched, ...switching.takeRest()]).toEqual([true, 1, 2]);
    const staying = new HttpReader('request');
    expect(staying.receive(utf8(upgrade + next))).toHaveLength(1);
    expect(staying.answered(103)).toEqual([]);
    expect(staying.answered(200)).toHaveLength(1);
    const tunnel = new HttpReader('request');
    const connect = 'CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n';
    expect(tunnel.receive(utf8(`${connect}${connect}`))).toHaveLength(1);
    expect(tunnel.answered(407)).toHaveLength(1);
    tunnel.answered(200);
    expect(tunnel.switched).toBe(true);
  });

  it('reads nothing behind a refused upgrade with Connection: close', () => {
    const reader = new HttpReader('request');
    reader.receive(utf8(`${GET}Upgrade: websocket\r\nConnection: Upgrade, close\r\n\r\n${GET}\r\n`));
    expect(refusalOf(() => reader.answered(400))).toContain('nothing after a message with Connection: close');
  });

  it('refuses an answer that nobody asked for, and gives those before it', () => {
    const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';
    const reader = new HttpReader('response');
    reader.asked('GET');
    reader.asked('GET');
    expect(reader.receive(utf8(answer.repeat(3)))).toHaveLength(2);
    expect(reader.failure?.message).toContain('expected one to each request, got one that nobody asked for');
    expect(new HttpReader('response').receive(utf8(answer.repeat(3)))).toHaveLength(3);
  });

  it('accepts 101 only where it was asked for', () => {
    const reader = new HttpReader('response');
    reader.asked('GET');
    const attempt = () => reader.receive(utf8('HTTP/1.1 101 Switching Protocols\r\n\r\n'));
    expect(refusalOf(attempt)).toContain('only where an upgrade was asked for');
  });

  it('bounds what chunk lines cost in all', () => {
    const bounds = { chunkOverhead: 100 };
    const reader = new HttpReader('request', bounds);
    reader.receive(utf8(CHUNKED));
    const wasteful = utf8(`1;${'x'.repeat(58)}\r\na\r\n`);
    reader.receive(wasteful);
    expect(refusalOf(() => reader.receive(wasteful))).toContain('too-large chunk lines');
    const tiny = new HttpReader('request', bounds);
    tiny.receive(utf8(CHUNKED));
    expect(tiny.receive(utf8(`${'1\r\na\r\n'.repeat(1000)}0\r\n\r\n`))[0]?.body).toHaveLength(1000);
  });

  it('bounds a body that lasts until the close, and stays failed', () => {
    const reader = new HttpReader('response', { body: 10 });
    reader.receive(utf8('HTTP/1.1 200 OK\r\n\r\n'));
    expect(refusalOf(() => reader.receive(new Uint8Array(11)))).toContain('too-large body');
    expect(refusalOf(() => reader.receive(new Uint8Array(1)))).toContain('too-large body');
  });

  it('refuses to write what would end a line', () => {
    const request = { method: 'GET', target: '/', version: 'HTTP/1.1', body: new Uint8Array(0) } as const;
    const host = { name: 'Host', value: 'a' };
    const wrong = (name: string, value: string) =>
      refusalOf(() => encodeRequest({ ...request, headers: [host, { name, value }] }));
    expect(wrong('A', 'b\r\nC: d')).toContain('field value');
    expect(wrong('A\r\nB', 'b')).toContain('field name');
    expect(wrong('Content-Length', '7')).toContain('Content-Length: expected 0');
    expect(
      refusalOf(() => encodeRequest({ ...request, headers: [host], target: '/ HTTP/1.1\r\nA: b' })),
    ).toContain('target');
    const response = { version: 'HTTP/1.1', status: 302, headers: [], body: new Uint8Array(0) } as const;
    expect(refusalOf(() => encodeResponse({ ...response, reason: 'x\r\nSet-Cookie: a=b' }))).toContain(
      'reason',
    );
  });

  it('writes the length of an empty body where the method has one (RFC 9110, 8.6)', () => {
    const request = { target: '/', version: 'HTTP/1.1', body: new Uint8Array(0) } as const;
    const headers = [{ name: 'Host', value: 'a' }];
    const written = (method: string) => fromUtf8(encodeRequest({ ...request, method, headers }));
    expect(written('POST')).toContain('\r\nContent-Length: 0\r\n');
    expect(written('GET')).not.toContain('Content-Length');
  });

  it('writes no length that the reader would find false or ambiguous', () => {
    const empty = { version: 'HTTP/1.1', reason: '', body: new Uint8Array(0) } as const;
    const field = (name: string, value: string) => ({ name, value });
    const lengths = [field('Content-Length', '3'), field('Content-Length', '0')];
    expect(
      refusalOf(() => encodeResponse({ ...empty, status: 200, headers: lengths, body: utf8('abc') })),
    ).toContain('Content-Length: expected 3, got');
    for (const [status, to] of [
      [101, 'GET'],
      [204, 'GET'],
      [200, 'CONNECT'],
    ] as const) {
      const text = fromUtf8(encodeResponse({ ...empty, status, headers: [] }, to));
      expect(text).toBe(`HTTP/1.1 ${status} \r\n\r\n`);
      for (const wrong of [field('Content-Length', '0'), field('Transfer-Encoding', 'chunked')]) {
        expect(refusalOf(() => encodeResponse({ ...empty, status, headers: [wrong] }, to))).toContain(
          'expected none in an answer without a body',
        );
      }
    }
  });

  it('reads what it writes, cut anywhere', () => {
    const value = fc.stringMatching(/^(?:[!-~]([ -~]*[!-~])?)?$/);
    const name = fc.stringMatching(/^X-[A-Za-z]{1,8}$/);
    const field = fc.record({ name, value });
    const body = fc.uint8Array({ maxLength: 60 });
    fc.assert(
      fc.property(
        fc.array(field, { maxLength: 4 }),
        body,
        fc.integer({ min: 1, max: 9 }),
        (fields, bytes, size) => {
          const headers = [{ name: 'Host', value: 'bank.example' }, ...fields];
          const request = {
            method: 'POST',
            target: '/a?b',
            version: 'HTTP/1.1',
            headers,
            body: bytes,
          } as const;
          const chunked = concat(utf8(CHUNKED), encodeChunks(bytes, size));
          const wire = concat(encodeRequest(request), chunked, encodeRequest(request));
          const whole = new HttpReader('request').receive(wire) as HttpRequest[];
          expect(whole).toHaveLength(3);
          expect(whole[0]).toMatchObject({ method: 'POST', target: '/a?b', body: bytes });
          expect(whole[0]!.headers.slice(0, headers.length)).toEqual(headers);
          expect(whole[1]!.body).toEqual(bytes);
          for (let cut = 0; cut <= wire.length; cut += 1) {
            const reader = new HttpReader('request');
            const parts = [...reader.receive(wire.subarray(0, cut)), ...reader.receive(wire.subarray(cut))];
            if (parts.length !== 3) throw new Error(`cut at ${cut}`);
            if (cut % 16 === 0) expect(parts).toEqual(whole);
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  it('throws nothing but CryptoError on any bytes', () => {
    const text = fc.array(
      fc.constantFrom('GET / HTTP/1.1', '\r\n', 'Host: a', ':', ' ', '5', '\0', 'HTTP/1.1 200 x'),
    );
    fc.assert(
      fc.property(text, (pieces) => {
        for (const kind of ['request', 'response'] as const) {
          refusalOf(() => {
            const reader = new HttpReader(kind);
            reader.receive(utf8(pieces.join('')));
            reader.end();
          });
        }
      }),
    );
  });
});
