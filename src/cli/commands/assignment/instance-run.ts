/** The work of `crypto assignment instance`: a student's own questions, or for the instructor with the answers. */
import { CryptoError } from '../../../errors.ts';
import { instanceDocument, practiceSeed, studentId, studentSeed } from '../../../vectors/assignment/index.ts';
import { openAssignment } from '../../grading/assignment-file.ts';
import { readCourseKey } from '../../grading/course-key.ts';
import { expectResultFile } from '../../grading/result-file.ts';
import type { Session } from '../../session.ts';
import { visibleText } from '../../visible.ts';

export interface InstanceOptions {
  readonly student?: string | undefined;
  readonly courseKey?: string | undefined;
  readonly answers?: true | undefined;
  readonly output?: string | undefined;
  readonly force?: true | undefined;
}

export async function runInstance(session: Session, path: string, options: InstanceOptions): Promise<void> {
  const { assignment, folder, instance } = openAssignment(session, path);
  const student = options.student === undefined ? undefined : studentId(options.student);
  if (student === undefined && options.courseKey !== undefined) {
    throw new CryptoError('bad-argument', session.say('grade.error.keyAlone'));
  }
  const seed =
    student === undefined
      ? practiceSeed(assignment.name)
      : studentSeed(readCourseKey(session, options.courseKey, folder).bytes, assignment.name, student);
  // Answers are for the instructor's eyes: a submission that is graded beside them must not read them.
  const permissions = options.answers ? 0o600 : undefined;
  const result = await expectResultFile(session, { ...options, permissions });
  const whose =
    student === undefined
      ? session.say('assignment.instance.practice')
      : session.say('assignment.instance.student', { student: visibleText(student) });
  const document = instanceDocument(await instance(seed, student), {
    answers: options.answers,
    header: [whose],
  });
  if (student === undefined) session.note('assignment.note.practice');
  if (options.output === undefined) {
    // The file is JSON anyway.
    session.print(JSON.stringify(document, undefined, session.json ? undefined : 2));
    return;
  }
  const bytes = await result.write(`${JSON.stringify(document, undefined, 2)}\n`);
  if (session.json) session.printJson({ output: options.output, bytes, tests: document.numberOfTests });
}
