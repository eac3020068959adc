/** Opens what a command reads: a file, a pipe, or standard input. */
import { close, fstat, fstatSync, open, read } from 'node:fs';
import { isatty } from 'node:tty';
import { promisify } from 'node:util';
import { concatAll } from '../../bytes/index.ts';
import { CryptoError } from '../../errors.ts';
import type { Session } from '../session.ts';
import { isStdin } from './descriptor.ts';
import { ioError, shownPath } from './io-error.ts';

const CHUNK_BYTES = 1 << 20;

const openFile = promisify(open);
const statusOf = promisify(fstat);
const readSome = promisify(read);
const closeFile = promisify(close);

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

/** `undefined` or `-` is standard input. `mayBeText` where somebody may have typed the text itself for its file. */
export async function openInput(
  session: Session,
  path: string | undefined,
  { mayBeText = true }: { readonly mayBeText?: boolean } = {},
): Promise<Input> {
  const name = path ?? '-';
  const fromStdin = isStdin(path);
  if (fromStdin && isatty(0)) session.note('cli.readingTerminal');
  try {
    const fd = fromStdin ? 0 : await openFile(name, 'r');
    const letGo = async () => {
      if (!fromStdin) await closeFile(fd);
    };
    const status = await statusOf(fd);
    if (status.isDirectory()) {
      await letGo();
      throw new CryptoError('io', session.say('cli.error.folder', { path: name }));
    }
    const size = status.isFile() ? status.size : undefined;
    const chunks =
      fromStdin && size === undefined ? stdinChunks(session) : fileChunks(session, fd, name, size);
    return { name, size, chunks, close: letGo };
  } catch (error) {
    const isWords = mayBeText && /^[^./\\\p{Cc}]+$/u.test(name);
    if (isWords && (error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new CryptoError('io', session.say('cli.error.noFileWords', { path: shownPath(name) }));
    }
    throw ioError(session, error, name);
  }
}

/** What errors call an input. */
export function inputName(path: string | undefined): string {
  return path === undefined || path === '-' ? 'input' : path;
}

/** `bad-argument` if two of these mean standard input, which can be read only once. An absent path means nothing here. */
export function expectOneStdin(session: Session, ...paths: readonly (string | undefined)[]): void {
  const [first, second] = paths.filter((path) => path !== undefined && isStdin(path));
  if (first === undefined || second === undefined) return;
  throw new CryptoError('bad-argument', session.say('cli.error.twoStdin', { first, second }));
}

/** `io` where standard input is a folder (`< /tmp`), which cannot be read. For commands that read it as a stream. */
export function expectReadable(session: Session, fd = 0): void {
  if (!fstatSync(fd).isDirectory()) return;
  throw new CryptoError('io', session.say('cli.error.folder', { path: '-' }));
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
  return concatAll(parts);
}

/**
 * A regular file is read as far as it went when it was opened: one that grows meanwhile, perhaps by our own
 * output (`>> same-file`), comes to an end. Files of /proc, whose size is 0, are read until they end.
 */
async function* fileChunks(
  session: Session,
  fd: number,
  name: string,
  size: number | undefined,
): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(CHUNK_BYTES);
  let left = size || Number.POSITIVE_INFINITY;
  try {
    while (left > 0) {
      const { bytesRead } = await readSome(fd, buffer, 0, Math.min(CHUNK_BYTES, left), null);
      if (bytesRead === 0) return;
      left -= bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } catch (error) {
    throw ioError(session, error, name);
  }
}

/** As a stream: a pipe or a terminal may have been set not to block. A Buffer's own `slice` would not copy. */
async function* stdinChunks(session: Session): AsyncGenerator<Uint8Array> {
  try {
    for await (const { buffer, byteOffset, length } of process.stdin as AsyncIterable<Buffer>) {
      yield new Uint8Array(buffer, byteOffset, length);
    }
  } catch (error) {
    throw ioError(session, error, '-');
  }
}
