/** A regular file, which appears whole or not at all. */
import { chmod, link, open, realpath, rename } from 'node:fs/promises';
import type { Session } from '../session.ts';
import { ioError } from './io-error.ts';
import { type Sink, writeWhole } from './sink.ts';
import { forgetTemporary, removeTemporary, temporaryBeside } from './temporary.ts';

export interface FileSinkOptions {
  /** What is there already, and to be replaced; its permissions are kept. */
  readonly old?: { readonly mode: number } | undefined;
  /** May replace what appears there meanwhile. */
  readonly force: boolean;
  /** Of the new file; those of the old one, or 0o666 less the umask, by default. */
  readonly permissions?: number | undefined;
}

/** Written beside its target (the file behind a link), and moved there at `commit`. */
export async function fileSink(session: Session, path: string, options: FileSinkOptions): Promise<Sink> {
  const { old, force, permissions } = options;
  const target = old ? await realpath(path) : path;
  const temporary = temporaryBeside(target);
  const file = await open(temporary, 'wx', permissions ?? 0o666);
  if (old && permissions === undefined) await chmod(temporary, old.mode & 0o777);
  return {
    unseen: true,
    write: (chunk) => writeWhole(session, file.fd, path, chunk),
    async commit() {
      try {
        await file.close();
        await (force ? rename(temporary, target) : moveToNew(temporary, target));
        forgetTemporary(temporary);
      } catch (error) {
        throw ioError(session, error, path);
      }
    },
    async abort() {
      await file.close().catch(() => {}); // it may be closed already; either way it goes
      removeTemporary(temporary);
    },
  };
}

/** Moves without replacing: what appeared at `target` in the meantime stays, and the error is EEXIST. */
async function moveToNew(from: string, target: string): Promise<void> {
  const linked = await link(from, target).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') throw error;
      return false;
    },
  );
  if (linked) return removeTemporary(from);
  // A file system without hard links: take the name, then put the file there.
  await (await open(target, 'wx')).close();
  await rename(from, target);
}
