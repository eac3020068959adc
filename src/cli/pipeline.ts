/**
 * The road of a message through a command: input, decoding, a transformation, encoding, output.
 *
 * Memory does not grow with the input, and a failure on the way leaves no output file behind.
 */
import { concat, concatAll, type Incremental, toHex } from '../bytes/index.ts';
import { CryptoError } from '../errors.ts';
import { isStdout } from './io/descriptor.ts';
import { holdBack } from './io/hold-back.ts';
import { type Input, openInput } from './io/input.ts';
import { openSink } from './io/output.ts';
import { startProgress } from './io/progress.ts';
import type { Sink } from './io/sink.ts';
import { createDecoder, createEncoder, type Encoding } from './io/text-encoding.ts';
import type { Session } from './session.ts';

/** Most that `--json` puts into `output` itself. */
export const JSON_OUTPUT_LIMIT = 16 << 20;

/** The options of every command that turns one byte string into another. */
export interface PipeOptions {
  readonly output?: string | undefined;
  readonly force?: boolean | undefined;
  readonly encoding?: Encoding | undefined;
  readonly inputEncoding?: Encoding | undefined;
}

export interface Pipe {
  /** Bytes taken off the front of the input before the transformation is made (a prepended IV). */
  readonly headerLength?: number;
  /** Bytes put in front of the output. */
  readonly prefix?: Uint8Array;
  /** Makes the transformation, once the header is there. */
  readonly open: (header: Uint8Array) => Incremental;
  /** What `--json` says besides `output` and `bytes`. */
  readonly facts: () => Readonly<Record<string, unknown>>;
}

/** For bytes that are sent on as they are. */
export const unchanged: Incremental = { update: (chunk) => chunk, final: () => new Uint8Array(0) };

/** Runs the whole input through; resolves when the output is final. */
export async function runPipe(
  session: Session,
  path: string | undefined,
  options: PipeOptions,
  pipe: Pipe,
): Promise<void> {
  const input = await openInput(session, path);
  try {
    await runPipeFrom(session, input, options, pipe);
  } finally {
    await input.close();
  }
}

/** As `runPipe`, from bytes that need not come from a file. */
export async function runPipeFrom(
  session: Session,
  input: Pick<Input, 'name' | 'size'> & { readonly chunks: Input['chunks'] | Iterable<Uint8Array> },
  options: PipeOptions,
  pipe: Pipe,
): Promise<void> {
  const toStdout = isStdout(options.output);
  const collected = session.json && toStdout ? collector(session) : undefined;
  let sink = collected ?? (await openSink(session, { output: options.output, force: options.force }));
  // On a terminal the output itself shows how far it is.
  const measured = toStdout && session.stdout.isTTY ? undefined : input.size;
  const progress = startProgress(session, megabytes(measured), 'MB');
  const watched = countedChunks(input.chunks, (done) => progress.update(megabytes(done)!));
  const source = decoded(watched, options.inputEncoding ?? 'raw', input.name === '-' ? 'input' : input.name);
  let bytes = 0;
  try {
    const { header, rest } = await splitHeader(session, source, pipe.headerLength ?? 0);
    const transform = pipe.open(header);
    if (transform.unverified) sink = await holdBack(session, sink);
    const out = encoded(sink, collected ? 'raw' : (options.encoding ?? 'raw'));
    // One piece is always held back, so that a short message with a bad end gives out nothing at all.
    let waiting = pipe.prefix ?? new Uint8Array(0);
    for await (const chunk of rest) {
      const next = transform.update(chunk);
      if (next.length === 0) continue;
      bytes += waiting.length;
      await out.write(waiting);
      waiting = next;
    }
    const last = transform.final();
    bytes += waiting.length + last.length;
    await out.write(concat(waiting, last));
    await out.commit();
  } catch (error) {
    await sink.abort();
    throw error;
  } finally {
    progress.stop();
    await source.return(undefined); // lets go of a pipe that would keep the process waiting
  }
  if (!session.json) return;
  const output = collected ? toHex(collected.bytes()) : options.output;
  session.printJson({ output, bytes, ...pipe.facts() });
}

function megabytes(bytes: number | undefined): number | undefined {
  return bytes === undefined ? undefined : Math.round(bytes / 1e6);
}

async function* countedChunks(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  report: (done: number) => void,
): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const chunk of chunks) {
    yield chunk;
    done += chunk.length;
    report(done);
  }
}

/** The bytes of `chunks`, which are written in `encoding`; errors name the input. */
export async function* decoded(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  name: string,
): AsyncGenerator<Uint8Array> {
  const decoder = createDecoder(encoding, name);
  for await (const chunk of chunks) yield decoder ? decoder.update(chunk) : chunk;
  if (decoder) yield decoder.final();
}

async function splitHeader(
  session: Session,
  source: AsyncGenerator<Uint8Array>,
  length: number,
): Promise<{ header: Uint8Array; rest: AsyncIterable<Uint8Array> }> {
  let head: Uint8Array = new Uint8Array(0);
  while (head.length < length) {
    const { value, done } = await source.next();
    if (done) {
      throw new CryptoError(
        'bad-length',
        session.say('cli.error.noHeader', { expected: length, got: head.length }),
      );
    }
    head = concat(head, value);
  }
  const left = head.slice(length);
  return {
    header: head.slice(0, length),
    rest: (async function* () {
      if (left.length > 0) yield left;
      yield* source;
    })(),
  };
}

function encoded(sink: Sink, encoding: Encoding): Pick<Sink, 'write' | 'commit'> {
  const encoder = createEncoder(encoding);
  if (!encoder) return sink;
  return {
    write: (chunk) => sink.write(encoder.update(chunk)),
    async commit() {
      await sink.write(encoder.final());
      await sink.commit();
    },
  };
}

/** Holds the output in memory, for JSON. */
export function collector(session: Session): Sink & { bytes(): Uint8Array } {
  const parts: Uint8Array[] = [];
  let length = 0;
  return {
    unseen: true,
    async write(chunk) {
      length += chunk.length;
      if (length > JSON_OUTPUT_LIMIT) {
        throw new CryptoError('too-large', session.say('cli.error.jsonLimit', { limit: JSON_OUTPUT_LIMIT }));
      }
      parts.push(chunk.slice());
    },
    async commit() {},
    async abort() {},
    bytes: () => concatAll(parts),
  };
}
