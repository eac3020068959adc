/** "HTTP's three-way handshake": it is TCP's, one for a whole connection, and carries nothing of HTTP. */
import { runHandshake } from '../net/tcp-handshake.ts';
import { runWeb } from '../net/web.ts';
import { evidence, type Myth, mythStep } from './myth.ts';

export const httpHandshake: Myth = {
  name: 'http-handshake',
  said: 'myth.http-handshake.said',
  truth: 'myth.http-handshake.truth',
  better: 'myth.http-handshake.better',
  run(random) {
    const stream = random.substream('myth.http-handshake');
    const web = runWeb({ random: stream.substream('web') });
    const opening = web.frames.filter(({ phase }) => phase === 'tcp');
    const bytes = opening.reduce((sum, { packet }) => sum + (packet.tcp?.payload.length ?? 0), 0);
    const requests = web.exchanges.length;
    const silent = runHandshake({ random: stream.substream('silent') });
    const [{ frames } = { frames: [] }] = silent.scenes;
    return evidence(
      'http-handshake',
      [
        mythStep(
          'count',
          'myth.http-handshake.step.count',
          { segments: opening.length, bytes },
          'RFC 9293, 3.5',
        ),
        mythStep('requests', 'myth.http-handshake.step.requests', { requests }),
        mythStep('silent', 'myth.http-handshake.step.silent', { segments: frames.length }),
      ],
      [
        { claim: 'myth.http-handshake.claim.bytes', holds: bytes > 0 },
        { claim: 'myth.http-handshake.claim.each', holds: opening.length >= 3 * requests },
        { claim: 'myth.http-handshake.claim.only', holds: frames.length !== opening.length },
      ],
    );
  },
};
