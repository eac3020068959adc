/** Scene 18: goodbye has two directions. TCP closes in four segments, by halves, and when the last ACK is lost. */
import { runClose } from '../explain/net/tcp-close.ts';
import { runLastAckLost } from '../explain/net/tcp-time-wait.ts';
import { FIN, flagNames, writePcapng } from '../net/index.ts';
import { arrowsOf, firstNumber } from './arrows.ts';
import { type Scene, step, traceOf, type World } from './scene.ts';

export function goodbye({ random }: World): Scene {
  const draw = random.substream('scene18');
  const four = runClose(draw.substream('four'), 'four');
  const half = runClose(draw.substream('half'), 'half');
  const { withTimeWait, without } = runLastAckLost(draw.substream('lost')).facts;
  const [{ noted, frames } = { noted: [], frames: [] }] = four.scenes;
  const [u, v] = [firstNumber(noted, 'alice', FIN), firstNumber(noted, 'bob', FIN)];
  const { segments, timeWait } = four.facts;
  const { receivedAfterFin } = half.facts;
  const isRepeated = withTimeWait.repeats.some(({ flags }) => (flags & FIN) !== 0);

  const steps = [
    step('alice.fin', 'story.step.goodbye.fin', { u }),
    step('bob.fin', 'story.step.goodbye.both', { v, segments }),
    step('alice.wait', 'story.step.goodbye.wait', { seconds: Math.round(timeWait / 1e6) }),
    step('bob.late', 'story.step.goodbye.half', { bytes: receivedAfterFin }),
    step('alice.again', isRepeated ? 'story.step.goodbye.again' : 'story.step.goodbye.never', {
      resets: withTimeWait.resets,
    }),
    step('alice.gone', 'story.step.goodbye.gone', { resets: without.resets }),
  ];
  const first = noted.findIndex(
    (one) => one.kind === 'frame' && flagNames(one.packet.tcp?.flags ?? 0).includes('FIN'),
  );
  // The states that the first FIN brings about are noted before it.
  const begun = noted.findLastIndex((one, i) => i < first && one.kind === 'frame');
  const closing = noted.slice(begun + 1).filter(({ time }) => time >= (noted[first]?.time ?? 0));
  return {
    number: 18,
    title: 'story.title.goodbye',
    trace: traceOf(18, steps, new Uint8Array(0)),
    attacks: [],
    figures: [
      {
        kind: 'arrows',
        caption: 'story.figure.fourArrows',
        other: 'bob',
        rows: arrowsOf(closing, { u, v }),
      },
    ],
    pictures: [],
    documents: [
      {
        name: 'tcp-close.pcapng',
        about: 'story.document.tcpClose',
        content: writePcapng({ packets: frames, interfaceName: 'line' }),
      },
    ],
    learned: 'story.learned.goodbye',
    stillCan: 'story.still.goodbye',
  };
}
