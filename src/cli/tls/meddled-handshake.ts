/** A handshake with one thing wrong, for people: the ladder up to the break, who noticed, and what is to be learnt. */
import { CryptoError } from '../../errors.ts';
import type { TlsFaultRun } from '../../explain/tls-faults/index.ts';
import type { Notice, Passed, WireSide } from '../../explain/tls-wire/conversation.ts';
import { errorText } from '../chinese/errors.ts';
import { colorsOf } from '../render.ts';
import type { Session } from '../session.ts';
import { prose } from '../wrap.ts';
import { type LadderRow, ladderLines } from './ladder.ts';

export function faultText(session: Session, run: TlsFaultRun): string {
  const { name, clause, faulty, sound } = run;
  const { bold } = colorsOf(session);
  const paragraph = (text: string) => prose(session.stdout, text);
  return [
    bold(paragraph(session.say('tls.staged.title', { name, wrong: session.say(`tls.staged.${name}`) }))),
    ...ladderLines(session, rowsUntilNoticed(session, run)),
    '',
    paragraph(noticeText(session, faulty.notice)),
    paragraph(session.say(sound.notice ? 'tls.staged.soundFails' : 'tls.staged.sound')),
    '',
    paragraph(session.say(`tls.lesson.${name}`)),
    session.say('tls.staged.clause', { clause }),
  ].join('\n');
}

export function sideName(session: Session, side: WireSide): string {
  return session.say(`tls.staged.side.${side}`);
}

/** What the side that noticed says, in the language of the session. */
export function reasonText(session: Session, { at, reason }: Notice): string {
  if (at === 'end') return session.say('tls.staged.reasonEnd');
  return errorText(session, new CryptoError('check-failed', reason));
}

function noticeText(session: Session, notice: Notice | undefined): string {
  if (!notice) return session.say('tls.staged.unnoticed');
  const { by, at, alert } = notice;
  const side = sideName(session, by);
  return alert === undefined
    ? session.say('tls.staged.noticedEnd', { side })
    : session.say('tls.staged.noticed', { side, message: at, alert });
}

/** Every message up to the one on which it was noticed, and the alert that answers it. */
function rowsUntilNoticed(session: Session, { place, faulty: { passed, notice } }: TlsFaultRun): LadderRow[] {
  const last = notice?.passed ?? passed.length - 1;
  const answer = notice && passed.slice(last + 1).find(({ from, alert }) => from === notice.by && alert);
  const rows = passed.slice(0, last + 1).flatMap((each, i) => {
    const noticed = notice?.passed === i ? notice : undefined;
    return arrivals(each).map((arrival): LadderRow => {
      const isBreak = noticed !== undefined && (noticed.at === 'end' || noticed.arrived === arrival);
      return {
        ...rowOf(session, each),
        note: noteOf(session, place, each, arrival),
        broken: isBreak ? reasonText(session, noticed) : undefined,
      };
    });
  });
  const all = answer ? [...rows, rowOf(session, answer)] : rows;
  return all.map((row, i) => ({ ...row, number: i + 1 }));
}

/** The numbers of what arrived; one for a record that never did. */
function arrivals({ arrived }: Passed): number[] {
  return arrived.length === 0 ? [0] : arrived.map((_, i) => i);
}

function rowOf(session: Session, { from, label, alert, record, isProtected }: Passed): LadderRow {
  return {
    from,
    label: alert ? session.say('tls.staged.alert', { alert }) : label,
    note: session.say('tls.staged.bytes', { count: record.length }),
    protected: isProtected,
  };
}

function noteOf(
  session: Session,
  place: TlsFaultRun['place'],
  { meddled, arrived, record }: Passed,
  arrival: number,
): string {
  if (!meddled) return session.say('tls.staged.bytes', { count: record.length });
  if (arrived.length === 0) return session.say('tls.staged.cut');
  if (place === 'server') return session.say('tls.staged.wrong');
  if (arrived[arrival] !== record) return session.say('tls.staged.changed');
  return session.say(arrival === 0 ? 'tls.staged.copied' : 'tls.staged.again');
}
