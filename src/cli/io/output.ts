/**
 * Where a command's result goes: a file, a device, standard output.
 *
 * A regular file appears whole or not at all. Devices and pipes are written as they are.
 */
import { constants, open } from 'node:fs';
import { lstat, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { CryptoError } from '../../errors.ts';
import type { Session } from '../session.ts';
import { descriptorOf, isStdout } from './descriptor.ts';
import { fileSink } from './file-sink.ts';
import { ioError } from './io-error.ts';
import { deviceSink, type Sink, streamSink } from './sink.ts';

export interface SinkOptions {
  /** A path; standard output where it is absent or `-`. */
  readonly output?: string | undefined;
  /** Replace an existing file. */
  readonly force?: boolean | undefined;
  /** Of a new file; 0o666 less the umask by default. */
  readonly permissions?: number | undefined;
}

const openDevice = promisify(open);

/** Opens the sink, or throws `exists` or `io` before any work is done. */
export async function openSink(
  session: Session,
  { output, force = false, permissions }: SinkOptions,
): Promise<Sink> {
  if (output === undefined || isStdout(output)) return streamSink(session, session.stdout);
  const descriptor = descriptorOf(output);
  if (descriptor === 2) return streamSink(session, session.stderr);
  try {
    const status = await stat(output).catch(absent);
    if (status?.isDirectory()) throw new CryptoError('io', session.say('cli.error.folder', { path: output }));
    // As it was handed over: opened anew, a file that was opened for appending would be overwritten.
    if (status && descriptor !== undefined) return deviceSink(session, output, descriptor, { owned: false });
    if (status && !status.isFile()) {
      return deviceSink(session, output, await openDevice(output, constants.O_WRONLY), { owned: true });
    }
    // A link that leads nowhere is in the way as well.
    const taken = status ?? (await lstat(output).catch(absent));
    if (taken && !force) throw new CryptoError('exists', session.say('cli.error.exists', { path: output }));
    return await fileSink(session, output, { old: status, force, permissions });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new CryptoError('io', session.say('cli.error.noFolder', { path: output === '' ? "''" : output }));
    }
    throw ioError(session, error, output);
  }
}

/** Throws what `openSink` would, before the work. Devices and pipes are not touched: a reader waits at the other end. */
export async function expectSink(session: Session, options: SinkOptions): Promise<void> {
  const { output } = options;
  if (output === undefined || isStdout(output)) return;
  const status = await stat(output).catch(() => undefined);
  if (status && !status.isFile() && !status.isDirectory()) return;
  await (await openSink(session, options)).abort();
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
