/** The work of `crypto ca issue`: a key, and a certificate for it. */
import { CryptoError } from '../../../errors.ts';
import { publicKeyOfPrivate } from '../../../keys/index.ts';
import { formatName } from '../../../x509/index.ts';
import { type Authority, changeAuthority, openAuthority } from '../../authority/authority.ts';
import { expectCurrent, issue } from '../../authority/issue.ts';
import { alternativeNames, type NameOptions, subjectName } from '../../certificate-names.ts';
import { makeKey } from '../../new-key.ts';
import type { Session } from '../../session.ts';
import { remarkSize } from '../rsa/key.ts';
import { INTERMEDIATE_DAYS, LEAF_DAYS } from './options.ts';
import { certificateFacts, tellCertificate } from './report.ts';
import { seedFor, serialSource } from './seed.ts';

export interface IssueOptions extends NameOptions {
  readonly profile: 'server' | 'client' | 'ca';
  readonly pathLength?: number | undefined;
  readonly days?: number | undefined;
  readonly bits: number;
  readonly seed?: string | undefined;
  readonly now?: Date | undefined;
}

export async function runIssue(session: Session, folder: string, options: IssueOptions): Promise<void> {
  const { now = new Date(), bits, seed, profile, pathLength } = options;
  const names = alternativeNames(session, options);
  const subject = subjectName(session, options.subject, names);
  expectNamed(session, profile, names.length, subject.length);
  if (pathLength !== undefined && profile !== 'ca') {
    throw new CryptoError('bad-argument', session.say('ca.error.pathLengthOfLeaf'));
  }
  expectCurrent(session, openAuthority(session, folder), now);
  if (seed !== undefined) session.note('cli.seeded');
  const days = options.days ?? (profile === 'ca' ? INTERMEDIATE_DAYS : LEAF_DAYS);

  // Without a seed the key is made before anybody has to wait for us; under one it depends on what was issued before.
  const early = seed === undefined ? await makeKey(session, bits, undefined) : undefined;
  const issued = await changeAuthority(session, folder, now, async (authority: Authority) => {
    const word = seedFor(seed, 'ca/issue', formatName(subject), authority);
    const privateKey = early ?? (await makeKey(session, bits, word));
    const publicKey = publicKeyOfPrivate(privateKey);
    const wish = { profile, subject, names, publicKey, privateKey, days, pathLength };
    remarkSize(session, privateKey.rsa);
    return issue(session, authority, wish, { now, random: serialSource(word) });
  });
  const { certificate, files, entry } = issued;
  if (session.json) {
    const facts = certificateFacts(certificate);
    session.printJson({ name: entry.name, files, profile, ...facts, secret: seed === undefined });
  } else tellCertificate(session, certificate, files[0]!, files.slice(1));
}

/** A server is found by a host name or an address; everybody else has some name. */
export function expectNamed(
  session: Session,
  profile: 'server' | 'client' | 'ca',
  names: number,
  attributes: number,
): void {
  if (profile === 'server' && names === 0) {
    throw new CryptoError('bad-argument', session.say('ca.error.noName'));
  }
  if (profile === 'ca' && attributes === 0) {
    throw new CryptoError('bad-argument', session.say('ca.error.emptySubject'));
  }
  if (names === 0 && attributes === 0) {
    throw new CryptoError('bad-argument', session.say('ca.error.noNameAtAll'));
  }
}
