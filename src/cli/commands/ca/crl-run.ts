/** The work of `crypto ca crl`: a new list of what was taken back. */
import { join } from 'node:path';
import { changeAuthority, DAY_MS, FILES, renewList } from '../../authority/authority.ts';
import type { Session } from '../../session.ts';
import { secondText } from '../../visible.ts';

export async function runCrl(
  session: Session,
  folder: string,
  { days, now = new Date() }: { readonly days: number; readonly now?: Date | undefined },
): Promise<void> {
  const { index } = await changeAuthority(session, folder, now, (authority) =>
    renewList(authority, now, days),
  );
  const path = join(folder, FILES.list);
  const count = index.issued.filter(({ revoked }) => revoked).length;
  const nextUpdate = new Date(now.getTime() + days * DAY_MS);
  if (session.json) {
    const facts = { crlNumber: index.crlNumber, revoked: count, nextUpdate: nextUpdate.toISOString() };
    session.printJson({ output: path, ...facts });
  } else {
    session.print(session.say('ca.listWritten', { path }));
    session.print(
      session.say('ca.listFacts', { number: index.crlNumber, count, until: secondText(nextUpdate) }),
    );
  }
}
