/** The trace of a hash function as tables: padding, words of a block, working variables after each round. */
import { CryptoError } from '../../../errors.ts';
import { EXPLAINED_HASHES } from '../../../explain/index.ts';
import type { HashId } from '../../../hash/index.ts';
import { messageOf, type Trace, type TraceStep } from '../../../trace/index.ts';
import { type Names, namesOf, type RoundRange, roundLines, wordLines } from '../../hash-tables.ts';
import { colorsOf } from '../../render.ts';
import type { Session } from '../../session.ts';
import { stepLines, stepsById, valueLines } from '../../trace-view.ts';
import { prose } from '../../wrap.ts';

export interface HashOptions extends RoundRange {
  readonly round?: number | undefined;
  readonly block?: number | undefined;
}

export function runExplainHash(session: Session, id: HashId, msg: Uint8Array, options: HashOptions): void {
  const trace = EXPLAINED_HASHES[id](msg);
  const names = namesOf(id);
  const count = trace.steps.filter(({ say }) => say === 'explain.pad.block').length;
  if (options.block !== undefined && options.block > count) {
    const slots = { last: count, got: options.block };
    throw new CryptoError('bad-argument', session.say('explain.error.block', slots));
  }
  if (session.json) session.printJson(trace);
  else if (options.round !== undefined) session.print(oneRound(session, trace, names, options));
  else session.print(overview(session, trace, names, count, options));
}

/** Padding, the blocks that are asked for, and the digest. */
function overview(session: Session, trace: Trace, names: Names, count: number, options: HashOptions): string {
  const steps = stepsById(trace);
  const all = options.all === true;
  const every = Array.from({ length: count }, (_, i) => i + 1);
  const shown = options.block === undefined ? (all ? every : [1]) : [options.block];
  const last = shown.at(-1)!;
  const digest = steps.get('digest')!;
  return [
    ...titled(session, 'padding', steps.get('padding.one')!, padding(session, trace, all)),
    ...shown.flatMap((i) => oneBlock(session, steps, names, i, options)),
    ...(last < count ? [...afterBlock(session, steps, names, last, count), ''] : []),
    ...titled(session, 'digest', digest, [
      messageOf(session.lang, digest.say, digest.values),
      colorsOf(session).bold(trace.output),
    ]),
  ]
    .join('\n')
    .trimEnd();
}

/** A block, its words, its rounds, and the hash value before and after it. */
function oneBlock(
  session: Session,
  steps: ReadonlyMap<string, TraceStep>,
  names: Names,
  i: number,
  options: HashOptions,
): string[] {
  const id = `${names.block}(${i})`;
  const isMd5 = names.block === 'X';
  const firstWord = steps.get(`${id}.${names.word}[0]`)!;
  const firstRound = steps.get(`${id}.${names.round}[${options.first}]`)!;
  return [
    ...told(session, steps.get(id)!, names),
    ...told(session, steps.get(`${names.chaining}(${i - 1})`)!, names),
    '',
    ...titled(
      session,
      isMd5 ? 'words' : 'schedule',
      firstWord,
      wordLines(session, steps, names, i, options.all === true),
    ),
    ...titled(
      session,
      isMd5 ? 'operations' : 'rounds',
      firstRound,
      roundLines(session, steps, names, i, options),
    ),
    ...told(session, steps.get(`${names.chaining}(${i})`)!, names),
    '',
  ];
}

/** What the blocks after `last` made of the hash value; more than one of them in between is left out. */
function afterBlock(
  session: Session,
  steps: ReadonlyMap<string, TraceStep>,
  names: Names,
  last: number,
  count: number,
): string[] {
  const chaining = (i: number) => told(session, steps.get(`${names.chaining}(${i})`)!, names);
  const between = count - 1 - last;
  if (between < 2) return Array.from({ length: between + 1 }, (_, j) => last + 1 + j).flatMap(chaining);
  return [session.say('explain.blocksLeftOut', { first: last + 1, last: count - 1 }), ...chaining(count)];
}

type Title = 'padding' | 'schedule' | 'words' | 'rounds' | 'operations' | 'digest';

/** Lines under a title, which cites the clause of a step. */
function titled(session: Session, title: Title, { clause }: TraceStep, lines: readonly string[]): string[] {
  const heading = colorsOf(session).bold(session.say(`explain.title.${title}`));
  return [`${heading} (${clause})`, ...lines.map((line) => `  ${line}`), ''];
}

/** Message, bit, zeros and length; a name for each, its bytes, and its sentence. */
function padding(session: Session, trace: Trace, all: boolean): string[] {
  return trace.steps
    .filter(({ id }) => id.startsWith('padding.'))
    .flatMap(({ id, say, values }) => [
      `${id.replace('padding.', '').padEnd(8)} ${messageOf(session.lang, say, values)}`,
      ...valueLines(session, values.value!, 8, all).map((line) => `         ${line}`),
    ]);
}

/** A step's name and sentence, and its value in words. */
function told(session: Session, { id, say, values }: TraceStep, { digits }: Names): string[] {
  const value = valueLines(session, values.value!, digits, true).map((line) => `  ${line}`);
  return [prose(session.stdout, `${id}: ${messageOf(session.lang, say, values)}`, 2), ...value];
}

/** The word that a round takes in, and the round itself, in full. */
function oneRound(
  session: Session,
  trace: Trace,
  names: Names,
  { block: i = 1, round }: HashOptions,
): string {
  const steps = stepsById(trace);
  const prefix = `${names.block}(${i})`;
  const step = steps.get(`${prefix}.${names.round}[${round}]`)!;
  const word = steps.get(`${prefix}.${names.word}[${step.values.k ?? step.values.t}]`)!;
  const { before = '' } = step.values;
  const letters = `${Array.from(names.letters).join(' ')} = `;
  return [
    ...stepLines(session, word, names.digits, true),
    ...valueLines(session, before, names.digits, true).map(
      (line, i) => (i === 0 ? letters : ' '.repeat(letters.length)) + line,
    ),
    ...stepLines(session, step, names.digits, true),
  ].join('\n');
}
