/** A short trace, every step in full. */
import type { Trace } from '../../../trace/index.ts';
import { colorsOf } from '../../render.ts';
import type { Session } from '../../session.ts';
import { stepLines } from '../../trace-view.ts';

/** Of long values the start only, unless `all` is asked for. */
export function printSteps(session: Session, trace: Trace, all: boolean): void {
  if (session.json) {
    session.printJson(trace);
    return;
  }
  const { bold } = colorsOf(session);
  const lines = trace.steps.flatMap((step) => stepLines(session, step, 8, all));
  session.print([bold(trace.subject), '', ...lines, '', trace.output].join('\n'));
}
