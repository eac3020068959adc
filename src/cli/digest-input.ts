/** The digest of an input of any size, in constant memory. */
import type { Hash } from '../hash/index.ts';
import { openInput } from './io/input.ts';
import { startProgress } from './io/progress.ts';
import type { Encoding } from './io/text-encoding.ts';
import { decoded } from './pipeline.ts';
import type { Session } from './session.ts';

/** `path` as `openInput` takes it; what is there is written in `encoding`. */
export async function digestInput(
  session: Session,
  path: string | undefined,
  encoding: Encoding,
  hash: Pick<Hash, 'create'>,
): Promise<Uint8Array> {
  const input = await openInput(session, path);
  const progress = startProgress(session, input.size && Math.round(input.size / 1e6), 'MB');
  const state = hash.create();
  let done = 0;
  try {
    for await (const chunk of decoded(input.chunks, encoding, input.name === '-' ? 'input' : input.name)) {
      state.update(chunk);
      done += chunk.length;
      progress.update(Math.round(done / 1e6));
    }
  } finally {
    progress.stop();
    await input.close();
  }
  return state.digest();
}
