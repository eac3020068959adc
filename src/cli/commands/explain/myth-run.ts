/** The work of `crypto explain myth`: runs what contradicts a common sentence, and shows what came of it. */

import { similarTo } from '../../../bytes/similar.ts';
import { CryptoError } from '../../../errors.ts';
import { type Evidence, MYTHS, type Myth, type StepTable } from '../../../explain/myths/index.ts';
import { messageOf, type TraceStep } from '../../../trace/index.ts';
import { CheckFailed } from '../../check-failed.ts';
import { listed } from '../../lists.ts';
import { openRandom } from '../../randomness.ts';
import { colorsOf, columnsOf, table } from '../../render.ts';
import type { Session } from '../../session.ts';
import { shownValues } from '../../shown-values.ts';
import { prose, proseTable } from '../../wrap.ts';

export function runMyth(session: Session, name: string | undefined, seed: string | undefined): void {
  if (name === undefined) {
    listMyths(session);
    return;
  }
  const myth = MYTHS.find((each) => each.name === name.toLowerCase());
  if (!myth) {
    const known = MYTHS.map((each) => each.name);
    const names = listed(session, known);
    const meant = similarTo(name, known);
    const hint = meant === undefined ? '' : session.say('cli.didYouMean', { name: meant });
    throw new CryptoError(
      'bad-argument',
      session.say('myth.error.name', { names, got: JSON.stringify(name) }) + hint,
    );
  }
  const evidence = myth.run(openRandom(session, seed));
  const facts = asJson(session, myth, evidence);
  if (!session.json) session.print(mythText(session, myth, evidence));
  if (!evidence.contradicted) throw new CheckFailed(session.say('myth.unexpected'), facts);
  if (session.json) session.printJson(facts);
}

function listMyths(session: Session): void {
  const rows = MYTHS.map(({ name, said }) => ({ name, said: session.say(said) }));
  if (session.json) session.printJson({ myths: rows });
  else {
    const heading = [session.say('myth.column.name'), session.say('myth.column.said')];
    session.print(
      proseTable(
        session.stdout,
        heading,
        rows.map(({ name, said }) => [name, said]),
      ),
    );
  }
}

/** The sentence, what is true in it, the run, what would have had to be so, and the better sentence. */
function mythText(session: Session, myth: Myth, { trace, consequences }: Evidence): string {
  const { bold, green, red } = colorsOf(session);
  const labels = (['said', 'truth', 'run', 'claims', 'better'] as const).map((part) =>
    session.say(`myth.label.${part}`),
  );
  const [said, truth, run, claims, better] = labels as [string, string, string, string, string];
  const width = Math.max(...[said, truth, better].map(columnsOf));
  const labelled = (label: string, text: string) =>
    prose(session.stdout, `${bold(label)}${' '.repeat(width - columnsOf(label))}  ${text}`, width + 2);
  const answers = consequences.map(({ claim, holds }) => [
    `  ${session.say(claim)}`,
    holds ? red(session.say('myth.holds')) : green(session.say('myth.fails')),
  ]);
  return [
    labelled(said, session.say(myth.said)),
    labelled(truth, session.say(myth.truth)),
    '',
    bold(run),
    ...stepLines(session, myth, trace.steps),
    '',
    table([bold(claims), ''], answers),
    '',
    labelled(better, session.say(myth.better)),
  ].join('\n');
}

/** The steps, numbered, each with its bytes; those of a table are one. */
function stepLines(session: Session, { tables = [] }: Myth, steps: readonly TraceStep[]): string[] {
  const tableOf = (step: TraceStep) => tables.find(({ say }) => say === step.say);
  const numbered = steps.filter((step, i) => !tableOf(step) || step.say !== steps[i - 1]?.say);
  return numbered.flatMap((step, i) => {
    const rows = tableOf(step);
    const text = rows ? session.say(rows.caption) : messageOf(session.lang, step.say, step.values);
    const below = rows
      ? valueTable(
          session,
          rows,
          steps.filter(({ say }) => say === step.say),
        )
      : shownValues(session, step, 'myth');
    return [prose(session.stdout, `  ${i + 1}. ${text}`, 5), ...below.map((line) => `     ${line}`)];
  });
}

function valueTable(session: Session, { columns }: StepTable, steps: readonly TraceStep[]): string[] {
  const heading = Object.values(columns).map((key) => session.say(key));
  const rows = steps.map(({ values }) => Object.keys(columns).map((name) => values[name]!));
  return table(heading, rows).split('\n');
}

function asJson(session: Session, myth: Myth, { trace, consequences, contradicted }: Evidence) {
  const steps = trace.steps.map((step) => ({
    ...step,
    text: messageOf(session.lang, step.say, step.values),
  }));
  return {
    name: myth.name,
    said: session.say(myth.said),
    truth: session.say(myth.truth),
    trace: { ...trace, steps },
    consequences: consequences.map(({ claim, holds }) => ({ claim: session.say(claim), holds })),
    contradicted,
    better: session.say(myth.better),
  };
}
