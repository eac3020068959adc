/** The work of `crypto ca revoke`: into the books, then onto a new list. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CryptoError } from '../../../errors.ts';
import { type CrlReason, verifySignature } from '../../../x509/index.ts';
import { type Authority, changeAuthority, FILES, renewList, wholeSecond } from '../../authority/authority.ts';
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
    // In one step with the number of the list: whoever is killed behind it leaves a list that is seen to be old.
    renewList({ ...authority, index: { ...authority.index, issued } }, now);
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
  const name = wanted.replace(/\.pem$/, '');
  const [serial, decimal] = serialsIn(wanted);
  const known =
    issued.find((each) => each.name === name) ??
    issued.find((each) => each.serial === serial) ??
    issued.find((each) => each.serial === decimal);
  if (known) return known;
  if (!existsSync(wanted)) {
    throw new CryptoError('bad-argument', session.say('ca.error.unknown', { got: shownPath(wanted) }));
  }
  const [certificate] = await readCertificates(session, wanted);
  const isOurs = verifySignature(certificate!, authority.certificate.publicKey).valid;
  const found = issued.find((each) => each.serial === certificate!.serialNumber.toString(16));
  if (isOurs && found) return found;
  throw new CryptoError('bad-argument', session.say('ca.error.foreign', { path: shownPath(wanted) }));
}

/** Read as hex, as `crypto ca list` writes them and OpenSSL does, and as the decimal number of `--json`. */
function serialsIn(text: string): [hex: string | undefined, decimal: string | undefined] {
  const digits = text.replaceAll(':', '').replace(/^0x/i, '');
  const isHex = /^[0-9a-f]{1,40}$/i.test(digits);
  const isDecimal = /^\d{1,49}$/.test(text);
  return [
    isHex ? BigInt(`0x${digits}`).toString(16) : undefined,
    isDecimal ? BigInt(text).toString(16) : undefined,
  ];
}
