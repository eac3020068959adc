/** Keeps what must not be seen yet. */
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from '../session.ts';
import { ioError } from './io-error.ts';
import { type Sink, writeWhole } from './sink.ts';
import { removeTemporary, temporaryBeside } from './temporary.ts';

const PIECE = 1 << 20;

/** The same sink, given everything at `commit` only; until then it lies in a file that has no name. */
export async function holdBack(session: Session, sink: Sink): Promise<Sink> {
  if (sink.unseen) return sink;
  const folder = tmpdir();
  const temporary = temporaryBeside(join(folder, 'held'));
  const file = await open(temporary, 'wx+', 0o600).catch((error: unknown) => {
    throw ioError(session, error, folder);
  });
  removeTemporary(temporary); // from here on it goes with the process, however that ends
  return {
    unseen: true,
    write: (chunk) => writeWhole(session, file.fd, folder, chunk),
    async commit() {
      const buffer = new Uint8Array(PIECE);
      for (let at = 0; ; ) {
        const { bytesRead } = await file.read(buffer, 0, PIECE, at);
        if (bytesRead === 0) break;
        at += bytesRead;
        await sink.write(buffer.subarray(0, bytesRead));
      }
      await file.close();
      await sink.commit();
    },
    async abort() {
      await file.close();
      await sink.abort();
    },
  };
}
