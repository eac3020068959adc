/** The sliding window as bars, one for each instant in which something came or went, in 80 columns. */
import type { SentRange, WindowFacts, WindowStep } from '../../explain/net/window-facts.ts';
import { colorsOf, columnsOf, padded, paddedLeft } from '../render.ts';
import type { Session } from '../session.ts';
import { wrap } from '../wrap.ts';
import { againText, secondsText } from './ladder.ts';

const WIDTH = 80;
/** The four categories, in the order of the bytes. */
const GLYPHS = ['█', '▓', '░', '·'] as const;
/** Bob's: in order, missing, kept. */
const [RECEIVED, MISSING, KEPT] = ['█', ' ', '▒'];
/** Of steps that only go on, so many stay at the beginning and at the end where there are more. */
const KEPT_ROWS = { onward: [10, 3], duplicate: [1, 1] } as const;
const LEAST_FOLDED = 3;

interface Row {
  readonly time: number;
  readonly ack: string;
  readonly sends: string;
  readonly bar: (columns: number) => string;
  readonly numbers: readonly [string, string, string];
  readonly notes: readonly string[];
  /** It only goes on, or only says once more what was said. */
  readonly plain?: keyof typeof KEPT_ROWS | undefined;
}

export function windowFigure(session: Session, facts: WindowFacts, window: number, all: boolean): string {
  const rows = [
    ...facts.steps.map((step, i) => stepRow(session, facts, step, facts.steps[i - 1])),
    ...bobRows(session, facts),
  ].sort((one, other) => one.time - other.time);
  return [introText(session, facts, window), '', ...rowLines(session, facts, rows, all)].join('\n');
}

function introText(session: Session, facts: WindowFacts, window: number): string {
  const { bytes, segment, bob, duplicateAcks } = facts;
  const values = { bytes: String(bytes), segment: String(segment), window: String(window) };
  const words = (['acked', 'flight', 'may', 'wait'] as const).map((name) =>
    session.say(`tcp.window.${name}`),
  );
  const lines = [
    session.say('tcp.window.intro', values),
    `  ${GLYPHS.map((glyph, i) => `${glyph} ${words[i]}`).join('   ')}`,
    `  ${session.say('tcp.window.usable')}`,
    ...(duplicateAcks > 0 ? [`  ${session.say('tcp.window.duplicate')}`] : []),
    ...(bob.length > 0
      ? [`  ${session.say('tcp.window.legendBob', { received: RECEIVED, held: KEPT })}`]
      : []),
  ];
  return lines.map((line) => wrap(line, WIDTH, 2)).join('\n');
}

function stepRow(
  session: Session,
  facts: WindowFacts,
  { time, ack, sent, window }: WindowStep,
  before: WindowStep | undefined,
): Row {
  const { acked, flight, may, wait, rwnd, cwnd, usable } = window;
  const [sends = '', ...apart] = spansOf(sent);
  const notes = [
    ...(ack?.update ? [session.say('tcp.window.update')] : []),
    ...(ack?.window === 0 && before?.window.rwnd !== 0 ? [session.say('tcp.window.closed')] : []),
    ...sent.flatMap((one) => rangeNotes(session, one, sends)),
    ...apart.filter((span) => !sent.some((one) => spanOf(one) === span && (one.lost || one.again))),
  ];
  const duplicate = ack?.duplicate ?? 0;
  return {
    time,
    ack: ack === null ? '' : `${ack.ack}${duplicate > 0 ? ` #${duplicate}` : ''}`,
    sends,
    bar: (columns) => barText(session, facts.bytes, [acked, flight, may, wait], columns),
    numbers: [String(rwnd), String(cwnd), String(usable)],
    notes,
    plain:
      notes.length > 0 ? undefined : duplicate === 0 ? 'onward' : duplicate > 3 ? 'duplicate' : undefined,
  };
}

/** What became of it, with its numbers unless they are all that stands in the row. */
function rangeNotes(session: Session, one: SentRange, sends: string): string[] {
  const range = spanOf(one) === sends ? '' : `${spanOf(one)} `;
  return [
    ...(one.again === null ? [] : [`${range}${againText(session, one.again)}`]),
    ...(one.lost ? [`${range}${session.say('net.ladder.lost')}`] : []),
  ];
}

const spanOf = ({ from, to }: Pick<SentRange, 'from' | 'to'>) => `${from}:${to}`;

/** What lies together is one. */
function spansOf(sent: readonly SentRange[]): string[] {
  const spans: { from: number; to: number }[] = [];
  for (const { from, to } of sent) {
    const before = spans.at(-1);
    if (before?.to === from) before.to = to;
    else spans.push({ from, to });
  }
  return spans.map(spanOf);
}

