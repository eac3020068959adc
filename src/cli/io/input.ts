/** Opens what a command reads: a file, a pipe, or standard input. */
import { type FileHandle, open } from 'node:fs/promises';
import { concat } from '../../bytes/index.ts';
import { CryptoError } from '../../errors.ts';
import type { Session } from '../session.ts';
import { ioError } from './io-error.ts';

const CHUNK_BYTES = 1 << 20;

export interface Input {
  /** The path as given, or `-`. */
  readonly name: string;
  /** Length in bytes where it is known beforehand (regular files). */
  readonly size: number | undefined;
  /** The bytes, in order. A chunk may be overwritten once the next one is asked for. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Lets go of the file, read to its end or not. */
  close(): Promise<void>;
}

/** `undefined` or `-` is standard input. */
export async function openInput(session: Session, path: string | undefined): Promise<Input> {
  if (path === undefined || path === '-') {
    if (process.stdin.isTTY) session.note('cli.readingTerminal');
    return { name: '-', size: undefined, chunks: stdinChunks(session), close: async () => {} };
  }
  let file: FileHandle;
  try {
    file = await open(path, 'r');
    const status = await file.stat();
    if (status.isDirectory()) {
      await file.close();
      throw new CryptoError('io', session.say('cli.error.folder', { path }));
    }
    const size = status.isFile() ? status.size : undefined;
    return { name: path, size, chunks: fileChunks(session, file, path), close: () => file.close() };
  } catch (error) {
    throw ioError(session, error, path);
  }
}

/** Everything, up to `limit` bytes; `too-large` beyond that. */
export async function readAll(session: Session, input: Input, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of input.chunks) {
      length += chunk.length;
      if (length > limit) {
        throw new CryptoError('too-large', session.say('cli.error.tooLarge', { path: input.name, limit }));
      }
      parts.push(chunk.slice());
    }
  } finally {
    await input.close();
  }
  return concat(...parts);
}

async function* fileChunks(session: Session, file: FileHandle, path: string): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(CHUNK_BYTES);
  try {
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } catch (error) {
    throw ioError(session, error, path);
  }
}

async function* stdinChunks(session: Session): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of process.stdin) yield chunk as Uint8Array;
  } catch (error) {
    throw ioError(session, error, '-');
  }
}
