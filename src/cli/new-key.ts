/** A new RSA key for a command, with a line of progress while it is sought. */
import { defaultExponent } from '../rsa/index.ts';
import { startSearch } from './io/search.ts';
import { findKey, type KeyTask, WORKER_BITS } from './prime-workers.ts';
import type { Session } from './session.ts';

/** The key, and how many candidates its primes took. */
export async function seekKey(session: Session, task: KeyTask) {
  const progress = startSearch(session, { elsewhere: task.bits >= WORKER_BITS });
  try {
    return await findKey(task, ({ p, q }) => {
      progress.update(() => session.say('rsa.keygen.searching', { count: p + q }));
    });
  } finally {
    progress.stop();
  }
}

/** A key for a certificate, with the usual exponent. */
export async function makeKey(session: Session, bits: number, seed: string | undefined) {
  const { key } = await seekKey(session, { bits, seed, exponent: defaultExponent(bits) });
  return { algorithm: 'rsa', rsa: key } as const;
}
