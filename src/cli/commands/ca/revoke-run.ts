/** The work of `crypto ca revoke`: into the books, then onto a new list. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CryptoError } from '../../../errors.ts';
import { type CrlReason, verifySignature } from '../../../x509/index.ts';
import {
  type Authority,
  changeAuthority,
  FILES,
  renewList,
  wholeSecond,
  writeIndex,
} from '../../authority/authority.ts';
import type { IndexEntry } from '../../authority/index-file.ts';
import { readCertificates } from '../../certificate-file.ts';
import { shownPath } from '../../io/io-error.ts';
import type { Session } from '../../session.ts';
import { secondText, timeText, visibleText } from '../../visible.ts';

export async function runRevoke(
  session: Session,
  folder: string,
  wanted: string,
  {
    reason = 'unspecified',
    now = new Date(),
  }: { readonly reason?: CrlReason | undefined; readonly now?: Date | undefined },
): Promise<void> {
  const entry = await changeAuthority(session, folder, now, async (authority) => {
    const found = await findEntry(session, authority, wanted);
    if (found.revoked) {
      const at = timeText(new Date(found.revoked.at));
      throw new CryptoError('exists', session.say('ca.error.alreadyRevoked', { name: found.name, at }));
    }
    const revoked = { ...found, revoked: { at: wholeSecond(now).toISOString(), reason } };
    const issued = authority.index.issued.map((each) => (each.serial === found.serial ? revoked : each));
    renewList(writeIndex(authority, { ...authority.index, issued }), now);
    return revoked;
  });
  const list = join(folder, FILES.list);
  if (session.json) session.printJson({ ...entry, list });
  else {
    const { name, subject, serial } = entry;
    session.print(
      session.say('ca.revoked', { name, subject: visibleText(subject), serial, at: secondText(now) }),
    );
    session.print(session.say('ca.listWritten', { path: list }));
  }
}

/** By its file, the name of its files, or its serial number. */
async function findEntry(session: Session, authority: Authority, wanted: string): Promise<IndexEntry> {
  const { issued } = authority.index;
  const serial = wanted
    .replaceAll(':', '')
    .toLowerCase()
    .replace(/^0x/, '')
    .replace(/^0+(?=.)/, '');
  const byName = issued.find(({ name }) => name === wanted) ?? issued.find((each) => each.serial === serial);
  if (byName) return byName;
  if (!existsSync(wanted)) {
    throw new CryptoError('bad-argument', session.say('ca.error.unknown', { got: shownPath(wanted) }));
  }
  const [certificate] = await readCertificates(session, wanted);
  const isOurs = verifySignature(certificate!, authority.certificate.publicKey).valid;
  const found = issued.find((each) => each.serial === certificate!.serialNumber.toString(16));
  if (isOurs && found) return found;
  throw new CryptoError('bad-argument', session.say('ca.error.foreign', { path: shownPath(wanted) }));
}
