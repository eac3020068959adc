/** Transformations that need the whole message: it is gathered, up to a bound, or fed to a hash function. */
import { concatAll, type Incremental } from '../bytes/index.ts';
import type { Hash } from '../hash/index.ts';

const NOTHING = new Uint8Array(0);

/** Gives out nothing before the end; throws what `tooLong` makes above `limit` bytes. */
export function gathered(
  limit: number,
  tooLong: () => Error,
  transform: (msg: Uint8Array) => Uint8Array,
): Incremental {
  const parts: Uint8Array[] = [];
  let length = 0;
  return {
    update(chunk) {
      length += chunk.length;
      if (length > limit) throw tooLong();
      parts.push(chunk.slice());
      return NOTHING;
    },
    final: () => transform(concatAll(parts)),
  };
}

/** In constant memory: only the digest is transformed. */
export function digested(hash: Hash, transform: (digest: Uint8Array) => Uint8Array): Incremental {
  const state = hash.create();
  return {
    update(chunk) {
      state.update(chunk);
      return NOTHING;
    },
    final: () => transform(state.digest()),
  };
}
