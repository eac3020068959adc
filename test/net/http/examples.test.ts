/** The examples of RFC 6455, and cookies, HSTS and DNS in brief. */
import { describe, expect, it } from 'vitest';
import { concat, concatAll, fromHex, toHex, utf8 } from '../../../src/bytes/index.ts';
import { encodeDns, parseDns } from '../../../src/net/dns/message.ts';
import { addressIn, addressQuery, answerFrom, ResolverCaches } from '../../../src/net/dns/resolve.ts';
import { parseCookieDate } from '../../../src/net/http/cookie-date.ts';
import { CookieJar } from '../../../src/net/http/cookie-jar.ts';
import { HstsStore } from '../../../src/net/http/hsts.ts';
import { header } from '../../../src/net/http/message.ts';
import { redirectToHttps } from '../../../src/net/http/redirect.ts';
import { signCookieValue, verifyCookieValue } from '../../../src/net/http/signed-cookie.ts';
import { encodeFrame, WebSocketReader } from '../../../src/net/http/websocket.ts';
import {
  acceptUpgrade,
  checkUpgrade,
  upgradeRequest,
  webSocketAccept,
} from '../../../src/net/http/websocket-upgrade.ts';

/** How many bytes are copied from one array into another while `action` runs. */
function bytesMoved(action: () => void): number {
  const prototype = Object.getPrototypeOf(Uint8Array.prototype) as Uint8Array;
  const original = prototype.set;
  let moved = 0;
  prototype.set = function (this: Uint8Array, source, at) {
    moved += source.length;
    original.call(this, source, at);
  };
  try {
    action();
  } finally {
    prototype.set = original;
  }
  return moved;
}

