/** The work of `crypto ca init`: a root that signs itself, or an intermediate that its parent signs. */
import { CryptoError } from '../../../errors.ts';
import { type PrivateKey, type PublicKey, publicKeyOfPrivate } from '../../../keys/index.ts';
import type { RandomSource } from '../../../random/index.ts';
import { type Certificate, formatName, type Name } from '../../../x509/index.ts';
import { type Authority, changeAuthority, openAuthority } from '../../authority/authority.ts';
import { expectFree, type StagedFolder, stageFolder } from '../../authority/create.ts';
import { expectCurrent, issue, selfIssue, validityFor } from '../../authority/issue.ts';
import { subjectName } from '../../certificate-names.ts';
import { makeKey } from '../../new-key.ts';
import type { Session } from '../../session.ts';
import { remarkSize } from '../rsa/key.ts';
import { INTERMEDIATE_DAYS, ROOT_DAYS } from './options.ts';
import { certificateFacts, tellCertificate } from './report.ts';
import { seedFor, serialSource } from './seed.ts';

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
  const above = parent === undefined ? undefined : openAuthority(session, parent);
  if (above) expectCurrent(session, above, now);
  if (seed !== undefined) session.note('cli.seeded');
  const word = seedFor(seed, 'ca/init', formatName(subject), above);
  const privateKey = await makeKey(session, bits, word);
  const keys = { privateKey, publicKey: publicKeyOfPrivate(privateKey) };
  const random = serialSource(word);

  const days = options.days ?? (parent === undefined ? ROOT_DAYS : INTERMEDIATE_DAYS);
  const certificate =
    parent === undefined
      ? makeRoot(session, folder, { subject, keys, days, pathLength, now, random })
      : await changeAuthority(session, parent, now, (authority) =>
          makeIntermediate(session, folder, authority, { subject, keys, days, pathLength, now, random }),
        );
  remarkSize(session, privateKey.rsa);
  if (session.json)
    session.printJson({ folder, ...certificateFacts(certificate), secret: seed === undefined });
  else tellCertificate(session, certificate, folder);
}

interface Plan {
  readonly subject: Name;
  readonly keys: { readonly privateKey: PrivateKey; readonly publicKey: PublicKey };
  readonly days: number;
  readonly pathLength: number | undefined;
  readonly now: Date;
  readonly random: RandomSource;
}

function makeRoot(
  session: Session,
  folder: string,
  { subject, keys, now, days, ...plan }: Plan,
): Certificate {
  const certificate = selfIssue(subject, keys, { validity: validityFor(now, days), ...plan });
  stageFolder(session, folder, { certificate, privateKey: keys.privateKey, chain: [] }, now).publish();
  return certificate;
}

/** The folder is complete before the parent's books tell of it, and gets its place after that. */
function makeIntermediate(
  session: Session,
  folder: string,
  parent: Authority,
  { subject, keys, now, random, ...plan }: Plan,
): Certificate {
  const { privateKey, publicKey } = keys;
  let staged: StagedFolder | undefined;
  try {
    const { certificate } = issue(
      session,
      parent,
      { profile: 'ca', subject, names: [], publicKey, ...plan },
      {
        now,
        random,
        prepare(made) {
          const chain = [made, ...parent.chain];
          staged = stageFolder(session, folder, { certificate: made, privateKey, chain }, now);
        },
      },
    );
    staged?.publish();
    return certificate;
  } catch (error) {
    staged?.discard();
    throw error;
  }
}
