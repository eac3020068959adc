/** What running vectors found: every case is passed, failed or skipped, and a skip says why. */
import type { Diagnosis } from './diagnosis.ts';
import type { Answer, Request, Saying } from './request.ts';
import type { VectorCase, VectorFile, Want } from './vector-file.ts';

export type CaseResult =
  | { readonly case: VectorCase; readonly status: 'passed'; readonly answers: readonly Answered[] }
  | { readonly case: VectorCase; readonly status: 'failed'; readonly failure: Failure }
  | { readonly case: VectorCase; readonly status: 'skipped'; readonly why: Saying };

/** A request with its answer, for those who want to look at the steps of right answers, too. */
export interface Answered {
  readonly request: Request;
  readonly answer: Answer;
}

export interface Failure {
  readonly op: string;
  /** Absent for a Monte Carlo test, whose requests are thousands. */
  readonly request?: Request;
  readonly got: Answer;
  readonly want: Want;
  readonly diagnosis?: Diagnosis;
}

export interface FileResult {
  readonly file: VectorFile;
  readonly results: readonly CaseResult[];
}
