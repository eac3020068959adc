/** Signatures as a search for chains checks them: each pair of what is signed and a key once. */
import type { PublicKey } from '../../keys/index.ts';
import type { Signed } from '../certificate.ts';
import { type SignatureVerdict, verifySignature } from '../verify-signature.ts';
import type { Work } from './work.ts';

export class Signatures {
  readonly #known = new Map<Signed, Map<PublicKey, SignatureVerdict>>();
  readonly #work: Work;

  constructor(work: Work) {
    this.#work = work;
  }

  /** Undefined once there were too many. */
  check(signed: Signed, publicKey: PublicKey): SignatureVerdict | undefined {
    const verdicts = this.#known.get(signed) ?? new Map<PublicKey, SignatureVerdict>();
    this.#known.set(signed, verdicts);
    const known = verdicts.get(publicKey);
    if (known) return known;
    // A list may be of many megabytes, and each key that is tried hashes it again.
    if (!this.#work.spend('signatures', 1 + Math.floor(signed.tbs.length / 2 ** 20))) return undefined;
    const verdict = verifySignature(signed, publicKey);
    verdicts.set(publicKey, verdict);
    return verdict;
  }
}
