/** What the bytes of a result are written to, and the sinks that show them at once: streams, devices, pipes. */
import { close, write } from 'node:fs';
import { isatty } from 'node:tty';
import { promisify } from 'node:util';
import { CryptoError } from '../../errors.ts';
import type { Session } from '../session.ts';
import { ioError } from './io-error.ts';

export interface Sink {
  write(chunk: Uint8Array): Promise<void>;
  /** Makes the output final. */
  commit(): Promise<void>;
  /** Gives up: nothing more is written, and no trace of a regular file is left. */
  abort(): Promise<void>;
  /** Set where nothing is seen of what is written until `commit`. */
  readonly unseen?: true;
}

const writeSome = promisify(write);
const closeFile = promisify(close);

/** Standard output or standard error. */
export function streamSink(session: Session, stream: NodeJS.WriteStream): Sink {
  const sink: Sink = {
    // The chunk may be overwritten by its owner: wait until the stream is done with it.
    write: (chunk) =>
      new Promise((resolve, reject) => {
        stream.write(chunk, (error) => (error ? reject(error) : resolve()));
      }),
    async commit() {},
    async abort() {},
  };
  return stream.isTTY ? textOnly(session, sink) : sink;
}

/** An open descriptor of a device or pipe; `owned` where we opened it and must close it. */
export function deviceSink(session: Session, path: string, fd: number, { owned }: { owned: boolean }): Sink {
  const letGo = async () => {
    if (owned) await closeFile(fd);
  };
  const sink: Sink = {
    write: (chunk) => writeWhole(session, fd, path, chunk),
    commit: letGo,
    abort: () => letGo().catch(() => {}), // it may be closed already
  };
  return isatty(fd) ? textOnly(session, sink) : sink;
}

/** Writes all of the chunk. Errors name `path`. */
export async function writeWhole(
  session: Session,
  fd: number,
  path: string,
  chunk: Uint8Array,
): Promise<void> {
  try {
    for (let at = 0; at < chunk.length; ) {
      const { bytesWritten } = await writeSome(fd, chunk, at, chunk.length - at, null);
      at += bytesWritten;
    }
  } catch (error) {
    throw ioError(session, error, path);
  }
}

/** For a terminal, which shows UTF-8; other bytes, and control characters, would garble it. */
function textOnly(session: Session, sink: Sink): Sink {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const isText = (chunk: Uint8Array) => {
    try {
      return !/[^\P{Cc}\t\n\r]/u.test(decoder.decode(chunk, { stream: true }));
    } catch {
      return false;
    }
  };
  return {
    async write(chunk) {
      if (!isText(chunk)) throw new CryptoError('io', session.say('cli.error.terminal'));
      await sink.write(chunk);
    },
    commit: () => sink.commit(),
    abort: () => sink.abort(),
  };
}
