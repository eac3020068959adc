/** What is to be said about a cipher suite before it is used: why it is weak, or that an option does nothing for it. */
import type { CipherSuite } from '../../tls/index.ts';
import type { Session } from '../session.ts';
import { noteWeakSuites } from './facts.ts';

/** On stderr; `etm` where encrypt_then_mac was asked for. */
export function noteSuite(session: Session, suite: CipherSuite, etm: boolean): void {
  noteWeakSuites(session, [suite]);
  if (etm && suite.cipher.kind !== 'cbc') session.note('tls.demo.etmIgnored', { suite: suite.name });
}
