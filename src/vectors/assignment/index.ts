/** Assignments: read from their files, made for each student, graded, and reported. */
export type {
  Assignment,
  AssignmentTest,
  Credit,
  Hints,
  TestSource,
  Visibility,
} from './assignment.ts';
export { type CaseFeedback, fieldText, type StepFeedback } from './feedback.ts';
export {
  allPassed,
  type Grade,
  type GradedTest,
  type GradeOptions,
  gradeInstance,
  gradeNothing,
  type Skip,
} from './grade.ts';
export { type Instance, type InstanceOptions, type InstanceTest, makeInstance } from './instance.ts';
export { parseAssignment } from './parse.ts';
export {
  type Classroom50Options,
  type Classroom50Tests,
  classroom50Tests,
} from './reports/classroom50.ts';
export {
  type GradescopeOptions,
  type GradescopeResults,
  type GradescopeTest,
  gradescopeResults,
} from './reports/gradescope.ts';
export { gradeRemarks, testLines } from './reports/lines.ts';
export {
  type DocumentOptions,
  type InstanceDocument,
  instanceDocument,
} from './reports/questions.ts';
export { practiceSeed, studentId, studentSeed } from './seed.ts';
