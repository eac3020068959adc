/** A diagnosis in words. */
import { type Lang, message } from '../../trace/index.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { said } from '../saying.ts';
import { stepText, unknownStepText } from '../steps/index.ts';

/** Unknown names that are told, at most. */
const MOST_UNKNOWN = 3;

export function diagnosisLines(lang: Lang, { step, mistake, unknown = [] }: Diagnosis): string[] {
  return [
    ...(step ? stepText(lang, step).split('\n') : []),
    ...(mistake
      ? [message(lang, 'vectors.report.mistake', { text: said(lang, mistake.text), clause: mistake.clause })]
      : []),
    ...unknown.slice(0, MOST_UNKNOWN).map((name) => unknownStepText(lang, name)),
  ];
}
