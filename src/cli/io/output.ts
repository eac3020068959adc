/**
 * Where a command's result goes: a file, a device, standard output.
 *
 * A regular file appears whole or not at all: it is written beside its target and moved there at `commit`.
 * Devices and pipes are written as they are.
 */
import { constants } from 'node:fs';
import { chmod, type FileHandle, link, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CryptoError } from '../../errors.ts';
import type { Session } from '../session.ts';
import { ioError } from './io-error.ts';
import { forgetTemporary, removeTemporary, temporaryBeside } from './temporary.ts';

export interface Sink {
  write(chunk: Uint8Array): Promise<void>;
  /** Makes the output final. Until then nothing is seen of a regular file. */
  commit(): Promise<void>;
  /** Gives up: no trace of a regular file is left. */
  abort(): Promise<void>;
}

export interface SinkOptions {
  /** A path; standard output where it is absent or `-`. */
  readonly output?: string | undefined;
  /** Replace an existing file. */
  readonly force?: boolean | undefined;
  /** Give nothing out before `commit`, not even to a pipe. */
  readonly hold?: boolean | undefined;
  /** Of a new file; 0o666 less the umask by default. */
  readonly permissions?: number | undefined;
}

/** Opens the sink, or throws `exists` or `io` before any work is done. */
export async function openSink(session: Session, options: SinkOptions): Promise<Sink> {
  const sink = await openPlainSink(session, options);
  return options.hold && !(sink instanceof FileSink) ? holdBack(session, sink) : sink;
}

async function openPlainSink(session: Session, { output, force, permissions }: SinkOptions): Promise<Sink> {
  if (output === undefined || output === '-') return new StdoutSink(session);
  try {
    const status = await stat(output).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (status?.isDirectory()) throw new CryptoError('io', session.say('cli.error.folder', { path: output }));
    if (status && (isDescriptor(output) || !status.isFile())) {
      return new DeviceSink(session, output, await open(output, constants.O_WRONLY));
    }
    if (status && !force) throw new CryptoError('exists', session.say('cli.error.exists', { path: output }));
    const target = status ? await realpath(output) : output;
    const temporary = temporaryBeside(target);
    const file = await open(temporary, 'wx', permissions ?? 0o666);
    if (status && permissions === undefined) await chmod(temporary, status.mode & 0o777);
    return new FileSink(session, file, temporary, target, force === true);
  } catch (error) {
    throw ioError(session, error, output);
  }
}

/** A name of an open descriptor, whatever lies behind it: `/dev/stdout`, `/dev/fd/3`. */
function isDescriptor(path: string): boolean {
  return /^\/(dev\/(stdout|stderr|fd\/\d+)|proc\/(self|\d+)\/fd\/\d+)$/.test(path);
}

class StdoutSink implements Sink {
  readonly #session: Session;
  #atStart = true;

  constructor(session: Session) {
    this.#session = session;
  }

  async write(chunk: Uint8Array): Promise<void> {
    if (chunk.length === 0) return;
    const { stdout } = this.#session;
    if (this.#atStart && stdout.isTTY && !isPlainText(chunk)) {
      throw new CryptoError('io', this.#session.say('cli.error.terminal'));
    }
    this.#atStart = false;
    // The chunk may be overwritten by its owner: wait until the stream is done with it.
    await new Promise<void>((resolve) => stdout.write(chunk, () => resolve()));
  }

  async commit(): Promise<void> {}

  async abort(): Promise<void> {}
}

class DeviceSink implements Sink {
  readonly #session: Session;
  readonly #path: string;
  readonly #file: FileHandle;

  constructor(session: Session, path: string, file: FileHandle) {
    this.#session = session;
    this.#path = path;
    this.#file = file;
  }

  async write(chunk: Uint8Array): Promise<void> {
    await writeWhole(this.#session, this.#file, this.#path, chunk);
  }

  async commit(): Promise<void> {
    await this.#file.close();
  }

  async abort(): Promise<void> {
    await this.#file.close();
  }
}

class FileSink implements Sink {
  readonly #session: Session;
  readonly #file: FileHandle;
  readonly #temporary: string;
  readonly #target: string;
  readonly #force: boolean;

  constructor(session: Session, file: FileHandle, temporary: string, target: string, force: boolean) {
    this.#session = session;
    this.#file = file;
    this.#temporary = temporary;
    this.#target = target;
    this.#force = force;
  }

  async write(chunk: Uint8Array): Promise<void> {
    await writeWhole(this.#session, this.#file, this.#target, chunk);
  }

  async commit(): Promise<void> {
    try {
      await this.#file.close();
      if (this.#force) await rename(this.#temporary, this.#target);
      else await moveToNew(this.#session, this.#temporary, this.#target);
      forgetTemporary(this.#temporary);
    } catch (error) {
      removeTemporary(this.#temporary);
      throw ioError(this.#session, error, this.#target);
    }
  }

  async abort(): Promise<void> {
    await this.#file.close().catch(() => {});
    removeTemporary(this.#temporary);
  }
}

/** Moves without replacing: what appeared at `target` in the meantime stays. */
async function moveToNew(session: Session, from: string, target: string): Promise<void> {
  try {
    await link(from, target);
    await unlink(from);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new CryptoError('exists', session.say('cli.error.exists', { path: target }));
    await rename(from, target); // a file system without hard links
  }
}

/** Keeps everything in a private temporary file until `commit`. */
async function holdBack(session: Session, sink: Sink): Promise<Sink> {
  const temporary = temporaryBeside(join(tmpdir(), 'crypto-hold'));
  const file = await open(temporary, 'wx+', 0o600).catch((error: unknown) => {
    throw ioError(session, error, temporary);
  });
  return {
    write: (chunk) => writeWhole(session, file, temporary, chunk),
    async commit() {
      const buffer = new Uint8Array(1 << 20);
      for (let at = 0; ; ) {
        const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
        if (bytesRead === 0) break;
        at += bytesRead;
        await sink.write(buffer.subarray(0, bytesRead));
      }
      await file.close();
      removeTemporary(temporary);
      await sink.commit();
    },
    async abort() {
      await file.close().catch(() => {});
      removeTemporary(temporary);
      await sink.abort();
    },
  };
}

async function writeWhole(
  session: Session,
  file: FileHandle,
  path: string,
  chunk: Uint8Array,
): Promise<void> {
  try {
    for (let at = 0; at < chunk.length; ) {
      const { bytesWritten } = await file.write(chunk, at, chunk.length - at);
      at += bytesWritten;
    }
  } catch (error) {
    throw ioError(session, error, path);
  }
}

/** Text a terminal can show: UTF-8 without control characters other than line ends and tabs. */
function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return !/[^\P{Cc}\t\n\r]/u.test(text);
  } catch {
    return false;
  }
}
