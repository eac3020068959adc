/**
 * The trace of an RSA computation as text: each step in a sentence, its value where the sentence does not have it, and the
 * fields of a block in a table. Of many squarings and multiplications the first and the last are shown.
 */
import type { AnnotatedBytes } from '../bytes/index.ts';
import { catalogues, messageOf, type Trace, type TraceStep } from '../trace/index.ts';
import { colorsOf, columnsOf } from './render.ts';
import type { Session } from './session.ts';
import { groupsOf } from './trace-view.ts';

/** Steps of one exponentiation that are shown from each end. */
const SHOWN_POWERS = 4;
const SHOWN_DIGITS = 24;
const SHOWN_BYTES = 32;
const FIELD_BYTES = 20;

/** Line by line, for a terminal. */
export function traceText(session: Session, trace: Trace): string {
  const lines: string[] = [];
  for (const group of groupsOfPowers(trace.steps)) {
    const hidden = group.length - 2 * SHOWN_POWERS;
    if (hidden <= 1) lines.push(...group.flatMap((step) => stepText(session, step)));
    else {
      lines.push(
        ...group.slice(0, SHOWN_POWERS).flatMap((step) => stepText(session, step)),
        `  ${session.say('explain.rsa.pow.leftOut', { count: hidden })}`,
        ...group.slice(-SHOWN_POWERS).flatMap((step) => stepText(session, step)),
      );
    }
  }
  return lines.join('\n');
}

/** Runs of the steps of one exponentiation, `c.bit[3].square` and so on; any other step by itself. */
function groupsOfPowers(steps: readonly TraceStep[]): TraceStep[][] {
  const groups: TraceStep[][] = [];
  let last: string | undefined;
  for (const step of steps) {
    const power = /^(.*)bit\[\d+\]/.exec(step.id)?.[1];
    if (power !== undefined && power === last) groups.at(-1)!.push(step);
    else groups.push([step]);
    last = power;
  }
  return groups;
}

function stepText(session: Session, { id, clause, say, values, fields }: TraceStep): string[] {
  const { bold, dim } = colorsOf(session);
  const shown = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shortened(value)]));
  const sentence = `${bold(id)}  ${messageOf(session.lang, say, shown)}${clause === '' ? '' : ` ${dim(`(${clause})`)}`}`;
  if (fields) return [sentence, ...fieldLines(session, fields)];
  const value = values.value ?? '';
  if (value === '' || catalogues.en[say].includes('{value}')) return [sentence];
  return [sentence, `  ${isBytes(id, say) ? bytesText(value, SHOWN_BYTES) : shortened(value)}`];
}

function fieldLines(session: Session, fields: readonly AnnotatedBytes[]): string[] {
  const { dim } = colorsOf(session);
  const names = Math.max(...fields.map(({ name }) => columnsOf(name)));
  const digits = String(fields.at(-1)!.offset).length;
  return fields
    .filter(({ length }) => length > 0)
    .map(
      ({ offset, name, value }) =>
        `  ${dim(String(offset).padStart(digits))}  ${name.padEnd(names)}  ${bytesText(value, FIELD_BYTES)}`,
    );
}

/** Lower-case names stand for numbers in RFC 8017, upper-case ones for octets; but for hashes, masks, seed and salt. */
function isBytes(id: string, say: string): boolean {
  return /^explain\.rsa\.(pkcs1|oaep|pss)\./.test(say) || /^[A-Z]+$/.test(id);
}

/** The first bytes in hex, and how many there are. */
function bytesText(hex: string, most: number): string {
  const bytes = groupsOf(hex, 2);
  const more = bytes.length > most ? ` … (${bytes.length})` : '';
  return `${bytes.slice(0, most).join(' ')}${more}`;
}

/** Of a long number both ends. */
function shortened(value: string): string {
  if (value.length <= 2 * SHOWN_DIGITS) return value;
  const ends = [value.slice(0, SHOWN_DIGITS / 2), value.slice(-SHOWN_DIGITS / 2)];
  return `${ends.join('…')} (${value.length})`;
}
