/** The work of `crypto ca list`: what was issued, a line each. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FILES, openAuthority } from '../../authority/authority.ts';
import type { IndexEntry } from '../../authority/index-file.ts';
import { table } from '../../render.ts';
import type { Session } from '../../session.ts';
import { visibleText } from '../../visible.ts';

type Status = 'valid' | 'expired' | 'revoked' | 'unfinished';

export function runList(
  session: Session,
  folder: string,
  { now = new Date() }: { readonly now?: Date | undefined },
): void {
  const { index } = openAuthority(session, folder);
  const rows = index.issued.map((entry) => ({ ...entry, status: statusOf(folder, entry, now) }));
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

/** An issuer that was killed has an entry in the books, and no certificate. */
function statusOf(folder: string, { name, notAfter, revoked, profile }: IndexEntry, now: Date): Status {
  if (revoked) return 'revoked';
  if (profile !== 'ca' && !existsSync(join(folder, FILES.issued, `${name}.pem`))) return 'unfinished';
  return now > new Date(notAfter) ? 'expired' : 'valid';
}
