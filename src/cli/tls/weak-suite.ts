/** What is to be said about a cipher suite before it is used: why it is weak, or that an option does nothing for it. */
import type { CipherSuite } from '../../tls/index.ts';
import type { Session } from '../session.ts';

const WEAKNESS = {
  sweet32: 'cli.weak.3des',
  rc4: 'cli.weak.rc4',
  'no-secrecy': 'tls.demo.nullSuite',
} as const;

/** On stderr; `etm` where encrypt_then_mac was asked for. */
export function noteSuite(session: Session, suite: CipherSuite, etm: boolean): void {
  if (suite.weak) session.note(WEAKNESS[suite.weak]);
  if (etm && suite.cipher.kind !== 'cbc') session.note('tls.demo.etmIgnored', { suite: suite.name });
}
