/**
 * The work of `crypto grade --roster`: everybody's grade, one after the other, as CSV.
 *
 * What is wrong with one submission is that student's remark, and stops nobody else's. The file is written at the end, whole.
 */
import { CryptoError } from '../../../errors.ts';
import {
  type Grade,
  gradeNothing,
  type Instance,
  practiceSeed,
  studentSeed,
} from '../../../vectors/assignment/index.ts';
import { said } from '../../../vectors/index.ts';
import { errorText } from '../../chinese/errors.ts';
import { openAssignment } from '../../grading/assignment-file.ts';
import { readCourseKey } from '../../grading/course-key.ts';
import { gradeSubmission } from '../../grading/grade-submission.ts';
import { gradesCsv, type StudentGrade, withMark } from '../../grading/grades-csv.ts';
import { guardSecrets, tellOpenSubmissions } from '../../grading/open-to-all.ts';
import { expectResultFile } from '../../grading/result-file.ts';
import { readRoster, type Student } from '../../grading/roster.ts';
import { findSubmissions, type Submissions } from '../../grading/submissions.ts';
import { startProgress } from '../../io/progress.ts';
import { listed } from '../../lists.ts';
import type { Session } from '../../session.ts';
import { visibleText } from '../../visible.ts';
import { commandOf, expectAbsent, type GradeOptions } from './options.ts';
import { gradeJson } from './report.ts';

/** Names of strangers that are told. */
const MOST_TOLD = 10;

export async function runRoster(
  session: Session,
  path: string,
  dir: string | undefined,
  options: GradeOptions,
): Promise<void> {
  const { roster, student, submission, seeds, submissionMetadata, test, courseKey, output } = options;
  if (roster === undefined) {
    const given = { file: visibleText(path), dir: visibleText(dir ?? '') };
    throw new CryptoError('bad-argument', session.say('grade.error.dirAlone', given));
  }
  if (dir === undefined) throw new CryptoError('bad-argument', session.say('grade.error.rosterAlone'));
  expectAbsent(
    session,
    {
      '--student': student,
      '--submission': submission,
      '--seeds': seeds,
      '--submission-metadata': submissionMetadata,
      '--test': test,
    },
    'grade.error.notWithRoster',
  );
  if (options.format !== undefined && options.format !== 'text') {
    throw new CryptoError('bad-argument', session.say('grade.error.formatRoster'));
  }
  const { assignment, folder, instance, answerFiles, secretFiles } = openAssignment(session, path);
  const command = commandOf(session, options, assignment.run);
  const students = readRoster(session, roster);
  const key = readCourseKey(session, courseKey, folder);
  const submissions = findSubmissions(session, dir, students);
  // Grades are nobody else's business.
  const result = await expectResultFile(session, { ...options, permissions: 0o600 });
  // What is wrong with the assignment is so for everybody.
  await instance(practiceSeed(assignment.name));
  const secrets = [...secretFiles, ...(key.path === undefined ? [] : [key.path])];
  guardSecrets(session, secrets, true);
  tellOpenSubmissions(session, dir);
  tellStrangers(session, dir, submissions.strangers);
  const progress = startProgress(session, students.length, session.say('grade.unit.students'));
  const grades: StudentGrade[] = [];
  for (const one of students) {
    const made = await instance(studentSeed(key.bytes, assignment.name, one.id), one.id);
    grades.push({
      student: one,
      ...(await gradeStudent(session, made, one, {
        submissions,
        command,
        secrets: [...secrets, ...answerFiles],
      })),
    });
    progress.update(grades.length);
    await progress.shown();
  }
  progress.stop();
  if (session.json && output === undefined) {
    session.printJson({
      students: grades.map(({ student: { name }, grade, remark }) => ({
        ...gradeJson(session, grade),
        ...(name !== undefined && { name }),
        remark,
      })),
      strangers: submissions.strangers,
    });
    return;
  }
  const csv = gradesCsv(grades);
  const bytes = await result.write(output === undefined ? csv : withMark(csv));
  if (output === undefined) return;
  if (session.json) session.printJson({ output, bytes, students: grades.length });
  else session.print(session.say('grade.written', { path: output, count: grades.length }));
}

interface StudentOptions {
  readonly submissions: Submissions;
  readonly command: string;
  readonly secrets: readonly string[];
}

async function gradeStudent(
  session: Session,
  instance: Instance,
  student: Student,
  { submissions, command, secrets }: StudentOptions,
): Promise<{ readonly grade: Grade; readonly remark: string }> {
  const [submission, ...others] = submissions.of(student);
  const nothing = (remark: string) => ({ grade: gradeNothing(instance), remark });
  if (submission === undefined) return nothing(session.say('grade.remark.missing'));
  if (others.length > 0) {
    const names = listed(
      session,
      [submission, ...others].map((name) => visibleText(name)),
    );
    return nothing(session.say('grade.remark.several', { names }));
  }
  try {
    const grade = await gradeSubmission(session, instance, { command, submission, secrets });
    return { grade, remark: faultIn(session, grade) };
  } catch (error) {
    if (error instanceof CryptoError) return nothing(errorText(session, error));
    throw error;
  }
}

/** The first case that got no answer. */
function faultIn(session: Session, { tests }: Grade): string {
  for (const { number, failures } of tests) {
    const fault = failures.find((failure) => failure.fault !== undefined)?.fault;
    if (fault) return session.say('grade.remark.fault', { number, fault: said(session.lang, fault) });
  }
  return '';
}

function tellStrangers(session: Session, path: string, strangers: readonly string[]): void {
  if (strangers.length === 0) return;
  const names = strangers.slice(0, MOST_TOLD).map((name) => visibleText(name, 60));
  const more = strangers.length > MOST_TOLD ? [`… (${strangers.length})`] : [];
  session.note('grade.note.strangers', { path, names: listed(session, [...names, ...more]) });
}
