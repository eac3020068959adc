/** "HTTPS encrypts at the transport layer": TLS stands on a transport, and needs one that keeps order; HTTP stands on it unchanged. */
import { concatAll, equalConstantTime, utf8 } from '../../bytes/index.ts';
import type { Meddler } from '../tls-wire/conversation.ts';
import { evidence, type Myth, mythStep } from './myth.ts';
import { smallConnection } from './small-connection.ts';

/** HTTP/1.1 as it would be without TLS (RFC 9112, 2.1), in two writes. */
const REQUEST = ['GET /price HTTP/1.1\r\n', 'Host: bob.example\r\n\r\n'].map(utf8);
const ANSWER = [utf8('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n100.')];
/** Bytes that each piece has, where the transport cuts as it likes. */
const PIECE = 7;

export const httpsIsTransport: Myth = {
  name: 'https-is-transport',
  said: 'myth.https-is-transport.said',
  truth: 'myth.https-is-transport.truth',
  better: 'myth.https-is-transport.better',
  run(random) {
    const stream = random.substream('myth.https-is-transport');
    const talk = (name: string, meddle?: Meddler) =>
      smallConnection(random, { draw: stream.substream(name), request: REQUEST, answer: ANSWER, meddle });
    // No TCP here, nor any network: two machines, and a list of bytes between them.
    const inMemory = talk('memory');
    const arrived = inMemory.sides.server.read;
    const same = equalConstantTime(arrived, concatAll(REQUEST));
    // A transport may cut as it likes; it may not change the order, nor lose anything.
    const cut = talk('cut', ({ record }) => piecesOf(record));
    const mixed = talk('mixed', exchangeFirstTwo());
    const lost = talk('lost', loseFirst());
    const repaired = [mixed, lost].filter(({ sides }) =>
      equalConstantTime(sides.server.read, concatAll(REQUEST)),
    );
    return evidence(
      'https-is-transport',
      [
        mythStep(
          'memory',
          same ? 'myth.https-is-transport.step.memory' : 'myth.https-is-transport.step.changed',
          { request: arrived },
        ),
        mythStep(
          'cut',
          cut.sides.client.closed
            ? 'myth.https-is-transport.step.cut'
            : 'myth.https-is-transport.step.cutBroken',
          { piece: PIECE },
        ),
        mixed.notice?.alert
          ? mythStep('mixed', 'myth.https-is-transport.step.mixed', { alert: mixed.notice.alert })
          : mythStep('mixed', 'myth.https-is-transport.step.repaired', {}),
        lost.notice?.alert
          ? mythStep('lost', 'myth.https-is-transport.step.lost', { alert: lost.notice.alert })
          : mythStep('lost', 'myth.https-is-transport.step.repaired', {}),
      ],
      [
        { claim: 'myth.https-is-transport.claim.tcp', holds: !inMemory.sides.client.connected },
        { claim: 'myth.https-is-transport.claim.order', holds: repaired.length > 0 },
        { claim: 'myth.https-is-transport.claim.http', holds: !same },
      ],
    );
  },
};

function piecesOf(record: Uint8Array): Uint8Array[] {
  return Array.from({ length: Math.ceil(record.length / PIECE) }, (_, i) =>
    record.subarray(i * PIECE, (i + 1) * PIECE),
  );
}

/** The client's first two records of data arrive in the other order. */
function exchangeFirstTwo(): Meddler {
  let held: Uint8Array | undefined;
  let done = false;
  return ({ from, type, record }) => {
    if (done || from !== 'client' || type !== 'application_data') return [record];
    if (held) {
      done = true;
      return [record, held];
    }
    held = record;
    return [];
  };
}

/** The client's first record of data does not arrive. */
function loseFirst(): Meddler {
  let done = false;
  return ({ from, type, record }) => {
    if (done || from !== 'client' || type !== 'application_data') return [record];
    done = true;
    return [];
  };
}
