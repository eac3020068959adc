/** "HTTPS is stateless": HTTP is. TLS below it keeps keys, and a number for every record. */
import { utf8 } from '../../bytes/index.ts';
import { SessionStore } from '../../net/http/session.ts';
import { createBank } from '../../net/http/site.ts';
import { onFirstData } from '../tls-wire/meddlers.ts';
import { evidence, type Myth, mythStep } from './myth.ts';
import { smallConnection } from './small-connection.ts';

const REQUEST = ['GET /price HTTP/1.1\r\n', 'Host: bob.example\r\n\r\n'].map(utf8);
const ANSWER = [utf8('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n100.')];

export const httpsIsStateless: Myth = {
  name: 'https-is-stateless',
  said: 'myth.https-is-stateless.said',
  truth: 'myth.https-is-stateless.truth',
  better: 'myth.https-is-stateless.better',
  run(random) {
    const stream = random.substream('myth.https-is-stateless');
    const sessions = new SessionStore<string>(stream.substream('sessions'));
    const bank = createBank({ users: new Map(), sessions });
    const id = sessions.create('alice', 0);
    const ask = (headers: { name: string; value: string }[]) =>
      bank({ method: 'GET', target: '/account', version: 'HTTP/1.1', headers, body: utf8('') }, 1).status;
    const withCookie = ask([{ name: 'Cookie', value: `session=${id}` }]);
    const without = ask([]);
    const talk = (name: string, times: 0 | 2) =>
      smallConnection(random, {
        draw: stream.substream(name),
        request: REQUEST,
        answer: ANSWER,
        meddle: onFirstData('client', (record) => Array.from({ length: times }, () => record)),
      });
    const twice = talk('twice', 2);
    const missing = talk('missing', 0);
    const length = REQUEST[0]!.length;
    return evidence(
      'https-is-stateless',
      [
        mythStep('http', 'myth.https-is-stateless.step.http', { with: withCookie, without }, 'RFC 9110, 3.3'),
        mythStep('twice', 'myth.https-is-stateless.step.twice', { alert: twice.notice?.alert ?? '–' }),
        mythStep('missing', 'myth.https-is-stateless.step.missing', { alert: missing.notice?.alert ?? '–' }),
      ],
      [
        { claim: 'myth.https-is-stateless.claim.again', holds: twice.sides.server.read.length > length },
        { claim: 'myth.https-is-stateless.claim.alone', holds: missing.sides.server.read.length > 0 },
      ],
    );
  },
};
