/** The work of `crypto assignment list`: the ready-made assignments, a line each. */
import { openAssignment } from '../../grading/assignment-file.ts';
import { readyMadeFolder, readyMadeNames } from '../../grading/ready-made.ts';
import { table } from '../../render.ts';
import type { Session } from '../../session.ts';

export function runList(session: Session): void {
  const all = readyMadeNames().map((name) => {
    const { assignment } = openAssignment(session, readyMadeFolder(name));
    return {
      name,
      title: assignment.title,
      operations: assignment.operations,
      points: assignment.tests.reduce((total, { points }) => total + points, 0),
    };
  });
  if (session.json) {
    session.printJson({ assignments: all });
    return;
  }
  const heading = (['name', 'title', 'points'] as const).map((column) =>
    session.say(`assignment.column.${column}`),
  );
  session.print(
    table(
      heading,
      all.map(({ name, title, points }) => [name, title, String(points)]),
    ),
  );
}