/** Columns by the share of each part; a part that is there gets one where there is room. */
function barText(
  session: Session,
  total: number,
  parts: readonly [number, number, number, number],
  columns: number,
): string {
  const { green, yellow, cyan, dim } = colorsOf(session);
  const paints = [green, yellow, cyan, dim];
  let bytes = 0;
  let at = 0;
  return parts
    .map((part, i) => {
      bytes += part;
      const end = Math.round((bytes * columns) / total);
      const length = end - at;
      at = end;
      return length > 0 ? paints[i]!(GLYPHS[i]!.repeat(length)) : '';
    })
    .join('');
}

/** Where a gap opens, where most is kept behind it, and where it is filled. */
function bobRows(session: Session, { bob, bytes }: WindowFacts): Row[] {
  const shown = bob.filter(({ received, held }, i) => {
    const next = bob[i + 1];
    return bob[i - 1]?.received !== received || held.length === 0 || next?.received !== received;
  });
  return shown.map(({ time, received, held }) => ({
    time,
    ack: '',
    sends: session.say('tcp.window.bob'),
    bar: (columns) => bobBar(session, bytes, received, held, columns),
    numbers: ['', '', ''],
    notes: [],
  }));
}

function bobBar(
  session: Session,
  total: number,
  received: number,
  held: WindowFacts['bob'][number]['held'],
  columns: number,
): string {
  const { green, yellow } = colorsOf(session);
  return Array.from({ length: columns }, (_, i) => {
    const middle = ((i + 0.5) * total) / columns;
    if (middle < received) return green(RECEIVED);
    return held.some(({ left, right }) => left <= middle && middle < right) ? yellow(KEPT) : MISSING;
  }).join('');
}

function rowLines(session: Session, facts: WindowFacts, rows: readonly Row[], all: boolean): string[] {
  const { bold, dim } = colorsOf(session);
  const heads = (['time', 'ack', 'sends', 'usable'] as const).map((name) =>
    session.say(`tcp.window.head.${name}`),
  );
  const width = (head: string, cells: readonly string[]) => Math.max(...[head, ...cells].map(columnsOf));
  const [time, ack, sends] = [
    width(
      heads[0]!,
      rows.map((row) => secondsText(row.time)),
    ),
    width(
      heads[1]!,
      rows.map((row) => row.ack),
    ),
    width(
      heads[2]!,
      rows.map((row) => row.sends),
    ),
  ];
  const names = ['rwnd', 'cwnd', heads[3]!];
  const numbers = names.map((name, i) =>
    width(
      name,
      rows.map((row) => row.numbers[i]!),
    ),
  );
  const before = time + 1 + ack + 1 + sends + 1;
  const columns = WIDTH - before - 2 - numbers.reduce((sum, one) => sum + 1 + one, 0);
  const scale = between('1', String(facts.bytes), columns);
  const heading = [
    padded(heads[0]!, time),
    padded(heads[1]!, ack),
    padded(heads[2]!, sends),
    ` ${scale} `,
    ...names.map((name, i) => paddedLeft(name, numbers[i]!)),
  ];
  const lineOf = (row: Row) => [
    [
      dim(paddedLeft(secondsText(row.time), time)),
      padded(row.ack, ack),
      padded(row.sends, sends),
      `│${row.bar(columns)}│`,
      ...row.numbers.map((number, i) => paddedLeft(number, numbers[i]!)),
    ]
      .join(' ')
      .trimEnd(),
    ...row.notes.map((note) => wrap(`${' '.repeat(time + ack + 2)}${note}`, WIDTH, time + ack + 4)),
  ];
  const lines = folded(rows, all).flatMap((one) =>
    typeof one === 'number'
      ? [`${' '.repeat(time + 1)}${dim(session.say('tcp.window.folded', { count: String(one) }))}`]
      : lineOf(one),
  );
  return [bold(heading.join(' ').trimEnd()), ...lines];
}

/** A number stands for so many rows that are like those before. */
function folded(rows: readonly Row[], all: boolean): (Row | number)[] {
  if (all) return [...rows];
  const shown: (Row | number)[] = [];
  for (let at = 0; at < rows.length; ) {
    const { plain } = rows[at]!;
    let end = at + 1;
    while (plain && rows[end]?.plain === plain) end++;
    const [first, last] = plain ? KEPT_ROWS[plain] : [1, 0];
    const hidden = end - at - first - last;
    if (hidden < LEAST_FOLDED) shown.push(...rows.slice(at, end));
    else shown.push(...rows.slice(at, at + first), hidden, ...rows.slice(end - last, end));
    at = end;
  }
  return shown;
}

function between(one: string, other: string, columns: number): string {
  return one + ' '.repeat(Math.max(1, columns - one.length - other.length)) + other;
}
