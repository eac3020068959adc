/** What `caesar break` and `xor break` share: read, analyse, and hand out what was recovered. */
import { concat, fromUtf8, type Incremental } from '../bytes/index.ts';
import { analysedBytes } from '../classical/index.ts';
import { CheckFailed } from './check-failed.ts';
import { isStdout } from './io/descriptor.ts';
import { openInput } from './io/input.ts';
import { decoded, type PipeOptions, runPipeFrom } from './pipeline.ts';
import { printable } from './render.ts';
import type { Session } from './session.ts';

/** Of the recovered text, what a person is shown. */
const SHOWN_LINES = 8;
const SHOWN_CHARACTERS = 600;

export interface BreakResult {
  /** Whether the best candidate is English; if not, nothing is written and the command fails. */
  readonly confident: boolean;
  /** What to say then. */
  readonly complaint: string;
  /** Decrypts under the best key. */
  readonly decrypt: () => Incremental;
  /** For people: the ranked candidates and the key. */
  readonly report: string;
  /** The beginning of the recovered text. */
  readonly text: Uint8Array;
  /** What `--json` says besides the text and the output. */
  readonly facts: Readonly<Record<string, unknown>>;
}

export async function runBreak(
  session: Session,
  path: string | undefined,
  options: PipeOptions,
  analyse: (sample: Uint8Array) => BreakResult,
): Promise<void> {
  const input = await openInput(session, path);
  const source = decoded(
    input.chunks,
    options.inputEncoding ?? 'raw',
    input.name === '-' ? 'input' : input.name,
  );
  try {
    const { sample, chunks } = await takeSample(source);
    const result = analyse(sample);
    const text = fromUtf8(result.text);
    if (!result.confident) {
      if (!session.json) session.print(result.report);
      throw new CheckFailed(result.complaint, { ...result.facts, text });
    }
    const { output, force } = options;
    if (session.json || output !== undefined) {
      await runPipeFrom(
        session,
        { name: input.name, size: undefined, chunks },
        { output, force },
        { open: result.decrypt, facts: () => ({ ...result.facts, text }) },
      );
    }
    if (session.json) return;
    if (!isStdout(output)) session.print(result.report);
    else if (output === undefined) session.print(`${result.report}\n\n${firstLines(text)}`);
  } finally {
    await source.return(undefined); // lets go of a pipe that would keep the process waiting
    await input.close();
  }
}

/** One line of at most `width` characters; what a terminal cannot show is a dot. */
export function excerptLine(bytes: Uint8Array, width: number): string {
  const start = bytes.subarray(0, 4 * width);
  const characters = [...(shownUtf8(start) ?? printable(start)).replace(/\s+/g, ' ')];
  return characters.length > width ? `${characters.slice(0, width - 1).join('')}…` : characters.join('');
}

/** The text, unless it is not UTF-8; it may be cut within a character. */
function shownUtf8(bytes: Uint8Array): string | undefined {
  try {
    return shown(new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true }));
  } catch {
    return undefined;
  }
}

function firstLines(text: string): string {
  const start = [...text.slice(0, 2 * SHOWN_CHARACTERS)].slice(0, SHOWN_CHARACTERS).join('');
  const lines = shown(start).trimEnd().split('\n').slice(0, SHOWN_LINES).join('\n');
  return lines.length < shown(text).trimEnd().length ? `${lines} …` : lines;
}

function shown(text: string): string {
  return text
    .replace(/\r\n/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[^\P{Cc}\n]/gu, '.');
}

/** The first bytes of `source`, which the library looks at, and all of its bytes, in order: the key found decrypts the rest. */
async function takeSample(
  source: AsyncGenerator<Uint8Array>,
): Promise<{ sample: Uint8Array; chunks: AsyncIterable<Uint8Array> }> {
  let sample: Uint8Array = new Uint8Array(0);
  while (sample.length < analysedBytes) {
    const { value, done } = await source.next();
    if (done) break;
    sample = concat(sample, value);
  }
  return {
    sample,
    chunks: (async function* () {
      yield sample;
      yield* source;
    })(),
  };
}
