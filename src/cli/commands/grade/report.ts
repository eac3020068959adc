/** A grade for people, and as JSON. */
import { type Grade, type GradedTest, gradeRemarks, testLines } from '../../../vectors/assignment/index.ts';
import { table } from '../../render.ts';
import type { Session } from '../../session.ts';
import { visibleText } from '../../visible.ts';

/** The tests as a table, then what to know, then what was wrong. */
export function gradeText(session: Session, grade: Grade): string {
  const { assignment, student, score, maxScore, tests } = grade;
  const title = visibleText(assignment.title);
  const heading = (['number', 'test', 'passed', 'cases', 'score', 'points'] as const).map((column) =>
    session.say(`grade.column.${column}`),
  );
  const rows = tests.map((test) => [
    test.number,
    nameOf(session, test),
    String(test.passed),
    String(test.cases),
    String(test.score),
    String(test.points),
  ]);
  const details = tests.flatMap((test) => {
    const lines = testLines(session.lang, test);
    return lines.length === 0
      ? []
      : ['', `${test.number}. ${nameOf(session, test)}`, ...lines.map((line) => indented(line))];
  });
  return [
    student === undefined
      ? session.say('grade.titlePractice', { title })
      : session.say('grade.title', { title, student: visibleText(student) }),
    table(heading, rows),
    session.say('grade.score', { score, max: maxScore }),
    ...gradeRemarks(session.lang, grade),
    ...details,
  ].join('\n');
}

/** With its lines in the language of the session. */
export function gradeJson(session: Session, grade: Grade) {
  return {
    ...grade,
    tests: grade.tests.map((test) => ({ ...test, lines: testLines(session.lang, test) })),
  };
}

function nameOf(session: Session, { name, visibility }: GradedTest): string {
  const shown = visibleText(name);
  return visibility === 'hidden' ? session.say('grade.hiddenName', { name: shown }) : shown;
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
