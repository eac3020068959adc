/**
 * WebSocket's upgrade (RFC 6455, 4): an HTTP request that asks for another protocol, and the 101 that agrees.
 *
 * The accept key shows that the other end speaks WebSocket. It is no secret: whoever sees the key computes it.
 */
import { excerpt, toBase64, utf8 } from '../../bytes/index.ts';
import { sha1 } from '../../hash/index.ts';
import type { RandomSource } from '../../random/index.ts';
import { bareAnswer } from './bare-answer.ts';
import { type HttpRequest, type HttpResponse, header, headerList, refusal } from './message.ts';

/** RFC 6455, 1.3: a value that no server sends by chance. */
export const WEB_SOCKET_GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** Sec-WebSocket-Accept: base64 of SHA-1 over the key and the GUID (4.2.2). */
export function webSocketAccept(key: string): string {
  return toBase64(sha1(utf8(key + WEB_SOCKET_GUID)));
}

/** A new Sec-WebSocket-Key: 16 random bytes, in base64. */
export function webSocketKey(random: RandomSource): string {
  return toBase64(random.bytes(16));
}

/** A browser names the origin of the page that asks, so that a server can refuse pages of others (4.1 and 10.2). */
export function upgradeRequest(url: URL, key: string, origin?: string): HttpRequest {
  return {
    method: 'GET',
    target: url.pathname + url.search,
    version: 'HTTP/1.1',
    headers: [
      { name: 'Host', value: url.host },
      { name: 'Upgrade', value: 'websocket' },
      { name: 'Connection', value: 'Upgrade' },
      { name: 'Sec-WebSocket-Key', value: key },
      { name: 'Sec-WebSocket-Version', value: '13' },
      ...(origin === undefined ? [] : [{ name: 'Origin', value: origin }]),
    ],
    body: new Uint8Array(0),
  };
}

/** The server's 101, or a refusal (4.2.1). */
export function acceptUpgrade(request: HttpRequest): HttpResponse {
  const key = header(request, 'Sec-WebSocket-Key') ?? '';
  const asks =
    request.method === 'GET' &&
    request.version === 'HTTP/1.1' &&
    headerList(request, 'Upgrade').includes('websocket') &&
    headerList(request, 'Connection').includes('upgrade');
  if (!asks)
    throw refusal(
      'upgrade',
      'GET with Upgrade: websocket and Connection: Upgrade',
      'something else',
      'RFC 6455, 4.2.1',
    );
  if (!/^[A-Za-z0-9+/]{22}==$/.test(key)) {
    throw refusal('Sec-WebSocket-Key', '16 bytes in base64', excerpt(key), 'RFC 6455, 4.2.1');
  }
  const version = header(request, 'Sec-WebSocket-Version') ?? '';
  if (version !== '13') throw refusal('Sec-WebSocket-Version', '13', excerpt(version), 'RFC 6455, 4.2.1');
  return bareAnswer(101, [
    { name: 'Upgrade', value: 'websocket' },
    { name: 'Connection', value: 'Upgrade' },
    { name: 'Sec-WebSocket-Accept', value: webSocketAccept(key) },
  ]);
}

/** Throws unless the answer accepts the upgrade that was asked for with this key (4.1). */
export function checkUpgrade(response: HttpResponse, key: string): void {
  const accept = header(response, 'Sec-WebSocket-Accept') ?? '';
  const agrees =
    response.status === 101 &&
    headerList(response, 'Upgrade').includes('websocket') &&
    headerList(response, 'Connection').includes('upgrade');
  if (!agrees)
    throw refusal(
      'upgrade',
      'the status 101 with Upgrade: websocket',
      `the status ${response.status}`,
      'RFC 6455, 4.1',
    );
  if (accept !== webSocketAccept(key)) {
    throw refusal('Sec-WebSocket-Accept', webSocketAccept(key), excerpt(accept), 'RFC 6455, 4.1');
  }
  for (const name of ['Sec-WebSocket-Extensions', 'Sec-WebSocket-Protocol']) {
    // Neither was asked for.
    if (header(response, name) !== undefined) throw refusal(name, 'none', 'one', 'RFC 6455, 4.1');
  }
}
