/**
 * What a student is told of a case that failed, by the assignment's hints and by what may be seen.
 *
 * `none`: which case, its inputs and the answer. `step`: also what was wanted, and the first wrong step. `cause`: also the
 * well-known mistake. Of a hidden test neither inputs, answers nor what was wanted, and nothing that the program itself
 * says, since it may say those: only the names of step and mistake, and of a chain of certificates the check that it fails.
 */
import { toHex } from '../../bytes/index.ts';
import { visibleText } from '../../bytes/visible.ts';
import type { WrongStep } from '../diagnosis.ts';
import type { Answer, Field, Output, Saying } from '../request.ts';
import type { CaseResult, Failure } from '../result.ts';
import { saying } from '../saying.ts';
import type { Want } from '../vector-file.ts';
import type { Hints } from './assignment.ts';

export interface CaseFeedback {
  readonly id: string;
  readonly op: string;
  /** `broken`: no answer, for the reason that `fault` says. */
  readonly kind: 'wrong' | 'broken';
  readonly fault?: Saying;
  /** By field, as people read them: bytes in hex. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Hex, `true`, `false`, or a sentence. */
  readonly got?: string | Saying;
  readonly want?: string | Saying;
  readonly step?: StepFeedback;
  readonly mistake?: { readonly name: string; readonly text: Saying; readonly clause: string };
}

/** Of a hidden test its name and place only. */
export type StepFeedback = WrongStep | Pick<WrongStep, 'id' | 'clause' | 'byte'>;

/** Characters of a value: 64 bytes in hex. A longer one is cut. */
const MOST = 128;

export type FailedCase = Extract<CaseResult, { readonly status: 'failed' }>;

export function feedbackOn(
  { case: { id }, failure }: FailedCase,
  { hints, hidden }: { readonly hints: Hints; readonly hidden: boolean },
): CaseFeedback {
  const { op, got, want } = failure;
  const broken = got.kind === 'broken';
  return {
    id,
    op,
    kind: broken ? 'broken' : 'wrong',
    ...(broken && { fault: hidden ? forHidden(got.fault) : cleaned(got.fault) }),
    ...(!hidden && failure.request && { inputs: inputsOf(failure.request.fields) }),
    ...(!hidden && !broken && { got: gotOf(got) }),
    ...(!hidden && !broken && hints !== 'none' && { want: wantOf(want) }),
    ...diagnosisOf(failure, hints, hidden),
  };
}

/** What we say ourselves of a program that gives no answer. */
const OURS: ReadonlySet<string> = new Set(['status', 'signal', 'seconds', 'most', 'times', 'want']);

/** What a program says itself may be what it was asked, in whatever digits: its words are left out. */
export function forHidden({ say, values }: Saying): Saying {
  return {
    say,
    values: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, OURS.has(name) ? value : '…']),
    ),
  };
}

function cleaned({ say, values }: Saying): Saying {
  return {
    say,
    values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, visibleText(value)])),
  };
}

function inputsOf(fields: Readonly<Record<string, Field>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldText(field)]));
}

/** Bytes in hex, whatever else as it is; long ones cut. */
export function fieldText(field: Field): string {
  if (field instanceof Uint8Array) return visibleText(toHex(field), MOST);
  if (typeof field === 'object') return visibleText(field.map(unwrapped).join(' '), MOST);
  return visibleText(unwrapped(String(field)), MOST);
}

/** PEM on one line. */
function unwrapped(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

function gotOf(got: Answer): string | Saying {
  switch (got.kind) {
    case 'output':
      return outputText(got.output);
    case 'error':
      return saying('grade.got.error', { error: visibleText(got.error) });
    case 'unsupported':
      return got.why;
    case 'broken':
      return got.fault;
  }
}

function wantOf(want: Want): string | Saying {
  switch (want.kind) {
    case 'output':
      return outputText(want.output);
    case 'refusal':
      return saying('grade.want.refusal', {});
    case 'accepted':
      return want.as;
  }
}

function outputText(output: Output): string {
  if (typeof output === 'boolean') return String(output);
  return visibleText(toHex(output), MOST);
}

function diagnosisOf(
  { diagnosis }: Failure,
  hints: Hints,
  hidden: boolean,
): Pick<CaseFeedback, 'step' | 'mistake'> {
  if (!diagnosis || hints === 'none') return {};
  const { step, mistake } = diagnosis;
  return {
    ...(step && { step: hidden ? placeOf(step) : step }),
    ...(hints === 'cause' && mistake && { mistake }),
  };
}

function placeOf({ id, clause, byte }: WrongStep): StepFeedback {
  return { id, clause, ...(byte !== undefined && { byte }) };
}
