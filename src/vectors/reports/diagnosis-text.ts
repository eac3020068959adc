/** A diagnosis in words. */
import { type Lang, message } from '../../trace/index.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { said } from '../saying.ts';

export function diagnosisLines(lang: Lang, { step, mistake }: Diagnosis): string[] {
  return [
    ...(step ? [`${step.id}: got ${step.got}, want ${step.want} (${step.clause})`] : []),
    ...(mistake
      ? [message(lang, 'vectors.report.mistake', { text: said(lang, mistake.text), clause: mistake.clause })]
      : []),
  ];
}
