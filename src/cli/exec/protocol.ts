/**
 * What goes over the lines between us and a program: a request a line, an answer a line (docs/programs.md).
 *
 * A program is a stranger: whatever it prints is judged here, and nothing is thrown.
 */
import { toHex } from '../../bytes/index.ts';
import type { Answer, Field, ReportedStep, Request, Saying } from '../../vectors/index.ts';
import { operationNamed, saying } from '../../vectors/index.ts';

/** How many steps an answer may report. */
export const MAX_STEPS = 20_000;
/** Of what came, that much is shown. */
const SHOWN = 60;

/** One line, with its end. */
export function encodeRequest(id: number, { op, fields }: Request): string {
  const entries = Object.entries(fields).map(([name, value]) => [name, asJson(value)]);
  return `${JSON.stringify({ id, op, ...Object.fromEntries(entries) })}\n`;
}

function asJson(value: Field) {
  return value instanceof Uint8Array ? toHex(value) : value;
}

export type Line =
  /** For the request of this id; an answer in a wrong form is a broken one. */
  { readonly kind: 'answer'; readonly id: unknown; readonly answer: Answer } | { readonly kind: 'junk' };

/** What a line says. `op` is that of the request that is waiting, whose answer it should be. */
export function readLine(line: string, op: string): Line {
  const value = parse(line);
  if (value === undefined || value.id === undefined) return { kind: 'junk' };
  return { kind: 'answer', id: value.id, answer: answerIn(value, op) };
}

function parse(line: string): Record<string, unknown> | undefined {
  // To fail in JSON.parse takes a hundred times as long.
  if (!/^\s*\{/.test(line)) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return value as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function answerIn(value: Record<string, unknown>, op: string): Answer {
  const steps = stepsIn(value.steps);
  if (steps && 'say' in steps) return { kind: 'broken', fault: steps };
  const reported = steps && steps.list.length > 0 ? { steps: steps.list } : {};
  if (typeof value.skip === 'string') {
    return { kind: 'unsupported', why: saying('vectors.skip.program', { detail: shown(value.skip) }) };
  }
  if (value.error !== undefined && value.error !== null) {
    const error = typeof value.error === 'string' ? shown(value.error) : shownJson(value.error);
    return { kind: 'error', error, ...reported };
  }
  const { output } = value;
  if (operationNamed(op)?.output === 'verdict') {
    if (typeof output === 'boolean') return { kind: 'output', output, ...reported };
    return broken('exec.fault.notVerdict', output);
  }
  const bytes = typeof output === 'string' ? bytesOf(output) : undefined;
  if (bytes) return { kind: 'output', output: bytes, ...reported };
  if (output === undefined) return { kind: 'broken', fault: saying('exec.fault.noOutput', {}) };
  return broken('exec.fault.notHex', output);
}

function broken(say: 'exec.fault.notVerdict' | 'exec.fault.notHex', got: unknown): Answer {
  return { kind: 'broken', fault: saying(say, { got: shownJson(got) }) };
}

/** In either case; undefined for what is not hex. */
function bytesOf(hex: string): Uint8Array | undefined {
  if (hex.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(hex)) return undefined;
  return new Uint8Array(Buffer.from(hex, 'hex'));
}

function stepsIn(value: unknown): { readonly list: readonly ReportedStep[] } | Saying | undefined {
  if (value === undefined || value === null) return undefined;
  const isStep = (entry: unknown) => {
    const { id, value: of } = (entry ?? {}) as Record<string, unknown>;
    return typeof id === 'string' && (typeof of === 'string' || typeof of === 'number');
  };
  if (!Array.isArray(value) || !value.every(isStep)) return saying('exec.fault.notSteps', {});
  if (value.length > MAX_STEPS) return saying('exec.fault.manySteps', { most: MAX_STEPS });
  return { list: value.map(({ id, value: of }) => ({ id, value: String(of) })) };
}

/** Of a stranger's text: one short line without control characters. */
export function shown(text: string): string {
  const line = text.replace(/\p{Cc}+/gu, ' ').trim();
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}

/** As JSON, of a value that JSON.parse has made. */
export function shownJson(value: unknown): string {
  try {
    return shown(JSON.stringify(value) ?? 'undefined');
  } catch {
    // Writing is recursive, reading is not: it is nested too deeply.
    return Array.isArray(value) ? '[…]' : '{…}';
  }
}
