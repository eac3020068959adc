/**
 * Runs cases through an engine. Every case comes out as passed, failed or skipped, in the order of the file; a skip says why.
 */
import type { Diagnosis } from './diagnosis.ts';
import { isRight } from './judge.ts';
import type { Answer, Engine, Request } from './request.ts';
import type { Answered, CaseResult, Failure, FileResult } from './result.ts';
import { saying } from './saying.ts';
import type { Check, MonteCarloCheck, VectorCase, VectorFile, Want } from './vector-file.ts';

export interface RunOptions {
  /** Says where a wrong answer went wrong. */
  readonly diagnose?: ((request: Request, got: Answer, want: Want) => Diagnosis | undefined) | undefined;
  /** Called in the order of the file. */
  readonly onResult?: ((result: CaseResult) => void) | undefined;
}

/** All cases of a file. Does not close the engine. */
export async function runFile(
  file: VectorFile,
  engine: Engine,
  options: RunOptions = {},
): Promise<FileResult> {
  return { file, results: await runCases(file.cases, engine, options) };
}

/** As many cases are under way at once as the engine takes requests. */
export async function runCases(
  cases: readonly VectorCase[],
  engine: Engine,
  options: RunOptions = {},
): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  const underWay: (CaseResult | Promise<CaseResult>)[] = [];
  const put = (result: CaseResult) => {
    results.push(result);
    options.onResult?.(result);
  };
  for (const vectorCase of cases) {
    if (underWay.length >= engine.window) {
      const first = underWay.shift()!;
      put(first instanceof Promise ? await first : first);
    }
    underWay.push(runCase(vectorCase, engine, options));
  }
  for (const left of underWay) put(left instanceof Promise ? await left : left);
  return results;
}

/** At once where the engine answers at once. */
function runCase(
  vectorCase: VectorCase,
  engine: Engine,
  options: RunOptions,
): CaseResult | Promise<CaseResult> {
  if (vectorCase.skip) return { case: vectorCase, status: 'skipped', why: vectorCase.skip };
  if (vectorCase.checks.length === 0) {
    return { case: vectorCase, status: 'skipped', why: saying('vectors.skip.nothingAsked', {}) };
  }
  return checkFrom(0, [], vectorCase, engine, options);
}

/** Asks the check at that place, and those after it. `answers`: what was right so far. */
function checkFrom(
  at: number,
  answers: Answered[],
  vectorCase: VectorCase,
  engine: Engine,
  options: RunOptions,
): CaseResult | Promise<CaseResult> {
  for (let i = at; i < vectorCase.checks.length; i++) {
    const check = vectorCase.checks[i]!;
    const answer = 'loop' in check ? runLoop(check, engine) : engine.answer(check.request);
    if (answer instanceof Promise) {
      return answer.then((got) => {
        const result = resultOf(check, got, answers, vectorCase, engine, options);
        return result ?? checkFrom(i + 1, answers, vectorCase, engine, options);
      });
    }
    const result = resultOf(check, answer, answers, vectorCase, engine, options);
    if (result) return result;
  }
  return { case: vectorCase, status: 'passed', answers };
}

/** Undefined where the answer is right, so that the next check is asked; then it is put to `answers`. */
function resultOf(
  check: Check,
  got: Answer,
  answers: Answered[],
  vectorCase: VectorCase,
  engine: Engine,
  { diagnose }: RunOptions,
): CaseResult | undefined {
  if (got.kind === 'unsupported') return { case: vectorCase, status: 'skipped', why: got.why };
  const { want } = check;
  const request = 'request' in check ? check.request : undefined;
  const op = request?.op ?? (check as MonteCarloCheck).op;
  if (isRight(op, got, want, engine.name === 'scratch')) {
    if (request) answers.push({ request, answer: got });
    return undefined;
  }
  const diagnosis = request && diagnose?.(request, got, want);
  const failure: Failure = {
    op,
    ...(request && { request }),
    got,
    want,
    ...(diagnosis && { diagnosis }),
  };
  return { case: vectorCase, status: 'failed', failure };
}

/** Answers with what the loop returns, or with the first answer that is no bytes. */
function runLoop(check: MonteCarloCheck, engine: Engine): Answer | Promise<Answer> {
  const loop = check.loop();
  const goOn = (first: IteratorResult<Request, Uint8Array>): Answer | Promise<Answer> => {
    let next = first;
    while (!next.done) {
      const answer = engine.answer(next.value);
      if (answer instanceof Promise) return answer.then(take);
      if (answer.kind !== 'output' || !(answer.output instanceof Uint8Array)) return answer;
      next = loop.next(answer.output);
    }
    return { kind: 'output', output: next.value };
  };
  const take = (answer: Answer): Answer | Promise<Answer> => {
    if (answer.kind !== 'output' || !(answer.output instanceof Uint8Array)) return answer;
    return goOn(loop.next(answer.output));
  };
  return goOn(loop.next());
}
