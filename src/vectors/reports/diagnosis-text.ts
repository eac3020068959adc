/** A diagnosis in words. */
import { type Lang, message } from '../../trace/index.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { said } from '../saying.ts';
import { stepText } from '../steps/index.ts';

export function diagnosisLines(lang: Lang, { step, mistake }: Diagnosis): string[] {
  return [
    ...(step ? stepText(lang, step).split('\n') : []),
    ...(mistake
      ? [message(lang, 'vectors.report.mistake', { text: said(lang, mistake.text), clause: mistake.clause })]
      : []),
  ];
}
