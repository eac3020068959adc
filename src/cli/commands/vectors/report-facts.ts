/** What `--json` says of a run. */
import type { CaseResult, FileResult } from '../../../vectors/index.ts';
import {
  answerText,
  countFlags,
  countResults,
  countSkips,
  fieldsToJson,
  said,
  wantText,
} from '../../../vectors/index.ts';
import type { Session } from '../../session.ts';
import { stepRemarks } from './step-remarks.ts';

export function reportFacts(
  session: Session,
  engine: string,
  files: readonly FileResult[],
  { steps }: { readonly steps?: true | undefined },
) {
  const { lang } = session;
  return {
    engine,
    ...countResults(files.flatMap(({ results }) => results)),
    files: files.map(({ file, results }) => ({
      file: file.name,
      format: file.format,
      algorithm: file.algorithm,
      ...countResults(results),
      flags: Object.fromEntries(countFlags(results)),
      skips: countSkips(results).map(({ why, count }) => ({ reason: said(lang, why), count })),
      failures: results.flatMap((result) => failureFacts(session, result)),
      ...(steps && { steps: stepRemarks(results) }),
    })),
  };
}

function failureFacts({ lang }: Session, result: CaseResult) {
  if (result.status !== 'failed') return [];
  const { id, comment, flags } = result.case;
  const { op, request, got, want, diagnosis } = result.failure;
  const mistake = diagnosis?.mistake;
  return [
    {
      id,
      comment,
      flags,
      op,
      ...(request && { inputs: fieldsToJson(request.fields) }),
      got: answerText(lang, got, { whole: true }),
      want: wantText(lang, want, { whole: true }),
      ...(diagnosis?.step && { step: diagnosis.step }),
      ...(mistake && {
        mistake: { name: mistake.name, text: said(lang, mistake.text), clause: mistake.clause },
      }),
    },
  ];
}
