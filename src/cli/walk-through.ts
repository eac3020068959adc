/** `--explain`: a trace told beside the result, each step with its name, its sentence and its value. */
import { messageOf, type Trace, type TraceStep } from '../trace/index.ts';
import { colorsOf } from './render.ts';
import type { Session } from './session.ts';
import { groupsOf } from './trace-view.ts';
import { prose } from './wrap.ts';

const LINE_DIGITS = 64;
/** Steps of one power that are shown from each end: a short exponent has no more. */
const SHOWN_POWERS = 12;
/** A number in a sentence; of a longer one its ends. */
const SENTENCE_DIGITS = 40;
/** Digits that are shown from each end of a long value. */
const END_DIGITS = 16;

export interface TellOptions {
  /** stderr where not given, since stdout carries the result. */
  readonly on?: 'stdout' | 'stderr';
  /** Set to leave out the middle of long values. */
  readonly short?: boolean;
}

export function tellTrace(session: Session, trace: Trace, options: TellOptions = {}): void {
  const { on = 'stderr', short = false } = options;
  const lines = shownSteps(session, trace, (step) => told(session, step, session[on], short));
  session[on].write(`${[`── ${trace.subject}`, ...lines].join('\n')}\n`);
}

/** One line for each step: those of a computation that is all steps. */
export function traceLines(session: Session, trace: Trace): string[] {
  const width = Math.max(...trace.steps.map(({ id }) => id.length));
  return shownSteps(session, trace, (step) => [
    prose(session.stdout, `${step.id.padEnd(width)}  ${sentenceOf(session, step)}`, width + 2),
  ]);
}

/** The lines of each step; of a long power only those of its first and last steps. */
function shownSteps(session: Session, { steps }: Trace, linesOf: (step: TraceStep) => string[]): string[] {
  const runs: TraceStep[][] = [];
  let last: string | undefined;
  for (const step of steps) {
    const power = /^(.*)bit\[\d+\]/.exec(step.id)?.[1];
    if (power !== undefined && power === last) runs.at(-1)!.push(step);
    else runs.push([step]);
    last = power;
  }
  return runs.flatMap((run) => {
    const count = run.length - 2 * SHOWN_POWERS;
    if (count < 2) return run.flatMap(linesOf);
    const leftOut = session.say('explain.rsa.pow.leftOut', { count });
    return [
      ...run.slice(0, SHOWN_POWERS).flatMap(linesOf),
      leftOut,
      ...run.slice(-SHOWN_POWERS).flatMap(linesOf),
    ];
  });
}

function told(session: Session, step: TraceStep, stream: NodeJS.WriteStream, short: boolean): string[] {
  const { dim } = colorsOf(session);
  const sentence = sentenceOf(session, step);
  const { value = '' } = step.values;
  const repeated = value.length < LINE_DIGITS && sentence.includes(value);
  const lines = repeated ? [] : linesOf(session, value, short);
  const shown = step.fields ? fieldLines(session, step.fields, short) : lines.map((line) => `    ${line}`);
  return [`${step.id}  ${dim(`(${step.clause})`)}`, prose(stream, `  ${sentence}`, 2), ...shown];
}

/** A block with a layout, field by field. */
function fieldLines(session: Session, fields: NonNullable<TraceStep['fields']>, short: boolean): string[] {
  const width = Math.max(...fields.map(({ name }) => name.length));
  return fields.flatMap(({ name, value }) => {
    const [first = '', ...rest] = linesOf(session, value, short);
    return [
      `    ${name.padEnd(width)}  ${first}`,
      ...rest.map((line) => `    ${' '.repeat(width)}  ${line}`),
    ];
  });
}

/** A value on its lines; of a long one, where it may be short, its ends. */
function linesOf(session: Session, value: string, short: boolean): string[] {
  if (!short || value.length <= LINE_DIGITS) return groupsOf(value, LINE_DIGITS);
  const ends = `${value.slice(0, END_DIGITS)}…${value.slice(-END_DIGITS)}`;
  return [session.say('explain.cut', { ends, count: value.length })];
}

function sentenceOf(session: Session, step: TraceStep): string {
  const short = Object.entries(step.values).map(([name, value]) => [name, shortened(value)]);
  return messageOf(session.lang, step.say, Object.fromEntries(short));
}

function shortened(value: string): string {
  if (value.length <= SENTENCE_DIGITS || /[^\da-f]/.test(value)) return value;
  return `${value.slice(0, 12)}…${value.slice(-12)} (${value.length})`;
}
