/** One GET with Node's own HTTP client, on a stream that is there already. */
import { type IncomingMessage, request } from 'node:http';
import { excerpt } from '../../bytes/index.ts';
import { CryptoError } from '../../errors.ts';
import type { Session } from '../session.ts';
import type { TlsStream } from './tls-stream.ts';

/** What may stand in a request line (RFC 9112, 3.2). */
const PATH = /^\/[\x21-\x7e]*$/;

/** `bad-argument` unless a path can be asked for as it is. */
export function expectPath(session: Session, path: string): void {
  if (!PATH.test(path))
    throw new CryptoError('bad-argument', session.say('tls.error.path', { got: excerpt(path) }));
}

/** Resolves with the head of the response; its body is read from it. */
export function httpGet(
  stream: TlsStream,
  { host, path }: { readonly host: string; readonly path: string },
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request({
      createConnection: () => stream,
      path,
      setHost: false,
      headers: { Host: host, 'User-Agent': 'crypto-primer', Accept: '*/*', Connection: 'close' },
    });
    asked.on('response', resolve);
    asked.on('error', reject);
    asked.end();
  });
}
