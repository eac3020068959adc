/** A failed case in words: what went in, what came out, what should have, and where it went wrong. */
import { toHex } from '../../bytes/index.ts';
import { allVisible, visibleText } from '../../bytes/visible.ts';
import { type Lang, message } from '../../trace/index.ts';
import type { Answer, Field, Output } from '../request.ts';
import type { Failure } from '../result.ts';
import { said } from '../saying.ts';
import type { Want } from '../vector-file.ts';
import { diagnosisLines } from './diagnosis-text.ts';

/** Longer values are cut, with their length. */
const SHOWN = 96;

export interface FailureTextOptions {
  /** Values in full. */
  readonly whole?: boolean | undefined;
  /** The byte from which on outputs are shown. */
  readonly from?: number | undefined;
}

/** Lines without indentation: `key: …`, `got: …`, `want: …`, then the diagnosis. */
export function failureLines(lang: Lang, failure: Failure, options: FailureTextOptions = {}): string[] {
  const { request, got, want, diagnosis } = failure;
  const at = options.whole ? undefined : lateDifference(got, want);
  const shown = { ...options, from: at && at - (at % 16) };
  return [
    ...inputLines(request?.fields ?? {}, options),
    `${message(lang, 'vectors.report.got')}: ${answerText(lang, got, shown)}`,
    `${message(lang, 'vectors.report.want')}: ${wantText(lang, want, shown)}`,
    ...(at === undefined ? [] : [message(lang, 'vectors.report.differ', { at })]),
    ...(diagnosis ? diagnosisLines(lang, diagnosis) : []),
  ];
}

export function inputLines(
  fields: Readonly<Record<string, Field>>,
  options: FailureTextOptions = {},
): string[] {
  return Object.entries(fields).map(([name, value]) => `${name}: ${fieldText(value, options)}`);
}

export function answerText(lang: Lang, answer: Answer, options: FailureTextOptions = {}): string {
  switch (answer.kind) {
    case 'output':
      return outputText(answer.output, options);
    case 'error':
      return message(lang, 'vectors.report.error', { detail: visibleText(answer.error) });
    case 'unsupported':
      return said(lang, answer.why);
    case 'broken':
      return said(lang, answer.fault);
  }
}

export function wantText(lang: Lang, want: Want, options: FailureTextOptions = {}): string {
  if (want.kind === 'accepted') return said(lang, want.as);
  if (want.kind === 'output') return outputText(want.output, options);
  if (want.code === undefined) return message(lang, 'vectors.report.refusal');
  return message(lang, 'vectors.report.refusalCode', { code: want.code });
}

function fieldText(value: Field, options: FailureTextOptions): string {
  if (value instanceof Uint8Array) return outputText(value, options);
  if (typeof value !== 'object') return cut(String(value), options);
  return value.length === 0 ? '-' : value.map((entry) => cut(entry, options)).join(', ');
}

function outputText(output: Output, options: FailureTextOptions): string {
  if (!(output instanceof Uint8Array)) return String(output);
  if (output.length === 0) return '""';
  const { from = 0 } = options;
  return `${from > 0 ? '…' : ''}${cut(toHex(output.subarray(from)), options, output.length)}`;
}

/** Where two outputs part, if both look the same as far as they would be shown. */
function lateDifference(got: Answer, want: Want): number | undefined {
  if (got.kind !== 'output' || want.kind !== 'output') return undefined;
  const { output } = got;
  const wanted = want.output;
  if (!(output instanceof Uint8Array) || !(wanted instanceof Uint8Array)) return undefined;
  const length = Math.max(output.length, wanted.length);
  const at = Array.from({ length }).findIndex((_, i) => output[i] !== wanted[i]);
  return at >= SHOWN / 2 ? at : undefined;
}

function cut(text: string, { whole = false }: FailureTextOptions, bytes?: number): string {
  if (whole) return text;
  const line = allVisible(text.replace(/\s+/g, ' ').trim());
  if (line.length <= SHOWN) return line;
  return `${line.slice(0, SHOWN)}… (${bytes ?? text.length})`;
}
