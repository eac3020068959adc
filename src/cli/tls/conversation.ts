/**
 * What a server does with plain connections: prints what comes, and sends what it reads from standard input to everybody who is
 * connected; or sends back whatever comes.
 */
import { concatAll, fromUtf8, toHex } from '../../bytes/index.ts';
import { JSON_OUTPUT_LIMIT } from '../pipeline.ts';
import type { Session } from '../session.ts';
import type { Visit } from './listener.ts';
import type { TlsStream } from './tls-stream.ts';

/** Where several listen, one who does not read keeps the others waiting no longer than this. */
const STALL_MS = 2000;

/** How the connections of a server are served once their handshake is done. */
export interface Service {
  serve(visit: Visit): void;
  close?(): void;
  /** What `--json` says of it at the end. */
  json?(): Record<string, unknown>;
}

export function echo(): Service {
  return {
    serve(visit) {
      const { stream } = visit;
      inTurn(visit, (chunk, done) => (stream.writable ? stream.write(chunk, done) : done()));
    },
  };
}

export function openConversation(session: Session, input: NodeJS.ReadStream): Service {
  const streams = new Set<TlsStream>();
  const output = session.json ? collect() : print(session.stdout);
  let sending = false;
  // What is typed while nobody is there waits for the next.
  const readOn = () => {
    if (streams.size > 0 && !sending) input.resume();
    else input.pause();
  };
  const onInput = (chunk: Uint8Array) => {
    sending = true;
    input.pause();
    void sendAll(streams, chunk).then(() => {
      sending = false;
      readOn();
    });
  };
  let reading = false;
  return {
    serve(visit) {
      const { stream } = visit;
      streams.add(stream);
      stream.on('close', () => {
        streams.delete(stream);
        readOn();
      });
      inTurn(visit, output.write);
      if (!reading) {
        reading = true;
        input.on('data', onInput);
        input.on('error', () => {});
      }
      readOn();
    },
    close() {
      input.off('data', onInput);
      if (reading) input.destroy();
    },
    json: () => output.json?.() ?? {},
  };
}

/** One chunk after the other, each when the one before is done with; meanwhile the peer waits. */
function inTurn({ stream, touch }: Visit, take: (chunk: Uint8Array, done: () => void) => void): void {
  stream.on('data', (chunk: Uint8Array) => {
    touch();
    stream.pause();
    take(chunk, () => {
      touch();
      stream.resume();
    });
  });
}

async function sendAll(streams: ReadonlySet<TlsStream>, chunk: Uint8Array): Promise<void> {
  const open = [...streams].filter((stream) => stream.writable);
  const left = new Set(open);
  const all = open.map(
    (stream) =>
      new Promise<void>((resolve) => {
        const done = () => {
          left.delete(stream);
          resolve();
        };
        stream.once('close', done);
        stream.write(chunk, () => {
          stream.off('close', done);
          done();
        });
      }),
  );
  // A single reader may be as slow as he likes.
  const stalled = setTimeout(() => {
    if (open.length > 1) for (const stream of left) stream.destroy();
  }, STALL_MS);
  await Promise.all(all);
  clearTimeout(stalled);
}

interface Output {
  write(chunk: Uint8Array, done: () => void): void;
  json?(): Record<string, unknown>;
}

function print(stdout: NodeJS.WriteStream): Output {
  return { write: (chunk, done) => stdout.write(stdout.isTTY ? harmless(chunk) : chunk, () => done()) };
}

/** For a terminal: a stranger's control characters stay where they are. */
function harmless(chunk: Uint8Array): string {
  return fromUtf8(chunk).replace(/[^\P{Cc}\n\t]/gu, '·');
}

function collect(): Output {
  const parts: Uint8Array[] = [];
  let length = 0;
  let bytes = 0;
  return {
    write(chunk, done) {
      bytes += chunk.length;
      if (length + chunk.length <= JSON_OUTPUT_LIMIT) {
        parts.push(chunk.slice());
        length += chunk.length;
      }
      done();
    },
    json: () => ({ output: toHex(concatAll(parts)), bytes }),
  };
}
