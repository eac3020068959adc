/** The work of `crypto ca init`: a root that signs itself, or an intermediate that its parent signs. */
import { CryptoError } from '../../../errors.ts';
import { publicKeyOfPrivate } from '../../../keys/index.ts';
import type { Certificate } from '../../../x509/index.ts';
import { changeAuthority, openAuthority } from '../../authority/authority.ts';
import { createFolder, expectFree, type NewAuthority } from '../../authority/create.ts';
import { issue, selfIssue, validityFor } from '../../authority/issue.ts';
import { subjectName } from '../../certificate-names.ts';
import { makeKey } from '../../new-key.ts';
import { openRandom } from '../../randomness.ts';
import type { Session } from '../../session.ts';
import { INTERMEDIATE_DAYS, ROOT_DAYS, seedFor } from './options.ts';
import { certificateFacts, tellCertificate } from './report.ts';

export interface InitOptions {
  readonly subject: string;
  readonly parent?: string | undefined;
  readonly pathLength?: number | undefined;
  readonly days?: number | undefined;
  readonly bits: number;
  readonly seed?: string | undefined;
  readonly now?: Date | undefined;
}

export async function runInit(session: Session, folder: string, options: InitOptions): Promise<void> {
  const { now = new Date(), bits, seed, parent, pathLength } = options;
  const subject = subjectName(session, options.subject, []);
  if (subject.length === 0) throw new CryptoError('bad-argument', session.say('ca.error.emptySubject'));
  expectFree(session, folder);
  const count = parent === undefined ? 0 : openAuthority(session, parent).index.issued.length;
  const random = openRandom(session, seedFor(seed, 'ca/init', count));
  const privateKey = await makeKey(session, bits, seedFor(seed, 'ca/init', count));
  const publicKey = publicKeyOfPrivate(privateKey);
  const serials = random.substream('ca.serial');

  const create = (certificate: Certificate, chain: readonly Certificate[]) => {
    const made: NewAuthority = { certificate, privateKey, chain };
    createFolder(session, folder, made, now);
    return certificate;
  };
  const certificate =
    parent === undefined
      ? create(
          selfIssue(
            subject,
            { privateKey, publicKey },
            { validity: validityFor(now, options.days ?? ROOT_DAYS), random: serials, pathLength },
          ),
          [],
        )
      : await changeAuthority(session, parent, now, (authority) => {
          const days = options.days ?? INTERMEDIATE_DAYS;
          const wish = { profile: 'ca', subject, names: [], publicKey, days, pathLength } as const;
          const issued = issue(session, authority, wish, { now, random: serials });
          return create(issued.certificate, [issued.certificate, ...authority.chain]);
        });
  if (session.json)
    session.printJson({ folder, ...certificateFacts(certificate), secret: seed === undefined });
  else tellCertificate(session, certificate, folder);
}
