/** What `crypto dh exchange` and `intercept` show alike: the group, and who does what. */
import type { DhGroup } from '../../../dh/index.ts';
import { columnsOf } from '../../render.ts';
import type { Session } from '../../session.ts';
import { prose } from '../../wrap.ts';
import { numberFor } from './number-text.ts';

/** What everybody may know. */
export function groupLine(session: Session, { name, p, g }: DhGroup, all: true | undefined): string {
  const values = { p: numberFor(session, p, all), g: numberFor(session, g, all) };
  const text =
    name === 'custom'
      ? session.say('dh.group.own', values)
      : session.say('dh.group.named', { name, ...values });
  return prose(session.stdout, text, 2);
}

/** An actor, or sender and receiver, and what is done, in two columns. */
export function actorLines(
  { stdout }: Session,
  rows: readonly (readonly [actor: string, what: string])[],
): string {
  const width = Math.max(...rows.map(([actor]) => columnsOf(actor)));
  return rows
    .map(([actor, what]) =>
      prose(stdout, `${actor}${' '.repeat(width - columnsOf(actor))}  ${what}`, width + 2),
    )
    .join('\n');
}
