/** The tests.json of Classroom 50, instead of grading. */
import { type Assignment, classroom50Tests } from '../../../vectors/assignment/index.ts';
import { expectResultFile, type ResultOptions } from '../../grading/result-file.ts';
import type { Session } from '../../session.ts';
import { shellWord } from '../../shell-word.ts';

/** The commands expect `crypto` on the path, and the assignment as assignment.yaml in the folder of the submission. */
export async function writeClassroom50(
  session: Session,
  assignment: Assignment,
  command: string,
  options: ResultOptions,
): Promise<void> {
  const result = await expectResultFile(session, options);
  const tests = classroom50Tests(assignment, {
    command: (number) =>
      `crypto grade assignment.yaml --test ${number} --exec ${shellWord(command)} --lang ${session.lang}`,
  });
  if (session.json && options.output === undefined) {
    session.printJson(tests);
    return;
  }
  const bytes = await result.write(`${JSON.stringify(tests, undefined, 2)}\n`);
  if (session.json) session.printJson({ output: options.output, bytes, tests: tests.tests.length });
}
