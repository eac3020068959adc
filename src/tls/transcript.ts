/**
 * The handshake messages so far, as a hash: what Finished and the session hash are made of (RFC 5246, 7.4.9; RFC 7627, 3).
 *
 * Which hash it is, the cipher suite says, which comes with ServerHello: what was said before is kept until then.
 */
import { concatAll } from '../bytes/index.ts';
import type { Hash, HashState } from '../hash/index.ts';

export class Transcript {
  #early: Uint8Array[] = [];
  #state: HashState | undefined;

  /** A whole handshake message, with its header: as sent, without the headers of records. */
  add(message: Uint8Array): void {
    if (this.#state) this.#state.update(message);
    else this.#early.push(message.slice());
  }

  /** From now on the messages are hashed as they come. */
  useHash(hash: Hash): void {
    this.#state = hash.create().update(concatAll(this.#early));
    this.#early = [];
  }

  /** The hash of all messages so far; more may follow. */
  digest(): Uint8Array {
    if (!this.#state) throw new Error('the transcript has no hash before the suite is known');
    return this.#state.digest();
  }
}