describe('examples', () => {
  it('RFC 6455, 1.3 and 5.7', () => {
    expect(webSocketAccept('dGhlIHNhbXBsZSBub25jZQ==')).toBe('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
    const frame = encodeFrame('text', utf8('Hello'), { mask: fromHex('37fa213d') });
    expect(toHex(frame)).toBe('818537fa213d7f9f4d5158');
    expect(new WebSocketReader('client').receive(frame)).toEqual([{ type: 'text', text: 'Hello' }]);
    expect(new WebSocketReader('server').receive(fromHex('010348656c80026c6f'))).toEqual([
      { type: 'text', text: 'Hello' },
    ]);
    expect(() => new WebSocketReader('server').receive(frame)).toThrow(/no mask/);
  });

  it('WebSocket: an answer with an extension or a protocol that was not asked for is refused', () => {
    const key = 'dGhlIHNhbXBsZSBub25jZQ==';
    const answer = acceptUpgrade(upgradeRequest(new URL('ws://bank.example/'), key));
    expect(() => checkUpgrade(answer, key)).not.toThrow();
    for (const name of ['Sec-WebSocket-Extensions', 'sec-websocket-protocol']) {
      const more = { ...answer, headers: [...answer.headers, { name, value: 'chat' }] };
      expect(() => checkUpgrade(more, key), name).toThrow(/expected none, got one/);
    }
  });

  it('WebSocket: text is UTF-8, in pieces too, or the connection fails (RFC 6455, 8.1)', () => {
    const receive = (hex: string) => new WebSocketReader('server').receive(fromHex(hex));
    expect(receive('0101e4' + '8002bda0')).toEqual([{ type: 'text', text: '你' }]);
    for (const wrong of ['8101ff', '8102c080', '8103eda080', '8102e4bd', '880303e8ff']) {
      expect(() => receive(wrong), wrong).toThrow(/UTF-8/);
    }
  });

  it('WebSocket: many small frames, and bytes one by one, move each byte a few times at most', () => {
    const pong = encodeFrame('pong', new Uint8Array(0));
    const payload = Uint8Array.from({ length: 200_000 }, (_, at) => at % 251);
    const many = concatAll(Array.from({ length: 100_000 }, () => pong));
    const slowly = [...encodeFrame('binary', payload), ...pong];
    const reader = new WebSocketReader('server');
    const moved = bytesMoved(() => {
      expect(reader.receive(concat(many, pong.subarray(0, 1)))).toHaveLength(100_000);
      expect(reader.receive(pong.subarray(1))).toHaveLength(1);
      const found = slowly.flatMap((byte) => reader.receive(Uint8Array.of(byte)));
      expect(found.map(({ type }) => type)).toEqual(['binary', 'pong']);
      expect(found[0]).toEqual({ type: 'binary', bytes: payload });
    });
    expect(moved).toBeLessThan(6 * (many.length + slowly.length)); // joining anew each time: 2 * 10^10
  });

  it('WebSocket: bytes after a close are dropped wherever they are cut, and none are read after an error', () => {
    const reader = new WebSocketReader('server');
    expect(reader.receive(fromHex('8800' + '8100'))).toEqual([{ type: 'close', reason: '' }]);
    expect(reader.receive(fromHex('8100'))).toEqual([]);
    const failed = new WebSocketReader('server');
    expect(() => failed.receive(fromHex('8300'))).toThrow(/opcode/);
    expect(() => failed.receive(fromHex('8100'))).toThrow(/opcode/);
    const later = new WebSocketReader('server');
    expect(later.receive(fromHex('8a00' + '8300'))).toHaveLength(1);
    expect(later.failure?.message).toMatch(/opcode/);
    expect(() => later.receive(new Uint8Array(0))).toThrow(/opcode/);
  });

  it('a redirect to https keeps to the host, and needs one', () => {
    const answer = (target: string, ...hosts: string[]) =>
      redirectToHttps({
        method: 'GET',
        target,
        version: 'HTTP/1.0',
        headers: hosts.map((value) => ({ name: 'Host', value })),
        body: new Uint8Array(0),
      });
    expect(header(answer('/login', 'bank.example:80'), 'Location')).toBe('https://bank.example/login');
    for (const hostless of [answer('/evil.example'), answer('//evil.example/', ''), answer('/', ':80')]) {
      expect([hostless.status, header(hostless, 'Location')]).toEqual([400, undefined]);
    }
  });

  it('cookies, signed ones and HSTS', () => {
    const jar = new CookieJar();
    const url = new URL('https://bank.example/login');
    expect(jar.set(url, 'session=1; HttpOnly; Secure; Path=/', 0)).toBe('stored');
    expect(jar.set(url, 'a=1; Domain=evil.example', 0)).toBe('foreign-domain');
    expect(jar.field(url, 1)).toBe('session=1');
    expect(jar.field(new URL('http://bank.example/'), 1)).toBeUndefined();
    const key = new Uint8Array(32);
    const signed = signCookieValue('alice', key);
    expect(verifyCookieValue(signed, key)).toBe('alice');
    expect(verifyCookieValue(signed.replace('alice', 'bob'), key)).toBeUndefined();
    const store = new HstsStore();
    expect(store.note(url, 'max-age=10; includeSubDomains', 0)).toBe(true);
    expect(store.upgrade(new URL('http://www.bank.example:80/x'), 5).href).toBe('https://www.bank.example/x');
    expect(store.covers('bank.example', 11)).toBe(false);
  });

  it('a clear line puts no cookie in front of a Secure one, while that lives', () => {
    const jar = new CookieJar();
    const secure = new URL('https://bank.example/account/x');
    expect(jar.set(secure, 'id=good; Path=/account; Secure; Max-Age=10', 0)).toBe('stored');
    const clear = (field: string, host = 'bank.example', now = 1) =>
      jar.set(new URL(`http://${host}/account/x`), field, now);
    expect(clear('id=evil; Path=/account')).toBe('needs-https');
    expect(clear('id=evil; Path=/account/x')).toBe('needs-https');
    expect(clear('id=evil; Path=/account; Domain=bank.example', 'www.bank.example')).toBe('needs-https');
    expect(jar.field(secure, 1)).toBe('id=good');
    expect(clear('id=other; Path=/')).toBe('stored');
    expect(jar.field(secure, 1)).toBe('id=good; id=other');
    expect(clear('id=late; Path=/account', 'bank.example', 10)).toBe('stored');
  });

  it('DNS: aliases in circles end, other names count for nothing, and names between exist', () => {
    const record = (name: string, type: 'A' | 'CNAME', data: string) => ({ name, type, ttl: 60, data });
    const circle = [record('a.example', 'CNAME', 'b.example'), record('b.example', 'CNAME', 'a.example')];
    const round = answerFrom(circle, addressQuery(1, 'a.example'));
    expect(round.answers).toEqual(circle);
    expect(addressIn(round)).toBeUndefined();
    const other = { ...round, answers: [record('evil.example', 'A', '203.0.113.66')] };
    expect(addressIn(other)).toBeUndefined();
    const chain = [record('a.example', 'CNAME', 'c.example'), record('c.example', 'A', '192.0.2.1')];
    expect(addressIn({ ...round, answers: chain })).toEqual({ address: '192.0.2.1', ttl: 60 });
    const rcode = (name: string) => answerFrom(chain, addressQuery(1, name)).rcode;
    expect([rcode('example'), rcode('xample'), rcode('d.example')]).toEqual([
      'NOERROR',
      'NXDOMAIN',
      'NXDOMAIN',
    ]);
  });

  it('Expires ends a cookie, in every form of RFC 6265, 5.1.1, and Max-Age goes before it', () => {
    const jar = new CookieJar();
    const url = new URL('https://bank.example/');
    expect(jar.set(url, 'id=1; Expires=Sun, 06 Nov 1994 08:49:37 GMT', 784_111_776)).toBe('stored');
    expect(jar.field(url, 784_111_776)).toBe('id=1');
    expect(jar.field(url, 784_111_777)).toBeUndefined();
    expect(jar.set(url, 'id=2; Max-Age=9; Expires=Thu, 01 Jan 1970 00:00:00 GMT', 784_111_777)).toBe(
      'stored',
    );
    expect(jar.set(url, 'id=; Expires=Thu, 01 Jan 1970 00:00:00 GMT', 784_111_778)).toBe('ended');
    expect(jar.cookies).toEqual([]);
    for (const form of [
      'Sunday, 06-Nov-94 08:49:37 GMT',
      'Sun Nov  6 08:49:37 1994',
      '6 november 1994 8:49:37x',
    ]) {
      expect(parseCookieDate(form), form).toBe(784_111_777);
    }
    for (const wrong of [
      '',
      '0',
      '-1',
      'Sun, 31 Apr 1994 08:49:37',
      '06 Nov 1994',
      '06 Nov 1600 08:49:37',
      '06 Nov 1994 24:00:00',
    ]) {
      expect(parseCookieDate(wrong), wrong).toBeUndefined();
    }
  });

  it('DNS through its caches, and a pointer in circles', () => {
    const zone = [{ name: 'bank.example', type: 'A', ttl: 60, data: '192.0.2.10' }] as const;
    const wire = encodeDns(answerFrom(zone, addressQuery(7, 'bank.example')));
    const caches = new ResolverCaches();
    expect(caches.learn(parseDns(wire), 0)).toBe('192.0.2.10');
    caches.clear('browser');
    expect(caches.find('bank.example', 10)).toEqual({ address: '192.0.2.10', by: 'system', ttl: 50 });
    expect(() => parseDns(fromHex('000700000001000000000000c00c00010001'))).toThrow(/earlier name/);
  });
});
