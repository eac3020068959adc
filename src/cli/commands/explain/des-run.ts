/** The halves of DES round by round, or one round with its eight S-boxes. */
import { explainDes, explainDesDecrypt } from '../../../explain/index.ts';
import { messageOf, type Trace } from '../../../trace/index.ts';
import { table } from '../../render.ts';
import type { Session } from '../../session.ts';
import { stepLines, stepsById, valueAt } from '../../trace-view.ts';

export interface DesOptions {
  readonly decrypt?: true | undefined;
  readonly round?: number | undefined;
  readonly all?: true | undefined;
}

export function runExplainDes(
  session: Session,
  { key, block }: { readonly key: Uint8Array; readonly block: Uint8Array },
  options: DesOptions,
): void {
  const trace = options.decrypt ? explainDesDecrypt(key, block) : explainDes(key, block);
  session.note('cli.weak.des');
  if (session.json) session.printJson(trace);
  else if (options.round !== undefined) session.print(oneRound(session, trace, options.round));
  else session.print(allRounds(session, trace, options));
}

function allRounds(session: Session, trace: Trace, { decrypt, all }: DesOptions): string {
  const steps = stepsById(trace);
  const told = (id: string) => {
    const step = steps.get(id)!;
    return [id, step.values.value!, messageOf(session.lang, step.say, step.values)];
  };
  const rows = Array.from({ length: 17 }, (_, n) =>
    [String(n), `round[${n}].K`, `round[${n}].f`, `L[${n}]`, `R[${n}]`].map((id, i) =>
      i === 0 ? id : valueAt(steps, id),
    ),
  );
  const shown = all ? rows : [...rows.slice(0, 3), ['…'], ...rows.slice(-1)];
  const heading = [session.say('explain.column.round'), 'K', 'f(R, K)', 'L', 'R'];
  const leftOut = session.say('explain.leftOut', { first: 3, last: 15 });
  return [
    `DES${decrypt ? '⁻¹' : ''}: ${trace.inputs.block} → ${trace.output}`,
    '',
    plain([told('PC-1'), told('IP')]),
    '',
    table(heading, shown).replace(/^…$/m, leftOut),
    '',
    plain([told('preoutput'), told('output')]),
  ].join('\n');
}

function oneRound(session: Session, trace: Trace, n: number): string {
  const inRound = trace.steps.filter(({ id }) => id.startsWith(`round[${n}].`));
  const keyNumber = inRound[0]!.values.keyNumber!;
  const key = [`C[${keyNumber}]`, `D[${keyNumber}]`, `K[${keyNumber}]`];
  const byId = stepsById(trace);
  const before = [`L[${n - 1}]`, `R[${n - 1}]`];
  const steps = [...key, ...before].map((id) => byId.get(id)!);
  const halves = [`L[${n}]`, `R[${n}]`].map((id) => byId.get(id)!);
  return [...steps, ...inRound, ...halves].flatMap((step) => stepLines(session, step, 16, true)).join('\n');
}

function plain(rows: readonly (readonly string[])[]): string {
  return table(rows[0]!, rows.slice(1));
}
