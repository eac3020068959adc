/** Each packet as layers in each other; the layers' names in TCP/IP and in OSI, and where OSI does not fit. */
import { LAYER_NAMES, layersOf } from '../../explain/net/layers.ts';
import { senderOf } from '../../explain/net/views.ts';
import type { WebLesson } from '../../explain/net/web.ts';
import { colorsOf, table } from '../render.ts';
import type { Session } from '../session.ts';
import { prose } from '../wrap.ts';

const MISFITS = ['tls', 'tcp', 'cookie', 'link'] as const;

export function layersText(session: Session, lesson: WebLesson): string {
  const { bold } = colorsOf(session);
  const packets = lesson.frames.map((frame, i) => {
    const parts = layersOf(frame).map(({ layer, bytes }) => `${layer} ${bytes}`);
    const nested = `${parts.join(' [ ')}${' ]'.repeat(parts.length - 1)}`;
    const from = session.say(`web.party.${senderOf(frame)}`);
    return [String(i + 1), `${from} →`, String(frame.seen.frame.length), nested];
  });
  const names = LAYER_NAMES.filter(({ protocols }) => lesson.secure || protocols !== 'TLS');
  return [
    table(
      ['#', session.say('web.view.from'), session.say('web.cost.bytes'), session.say('web.layers.nested')],
      packets,
    ),
    '',
    table(
      [session.say('web.layers.protocols'), 'TCP/IP', 'OSI'],
      names.map(({ protocols, tcpIp, osi, fits }) => [
        protocols,
        session.say(`web.layer.${tcpIp}`),
        `${osi}${fits ? '' : ' ?'}`,
      ]),
    ),
    '',
    bold(session.say('web.layers.misfit')),
    ...MISFITS.filter((name) => lesson.secure || name !== 'tls').map((name) =>
      prose(session.stdout, `- ${session.say(`web.misfit.${name}`)}`, 2),
    ),
  ].join('\n');
}
