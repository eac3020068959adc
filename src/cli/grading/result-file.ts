/**
 * The file that results go to. It is not opened before the submitted program has ended: what that put in its place meanwhile,
 * perhaps a link to somewhere else, goes.
 */
import { lstatSync, rmSync } from 'node:fs';
import { utf8 } from '../../bytes/index.ts';
import { isStdout } from '../io/descriptor.ts';
import { openSink } from '../io/output.ts';
import type { Session } from '../session.ts';

export interface ResultFile {
  /** Bytes that were written. */
  write(text: string): Promise<number>;
}

export interface ResultOptions {
  readonly output?: string | undefined;
  readonly force?: boolean | undefined;
  /** Of a new file: 0o600 where others must not read it. */
  readonly permissions?: number | undefined;
}

/** Says at once what stands in the way of writing it. */
export async function expectResultFile(session: Session, options: ResultOptions): Promise<ResultFile> {
  const { output } = options;
  const before = kindAt(output);
  if (output !== undefined && !isStdout(output)) await (await openSink(session, options)).abort();
  return {
    async write(text) {
      const now = kindAt(output);
      if (output !== undefined && now !== before && now !== 'folder' && now !== 'none') {
        session.note('grade.note.replaced', { path: output });
        rmSync(output);
      }
      const bytes = utf8(text);
      const sink = await openSink(session, options);
      try {
        await sink.write(bytes);
        await sink.commit();
      } catch (error) {
        await sink.abort();
        throw error;
      }
      return bytes.length;
    },
  };
}

function kindAt(path: string | undefined): 'none' | 'file' | 'folder' | 'link' | 'other' {
  if (path === undefined || isStdout(path)) return 'none';
  const status = lstatSync(path, { throwIfNoEntry: false });
  if (!status) return 'none';
  if (status.isFile()) return 'file';
  if (status.isDirectory()) return 'folder';
  return status.isSymbolicLink() ? 'link' : 'other';
}
