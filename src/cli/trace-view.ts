/** Steps of a trace on a terminal: name, clause, value in groups of digits, and the sentence that tells it. */
import { messageOf, type Trace, type TraceStep } from '../trace/index.ts';
import { colorsOf } from './render.ts';
import type { Session } from './session.ts';
import { prose } from './wrap.ts';

/** Digits on a line of a value. */
const PER_LINE = 64;
/** Letters on a line of a sentence. */
const WIDTH = 96;

/** The steps by their id. */
export function stepsById(trace: Trace): ReadonlyMap<string, TraceStep> {
  return new Map(trace.steps.map((step) => [step.id, step]));
}

/** What the step is named after: `round[3].m_col`. */
export function valueAt(steps: ReadonlyMap<string, TraceStep>, id: string): string {
  return steps.get(id)?.values.value ?? '';
}

/** Hex in groups of `digits`. */
export function groupsOf(hex: string, digits: number): string[] {
  return hex.match(new RegExp(`.{1,${digits}}`, 'g')) ?? [];
}

/** A value on lines of 32 bytes; without `all`, the first and the last of them and how many bytes are in between. */
export function valueLines(session: Session, hex: string, digits: number, all: boolean): string[] {
  const lines = groupsOf(hex, PER_LINE).map((line) => groupsOf(line, digits).join(' '));
  if (all || lines.length < 3) return lines;
  const bytes = ((lines.length - 2) * PER_LINE) / 2;
  return [lines[0]!, session.say('explain.bytesLeftOut', { bytes }), lines.at(-1)!];
}

/** A sentence; one that is too long for a line goes on before each further equals sign. */
export function sentenceLines(sentence: string): string[] {
  const [name = '', first, ...others] = sentence.split(' = ');
  if (sentence.length <= WIDTH || first === undefined) return [sentence];
  return [`${name} = ${first}`, ...others.map((other) => `  = ${other}`)];
}

/** A step in full: its sentence has a line for each clause between semicolons. */
export function stepLines(session: Session, step: TraceStep, digits: number, all: boolean): string[] {
  const { bold, dim } = colorsOf(session);
  const clauses = messageOf(session.lang, step.say, step.values).split(/; |；/);
  const sentence = clauses.flatMap(sentenceLines).map((line) => prose(session.stdout, `  ${line}`, 4));
  const value = valueLines(session, step.values.value ?? '', digits, all).map((line) => `  ${bold(line)}`);
  return [`${step.id}  ${dim(`(${step.clause})`)}`, ...value, ...sentence];
}
