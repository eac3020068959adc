/** Fields under each other: labels in one column, values in another, which goes on below itself. */
import { columnsOf } from '../../render.ts';
import type { Session } from '../../session.ts';
import { prose } from '../../wrap.ts';

export interface Field {
  readonly label: string;
  /** At least one; each begins a line of its own. */
  readonly lines: readonly string[];
}

/** Lines of all fields; the values begin in column `indent` plus the width of the widest label. */
export function fieldLines(session: Session, fields: readonly Field[], indent = 0): string[] {
  const width = Math.max(0, ...fields.map(({ label }) => columnsOf(label)));
  const hang = indent + width + 2;
  return fields.flatMap(({ label, lines }) =>
    lines.map((line, i) => {
      const shown = i === 0 ? label : '';
      const head = ' '.repeat(indent) + shown + ' '.repeat(width - columnsOf(shown) + 2);
      return prose(session.stdout, head + line, hang).trimEnd();
    }),
  );
}
