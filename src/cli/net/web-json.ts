/** A run from URL to page as data. Times are microseconds. */
import { layersOf } from '../../explain/net/layers.ts';
import { ROUND_TRIP } from '../../explain/net/line.ts';
import { senderOf, type View, viewOf } from '../../explain/net/views.ts';
import { BANK, type WebLesson } from '../../explain/net/web.ts';
import { flagNames } from '../../net/index.ts';

export function webJson(
  lesson: WebLesson,
  asked: { readonly scheme: string; readonly seed: string; readonly url: string },
): Record<string, unknown> {
  return {
    ...asked,
    host: BANK,
    phases: lesson.phases.map((cost) => ({ ...cost, roundTrips: cost.time / ROUND_TRIP })),
    dns: lesson.known ?? null,
    exchanges: lesson.exchanges.map(({ request, response, sent, came }) => ({
      request: `${request.method} ${request.target}`,
      status: response.status,
      sent,
      came,
    })),
    cookie: lesson.cookie ?? null,
    suite: lesson.connection?.suite.name ?? null,
    packets: lesson.frames.map((frame, i) => {
      const { seen, packet, phase, again, holds } = frame;
      const { tcp } = packet;
      return {
        number: i + 1,
        time: seen.time,
        from: senderOf(frame),
        phase,
        fate: seen.fate,
        again: again ?? null,
        bytes: seen.frame.length,
        layers: layersOf(frame),
        ...(tcp ? { flags: flagNames(tcp.flags), seq: tcp.seq, ack: tcp.ack } : {}),
        holds: holds.map(({ label, layer, sealed }) => ({ label, layer, sealed })),
      };
    }),
  };
}

/** The packets that a party sees, and what it reads in them. */
export function viewJson(lesson: WebLesson, party: View): Record<string, unknown> {
  return { party, packets: viewOf(lesson, party) };
}
