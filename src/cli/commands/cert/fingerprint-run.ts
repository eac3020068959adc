/** The work of `crypto cert fingerprint`: the hash of each certificate of a file, written as `openssl x509 -fingerprint` does. */
import { toHex } from '../../../bytes/index.ts';
import { HASHES, type HashId } from '../../../hash/index.ts';
import { formatName } from '../../../x509/index.ts';
import { readCertificates } from '../../certificate-file.ts';
import { HASH_WEAKNESS } from '../../hashes.ts';
import type { Session } from '../../session.ts';
import { colonHex } from '../../visible.ts';
import { nameOf } from './name-view.ts';

export async function runFingerprint(
  session: Session,
  path: string | undefined,
  { hash }: { readonly hash: HashId },
): Promise<void> {
  const certificates = await readCertificates(session, path);
  if (HASH_WEAKNESS[hash]) session.note(HASH_WEAKNESS[hash]);
  const prints = certificates.map(({ der, subject }) => ({ print: HASHES[hash](der), subject }));
  if (session.json) {
    const fingerprints = prints.map(({ print, subject }) => ({
      subject: formatName(subject),
      fingerprint: toHex(print),
    }));
    session.printJson({ hash: HASHES[hash].name, fingerprints });
    return;
  }
  for (const { print, subject } of prints) {
    const owner = prints.length > 1 ? `  ${nameOf(subject)}` : '';
    session.print(`${hash} Fingerprint=${colonHex(print)}${owner}`);
  }
}
