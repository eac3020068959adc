/** The work of `crypto ca list`: what was issued, a line each. */
import { openBooks } from '../../authority/authority.ts';
import type { IndexEntry } from '../../authority/index-file.ts';
import { table } from '../../render.ts';
import type { Session } from '../../session.ts';
import { visibleText } from '../../visible.ts';

type Status = 'valid' | 'not-yet-valid' | 'expired' | 'revoked';

export function runList(
  session: Session,
  folder: string,
  { now = new Date() }: { readonly now?: Date | undefined },
): void {
  const { index } = openBooks(session, folder);
  const rows = index.issued.map((entry) => ({ ...entry, status: statusOf(entry, now) }));
  if (session.json) {
    session.printJson({ folder, crlNumber: index.crlNumber, issued: rows });
    return;
  }
  if (rows.length === 0) {
    session.print(session.say('ca.list.empty'));
    return;
  }
  const heading = (['name', 'profile', 'until', 'status', 'serial'] as const).map((column) =>
    session.say(`ca.column.${column}`),
  );
  const lines = rows.map(({ name, profile, notAfter, status, serial, revoked }) => [
    visibleText(name, 60),
    profile,
    notAfter.slice(0, 10),
    session.say(`ca.status.${status}`) + (revoked ? ` ${revoked.at.slice(0, 10)} (${revoked.reason})` : ''),
    serial,
  ]);
  session.print(table(heading, lines));
}

function statusOf({ notBefore, notAfter, revoked }: IndexEntry, now: Date): Status {
  if (revoked) return 'revoked';
  if (now < new Date(notBefore)) return 'not-yet-valid';
  return now > new Date(notAfter) ? 'expired' : 'valid';
}
