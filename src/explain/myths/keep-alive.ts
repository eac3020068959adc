/** "HTTP keep-alive is TCP keep-alive": one keeps a connection for the next request, the other asks an idle peer whether it lives. */
import { BOB, openLine } from '../net/line.ts';
import { runWeb } from '../net/web.ts';
import { evidence, type Myth, mythStep } from './myth.ts';

const PORT = 80;
const HOUR = 3_600_000_000;

export const keepAlive: Myth = {
  name: 'keep-alive',
  said: 'myth.keep-alive.said',
  truth: 'myth.keep-alive.truth',
  better: 'myth.keep-alive.better',
  run(random) {
    const stream = random.substream('myth.keep-alive');
    const web = runWeb({ random: stream.substream('web') });
    const requests = web.exchanges.length;
    const webProbes = web.frames.filter(({ again }) => again === 'probe').length;
    // A connection on which nothing is said, its keep-alive switched on.
    const line = openLine({ random: stream.substream('idle') });
    line.bob.listen(PORT, { onConnection: () => ({}) });
    line.alice.connect(BOB.address, PORT, { keepAlive: true });
    line.clock.run({ until: 3 * HOUR });
    const later = line.noted.flatMap((one) =>
      one.kind === 'frame' && one.time > HOUR && one.packet.tcp
        ? [{ time: one.time, bytes: one.packet.tcp.payload.length, from: one.seen.from }]
        : [],
    );
    const probes = later.filter(({ from }) => from === 'a');
    const minutes = Math.round((probes[0]?.time ?? 0) / 60_000_000);
    const bytes = probes.reduce((sum, each) => sum + each.bytes, 0);
    return evidence(
      'keep-alive',
      [
        mythStep('http', 'myth.keep-alive.step.http', { requests, probes: webProbes }, 'RFC 9112, 9.3'),
        mythStep('tcp', 'myth.keep-alive.step.tcp', { minutes, probes: probes.length }, 'RFC 9293, 3.8.4'),
        mythStep('bytes', 'myth.keep-alive.step.bytes', { bytes }),
      ],
      [
        { claim: 'myth.keep-alive.claim.needs', holds: webProbes > 0 || requests < 2 },
        { claim: 'myth.keep-alive.claim.carries', holds: bytes > 0 },
        { claim: 'myth.keep-alive.claim.soon', holds: minutes < 1 },
      ],
    );
  },
};
