/** What a student is told of a test, in lines of text. */
import type { Lang } from '../../../trace/index.ts';
import { message } from '../../../trace/index.ts';
import type { Saying } from '../../request.ts';
import { said } from '../../saying.ts';
import { stepText } from '../../steps/index.ts';
import type { CaseFeedback, StepFeedback } from '../feedback.ts';
import { allPassed, type Grade, type GradedTest, type Skip } from '../grade.ts';

/** Ids that are named before it is only said how many more there are. */
const MOST_IDS = 10;

/** Nothing for a test that passed whole. */
export function testLines(lang: Lang, test: GradedTest): string[] {
  const more = test.failed - test.failures.length;
  return [
    ...(test.message === undefined ? [] : [test.message.trimEnd()]),
    ...test.failures.flatMap((failure) => failureLines(lang, failure)),
    ...(more > 0 && test.failures.length > 0 ? [message(lang, 'grade.moreFailed', { count: more })] : []),
    ...test.skips.map((skip) => skipLine(lang, skip)),
    ...(test.unearned > 0 ? [message(lang, 'grade.unearned', { count: test.unearned })] : []),
  ];
}

/** What must be known besides the tests themselves. "All" is said only where nothing was skipped, left out or hidden. */
export function gradeRemarks(lang: Lang, grade: Grade): string[] {
  if (allPassed(grade)) return [message(lang, 'grade.all')];
  const visible = grade.tests.filter(({ visibility }) => visibility === 'visible');
  const hidden = grade.tests.filter(({ visibility }) => visibility === 'hidden');
  const passed = visible.filter(({ status }) => status === 'passed').length;
  const skipped = grade.tests.reduce((total, test) => total + test.skipped, 0);
  const leftOut = grade.tests.flatMap((test) => test.leftOut.flatMap(({ ids }) => ids)).length;
  return [
    ...(visible.length > 0 ? [message(lang, 'grade.visiblePassed', { passed, count: visible.length })] : []),
    ...(hidden.length > 0
      ? [
          message(lang, 'grade.hiddenCount', {
            count: hidden.length,
            points: hidden.reduce((total, { points }) => total + points, 0),
          }),
        ]
      : []),
    ...(skipped > 0 ? [message(lang, 'grade.skippedCount', { count: skipped })] : []),
    ...(leftOut > 0 ? [message(lang, 'grade.leftOutCount', { count: leftOut })] : []),
  ];
}

function failureLines(
  lang: Lang,
  { id, op, fault, inputs, got, want, step, mistake }: CaseFeedback,
): string[] {
  const head = fault
    ? message(lang, 'grade.case.broken', { id, op, fault: said(lang, fault) })
    : message(lang, 'grade.case.wrong', { id, op });
  const rows: [string, string][] = [
    ...Object.entries(inputs ?? {}),
    ...(got === undefined ? [] : [[message(lang, 'grade.label.got'), textOf(lang, got)] as [string, string]]),
    ...(want === undefined
      ? []
      : [[message(lang, 'grade.label.want'), textOf(lang, want)] as [string, string]]),
  ];
  const width = Math.max(...rows.map(([name]) => columnsOf(name)));
  return [
    head,
    ...rows.map(([name, value]) => `  ${name}${' '.repeat(width - columnsOf(name))}  ${value}`),
    ...(step ? stepLines(lang, step).map((line) => `  ${line}`) : []),
    ...(mistake
      ? [`  ${message(lang, 'grade.mistake', { text: said(lang, mistake.text), clause: mistake.clause })}`]
      : []),
  ];
}

/** A Chinese character takes two. */
function columnsOf(label: string): number {
  return label.length + (label.match(/[\u4e00-\u9fff]/g)?.length ?? 0);
}

function stepLines(lang: Lang, step: StepFeedback): string[] {
  if ('want' in step) {
    const [first, ...sources] = stepText(lang, step).split('\n');
    return [message(lang, 'grade.step.first', { text: first! }), ...sources];
  }
  const { id, clause, byte } = step;
  return byte === undefined
    ? [message(lang, 'grade.step.name', { id, clause })]
    : [message(lang, 'grade.step.nameByte', { id, clause, byte })];
}

function textOf(lang: Lang, value: string | Saying): string {
  return typeof value === 'string' ? value : said(lang, value);
}

function skipLine(lang: Lang, { why, ids }: Skip): string {
  const shown = ids.slice(0, MOST_IDS).join(', ');
  const more = ids.length - MOST_IDS;
  const list = more > 0 ? message(lang, 'grade.idsMore', { ids: shown, count: more }) : shown;
  return message(lang, 'grade.skipped', { count: ids.length, ids: list, why: said(lang, why) });
}
