/** Words and working variables of a hash function's trace, in lines of 32 bytes. */
import type { HashId } from '../hash/index.ts';
import { messageOf, type TraceStep } from '../trace/index.ts';
import { colorsOf, table } from './render.ts';
import type { Session } from './session.ts';
import { groupsOf, sentenceLines, valueAt } from './trace-view.ts';

/** Digits on a line of words. */
const PER_LINE = 64;

/** How a standard names its steps, and how wide its words are. */
export interface Names {
  readonly block: string;
  readonly word: string;
  readonly round: string;
  readonly chaining: string;
  /** Hex digits of a word. */
  readonly digits: 8 | 16;
  /** The working variables. */
  readonly letters: string;
}

/** Numbers of the first and last round, and whether all between them are shown. */
export interface RoundRange {
  readonly first: number;
  readonly last: number;
  readonly all?: true | undefined;
}

export function namesOf(id: HashId): Names {
  if (id === 'md5')
    return { block: 'X', word: 'X', round: 'i', chaining: 'ABCD', digits: 8, letters: 'ABCD' };
  const digits = id === 'sha1' || id === 'sha224' || id === 'sha256' ? 8 : 16;
  const letters = id === 'sha1' ? 'abcde' : 'abcdefgh';
  return { block: 'M', word: 'W', round: 't', chaining: 'H', digits, letters };
}

/** The words of the block, and of the schedule those that `--all` asks for. */
export function wordLines(
  session: Session,
  steps: ReadonlyMap<string, TraceStep>,
  { block, word, digits }: Names,
  i: number,
  all: boolean,
): string[] {
  const prefix = `${block}(${i}).${word}`;
  const total = [...steps.keys()].filter((id) => id.startsWith(`${prefix}[`)).length;
  const perLine = PER_LINE / digits;
  const line = (from: number) => {
    const values = Array.from({ length: perLine }, (_, j) => valueAt(steps, `${prefix}[${from + j}]`));
    return `${`${word}[${from}]`.padEnd(6)} ${values.join(' ')}`;
  };
  const lines = Array.from({ length: (all ? total : 16) / perLine }, (_, j) => line(j * perLine));
  if (all || total === 16) return lines;
  const { say, values } = steps.get(`${prefix}[16]`)!;
  return [
    ...lines,
    `${`${word}[16]`.padEnd(6)} ${values.value}`,
    ...sentenceLines(messageOf(session.lang, say, values)).map((text) => `       ${text}`),
    session.say('explain.allLeftOut', { first: `${word}[17]`, last: `${word}[${total - 1}]` }),
  ];
}

/** The working variables before the first round and after each; in between, what `--all` asks for. */
export function roundLines(
  session: Session,
  steps: ReadonlyMap<string, TraceStep>,
  names: Names,
  i: number,
  { all, first, last }: RoundRange,
): string[] {
  const { digits, letters, round } = names;
  const { bold } = colorsOf(session);
  const perLine = PER_LINE / digits;
  const idOf = (n: number) => `${names.block}(${i}).${round}[${n}]`;
  const lines = (name: string, cells: readonly string[]): string[][] =>
    Array.from({ length: Math.ceil(cells.length / perLine) }, (_, j) => [
      j === 0 ? name : '',
      cells.slice(j * perLine, (j + 1) * perLine).join(' '),
    ]);
  const row = (n: number) => {
    const { value = '', before = '' } = steps.get(idOf(n))!.values;
    const earlier = groupsOf(before, digits);
    // A word that stood here or one place to the left was only moved.
    const isNew = (word: string, j: number) => word !== earlier[j] && word !== earlier[j - 1];
    const cells = groupsOf(value, digits).map((word, j) => (isNew(word, j) ? bold(word) : word));
    return lines(`${round}=${n}`, cells);
  };
  const start = groupsOf(steps.get(idOf(first))!.values.before ?? '', digits);
  const numbers = Array.from({ length: last - first + 1 }, (_, j) => first + j);
  const shown = all
    ? numbers.flatMap(row)
    : [...row(first), ...row(first + 1), ['…'], ...row(last - 1), ...row(last)];
  const [heading = [], ...headings] = lines(
    '',
    Array.from(letters, (letter) => letter.padEnd(digits)),
  );
  const leftOut = session.say('explain.leftOut', {
    first: `${round}=${first + 2}`,
    last: `${round}=${last - 2}`,
  });
  return [
    ...table(heading, [...headings, ...lines('', start), ...shown])
      .replace(/^…$/m, leftOut)
      .split('\n'),
    ...(session.color ? [session.say('explain.newMarked')] : []),
  ];
}
