/** The work of `crypto ca sign`: a certificate for a key that somebody else has, who asks with a request. */
import { CryptoError } from '../../../errors.ts';
import { type CertificationRequest, formatName, verifySignature } from '../../../x509/index.ts';
import { changeAuthority, openBooks } from '../../authority/authority.ts';
import { issue } from '../../authority/issue.ts';
import { grant } from '../../authority/request-policy.ts';
import { readRequest } from '../../certificate-file.ts';
import { alternativeNames, MOST_NAMES, type NameOptions } from '../../certificate-names.ts';
import { errorText } from '../../chinese/errors.ts';
import type { Session } from '../../session.ts';
import { visibleText } from '../../visible.ts';
import { remarkSize } from '../rsa/key.ts';
import { expectNamed } from './issue-run.ts';
import { INTERMEDIATE_DAYS, LEAF_DAYS } from './options.ts';
import { certificateFacts, tellCertificate } from './report.ts';
import { seedFor, serialSource } from './seed.ts';

export interface SignOptions extends NameOptions {
  readonly csr: string;
  readonly profile: 'server' | 'client' | 'ca';
  readonly pathLength?: number | undefined;
  readonly days?: number | undefined;
  readonly seed?: string | undefined;
  readonly now?: Date | undefined;
}

export async function runSign(session: Session, folder: string, options: SignOptions): Promise<void> {
  const { now = new Date(), profile, csr, seed, pathLength } = options;
  const added = alternativeNames(session, options);
  openBooks(session, folder);
  const request = await readRequest(session, csr);
  expectPossession(session, csr, request);
  const granted = grant(request, profile);
  const names = [...granted.names, ...added];
  if (names.length > MOST_NAMES) {
    throw new CryptoError('too-large', session.say('ca.error.names', { most: MOST_NAMES }));
  }
  if (profile === 'server' && names.length === 0) {
    throw new CryptoError('bad-argument', session.say('ca.error.requestNoName', { path: csr }));
  }
  if (profile === 'ca' && request.subject.length === 0) {
    throw new CryptoError('bad-argument', session.say('ca.error.requestNoSubject', { path: csr }));
  }
  expectNamed(session, profile, names.length, request.subject.length);
  if (pathLength !== undefined && profile !== 'ca') {
    throw new CryptoError('bad-argument', session.say('ca.error.pathLengthOfLeaf'));
  }
  const days = options.days ?? (profile === 'ca' ? INTERMEDIATE_DAYS : LEAF_DAYS);
  const { certificate, files, entry } = await changeAuthority(session, folder, now, (authority) => {
    const { subject, publicKey } = request;
    const random = serialSource(seedFor(seed, 'ca/sign', formatName(subject), authority));
    const wish = { profile, subject, names, publicKey, days, pathLength, extensions: granted.extensions };
    return issue(session, authority, wish, { now, random });
  });
  if (request.publicKey.algorithm !== 'unknown') remarkSize(session, request.publicKey.rsa);
  for (const { what, why } of granted.refused) {
    session.note('ca.refused', { what: visibleText(what), why: session.say(why) });
  }
  if (session.json) {
    const refused = granted.refused.map(({ what }) => what);
    session.printJson({ name: entry.name, files, profile, ...certificateFacts(certificate), refused });
  } else tellCertificate(session, certificate, files[0]!, files.slice(1));
}

/** Whoever asks has the key: the request is signed with it. */
function expectPossession(session: Session, path: string, request: CertificationRequest): void {
  const verdict = verifySignature(request, request.publicKey);
  if (verdict.valid) return;
  if ('error' in verdict) {
    const colon = session.lang === 'zh' ? '：' : ': ';
    throw new CryptoError(verdict.error.code, `${path}${colon}${errorText(session, verdict.error)}`);
  }
  const isOfOtherKind = verdict.reason === 'unsupported-key' || verdict.reason === 'unsupported-signature';
  if (isOfOtherKind) {
    throw new CryptoError(
      'unsupported',
      session.say('ca.error.requestKind', { path, name: verdict.algorithm }),
    );
  }
  throw new CryptoError('check-failed', session.say('ca.error.requestSignature', { path }));
}
