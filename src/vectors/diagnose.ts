/** Where a wrong answer went wrong: by the steps that were reported, or by the well-known mistakes. */
import type { Diagnosis } from './diagnosis.ts';
import type { Answer, Request } from './request.ts';
import type { Want } from './vector-file.ts';

export function diagnose(_request: Request, _got: Answer, _want: Want): Diagnosis | undefined {
  return undefined;
}
