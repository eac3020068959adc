/**
 * Test vectors: files in everybody's formats, run through our code, the references or any program, and what to learn from a
 * wrong answer.
 */
export { diagnose, diagnoseMany } from './diagnose.ts';
export type { Diagnosis, Mistake, UnknownStep, WrongStep } from './diagnosis.ts';
export { referenceEngine } from './engines/reference.ts';
export { scratchEngine } from './engines/scratch.ts';
export { readVectors, type TextFile } from './formats/index.ts';
export { isRight } from './judge.ts';
export {
  MAX_MADE,
  type MadeFile,
  type MadeGroup,
  type MadeTest,
  madeOperations,
  makeVectors,
} from './make/make.ts';
export { findMistake, MISTAKES, type WellKnownMistake } from './mistakes/index.ts';
export {
  fieldsFromJson,
  fieldsToJson,
  OPERATIONS,
  operationNamed,
  type VectorOperation,
} from './operations/index.ts';
export {
  type Counts,
  countFlags,
  countResults,
  countSkips,
  type SkipCount,
} from './reports/counts.ts';
export { diagnosisLines } from './reports/diagnosis-text.ts';
export { answerText, failureLines, inputLines, wantText } from './reports/failure-text.ts';
export { gradescopeReport } from './reports/gradescope.ts';
export { junitReport } from './reports/junit.ts';
export { tapReport } from './reports/tap.ts';
export type { Answer, Engine, Field, Output, ReportedStep, Request, Saying } from './request.ts';
export type { Answered, CaseResult, Failure, FileResult } from './result.ts';
export { type RunOptions, runCases, runFile } from './run.ts';
export { said, saying } from './saying.ts';
export {
  type ComparedSteps,
  compareSteps,
  stepIdsOf,
  stepsOf,
  stepText,
  type TracedStep,
  unknownStepText,
} from './steps/index.ts';
export {
  type Check,
  type MonteCarloCheck,
  type SingleCheck,
  VECTOR_FORMATS,
  type VectorCase,
  type VectorFile,
  type VectorFormat,
  type Want,
} from './vector-file.ts';
