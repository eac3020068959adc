/** What `crypto tls client` says once the handshake is done: one GET, or whatever standard input holds. */
import type { IncomingMessage } from 'node:http';
import { CheckFailed } from '../../check-failed.ts';
import type { Session } from '../../session.ts';
import type { Dialled } from '../../tls/dial.ts';
import { httpGet } from '../../tls/http-get.ts';
import { type TlsStream, TlsStreamError } from '../../tls/tls-stream.ts';
import { visibleText } from '../../visible.ts';

/** After a whole response the peer may take this long over its close_notify. */
const PARTING_MS = 1000;
/** What was piped to us and not yet read is there at once. */
const UNREAD_MS = 50;

type Write = (chunk: Uint8Array) => Promise<void>;

export interface Page {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Readonly<IncomingMessage['headers']>;
}

/** Writes the body. Throws `TlsStreamError` or `CheckFailed` where it did not come whole. */
export async function fetchPage(
  session: Session,
  { stream }: Dialled,
  { host, path, seconds }: { readonly host: string; readonly path: string; readonly seconds: number },
  write: Write,
): Promise<Page> {
  const silent = setTimeout(() => {
    stream.destroy(new TlsStreamError({ kind: 'timeout', handshake: false, seconds }));
  }, seconds * 1000);
  stream.transport.on('data', () => silent.refresh());
  try {
    const response = await httpGet(stream, { host, path }).catch(httpFault);
    const body = response[Symbol.asyncIterator]();
    for (
      let next = await body.next().catch(httpFault);
      !next.done;
      next = await body.next().catch(httpFault)
    ) {
      await write(next.value);
    }
    // A body without a length ends with the connection: only close_notify tells its end from a cut.
    if (!saysItsLength(response) && stream.errored) httpFault(stream.errored);
    const { statusCode: status = 0, statusMessage = '', headers } = response;
    return { status, statusText: visibleText(statusMessage), headers };
  } finally {
    clearTimeout(silent);
    await parting(stream);
  }

  function httpFault(error: unknown): never {
    if (stream.errored instanceof TlsStreamError) throw stream.errored;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const key = stream.readableEnded ? 'tls.error.incomplete' : 'tls.error.http';
    throw new CheckFailed(session.say(key, { reason }), {});
  }
}

function saysItsLength({ headers }: IncomingMessage): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

/**
 * Sends what `input` holds and writes what comes back, until the server closes, or is silent so long after the input's end.
 * Throws `CheckFailed` where the server would not hear all of it.
 */
export async function exchange(
  session: Session,
  { stream }: Dialled,
  input: NodeJS.ReadStream,
  waitSeconds: number,
  write: Write,
): Promise<void> {
  let silent: NodeJS.Timeout | undefined;
  let heard = false;
  let unsent = 0;
  if (input.isTTY) session.note('cli.readingTerminal');
  input.on('data', (chunk: Uint8Array) => {
    if (!stream.writable) {
      unsent += chunk.length;
      return;
    }
    input.pause();
    stream.write(chunk, () => input.resume());
  });
  input.on('end', () => {
    silent = setTimeout(() => {
      if (!heard && waitSeconds > 0) session.note('tls.note.waited', { seconds: waitSeconds });
      stream.close();
    }, waitSeconds * 1000);
  });
  input.on('error', () => stream.close());
  stream.transport.on('data', () => silent?.refresh());
  try {
    for await (const chunk of stream) {
      heard = true;
      await write(chunk);
    }
    await moreOf(input);
    if (unsent + stream.discarded > 0) throw new CheckFailed(session.say('tls.error.unsent'), {});
  } finally {
    clearTimeout(silent);
    input.destroy();
  }
}

/** Lets its listeners have what is left of a pipe or a file, as far as it is there. */
async function moreOf(input: NodeJS.ReadStream): Promise<void> {
  if (input.readableEnded || input.destroyed || input.isTTY) return;
  await new Promise<void>((resolve) => {
    const late = setTimeout(resolve, UNREAD_MS);
    for (const event of ['data', 'end', 'error', 'close']) {
      input.once(event, () => {
        clearTimeout(late);
        resolve();
      });
    }
    input.resume();
  });
}

/** Says close_notify, and does not wait long for the other's. */
export async function parting(stream: TlsStream): Promise<void> {
  if (stream.closed) return;
  await new Promise<void>((resolve) => {
    const late = setTimeout(() => stream.destroy(), PARTING_MS);
    stream.on('close', () => {
      clearTimeout(late);
      resolve();
    });
    // What still comes is of no interest.
    stream.on('error', () => {});
    stream.close();
    stream.resume();
  });
}
