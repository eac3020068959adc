/** `--explain`: a trace told beside the result, each step with its name, its sentence and its value. */
import { messageOf, type Trace, type TraceStep } from '../trace/index.ts';
import { colorsOf } from './render.ts';
import type { Session } from './session.ts';
import { groupsOf } from './trace-view.ts';

const LINE_DIGITS = 64;

/** On stderr, since stdout carries the result. */
export function tellTrace(session: Session, trace: Trace): void {
  session.stderr.write(
    `${[`── ${trace.subject}`, ...trace.steps.flatMap((step) => told(session, step))].join('\n')}\n`,
  );
}

/** One line for each step: those of a computation that is all steps. */
export function traceLines(session: Session, trace: Trace): string[] {
  const width = Math.max(...trace.steps.map(({ id }) => id.length));
  return trace.steps.map((step) => `${step.id.padEnd(width)}  ${sentenceOf(session, step)}`);
}

function told(session: Session, step: TraceStep): string[] {
  const { dim } = colorsOf(session);
  const sentence = sentenceOf(session, step);
  const { value = '' } = step.values;
  const repeated = value.length < LINE_DIGITS && sentence.includes(value);
  const lines = repeated ? [] : groupsOf(value, LINE_DIGITS);
  const shown = step.fields ? fieldLines(step.fields) : lines.map((line) => `    ${line}`);
  return [`${step.id}  ${dim(`(${step.clause})`)}`, `  ${sentence}`, ...shown];
}

/** A block with a layout, field by field. */
function fieldLines(fields: NonNullable<TraceStep['fields']>): string[] {
  const width = Math.max(...fields.map(({ name }) => name.length));
  return fields.flatMap(({ name, value }) => {
    const [first = '', ...rest] = groupsOf(value, LINE_DIGITS);
    return [
      `    ${name.padEnd(width)}  ${first}`,
      ...rest.map((line) => `    ${' '.repeat(width)}  ${line}`),
    ];
  });
}

function sentenceOf(session: Session, step: TraceStep): string {
  return messageOf(session.lang, step.say, step.values);
}
