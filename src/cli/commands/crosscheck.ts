/** `crypto crosscheck [name]`: our operations against independent ones, on random input. */
import type { CrosscheckResult } from '../../crosscheck/index.ts';
import { CheckFailed } from '../check-failed.ts';
import { startProgress } from '../io/progress.ts';
import { listed } from '../lists.ts';
import { addExample, seedOption } from '../options.ts';
import { integerBetween } from '../parse.ts';
import type { Register } from '../register.ts';
import { table } from '../render.ts';
import type { Session } from '../session.ts';

export const register: Register = (noun, session) => {
  const command = noun
    .argument('[name]', session.say('cli.crosscheck.name'))
    .option('--runs <n>', session.say('cli.crosscheck.optRuns'), integerBetween(session, 1, 1_000_000), 100)
    .addOption(seedOption(session))
    .action(async (name, { runs, seed }) => {
      const { checkOperation, isAgreed, selectOperations } = await import('../../crosscheck/index.ts');
      const operations = selectOperations(name);
      const progress = startProgress(session, operations.length, '');
      const results: CrosscheckResult[] = [];
      for (const operation of operations) {
        results.push(await checkOperation(operation, { runs, seed, now: () => performance.now() }));
        progress.update(results.length);
      }
      progress.stop();
      const seeded = seed !== undefined;
      if (seeded) session.stderr.write(`${speedTable(session, results)}\n`);
      if (!session.json) report(session, results, seeded);
      const bad = results.filter((result) => !isAgreed(result));
      const facts = { agreed: bad.length === 0, operations: asJson(results, seeded) };
      if (bad.length > 0) {
        const names = listed(
          session,
          bad.map((result) => result.name),
        );
        throw new CheckFailed(session.say('cli.crosscheck.failed', { names }), facts);
      }
      if (session.json) session.printJson(facts);
    });
  addExample(command, session, 'crypto crosscheck aes-cbc --runs 20');
};

/** Speeds are never the same twice: under a seed they go to stderr, so that stdout repeats byte for byte. */
function asJson(results: readonly CrosscheckResult[], seeded: boolean) {
  return results.map(({ scratchSpeed, referenceSpeed, ...rest }) =>
    seeded ? rest : { ...rest, scratchSpeed, referenceSpeed },
  );
}

function report(session: Session, results: readonly CrosscheckResult[], seeded: boolean): void {
  const columns = ['operation', 'runs', 'agreed', 'reference'] as const;
  const heading = columns.map((column) => session.say(`cli.crosscheck.${column}`));
  const rows = results.map(({ name, runs, agreed, reference }) => [
    name,
    String(runs),
    String(agreed),
    reference,
  ]);
  if (!seeded) {
    heading.push(session.say('cli.crosscheck.ours'), session.say('cli.crosscheck.theirs'));
    for (const [i, row] of rows.entries())
      row.push(speed(results[i]!.scratchSpeed), speed(results[i]!.referenceSpeed));
  }
  session.print(table(heading, rows));
  for (const { name, disagreement, unavailable, failure } of results) {
    if (unavailable !== undefined)
      session.print(`\n${name}: ${session.say('cli.crosscheck.unavailable')}: ${unavailable}`);
    if (failure !== undefined)
      session.print(`\n${name}: ${session.say('cli.crosscheck.broken')}: ${failure}`);
    if (!disagreement) continue;
    const lines = [
      ...Object.entries(disagreement.inputs),
      [session.say('cli.crosscheck.scratch'), disagreement.scratch],
      ...(disagreement.incremental === undefined
        ? []
        : [[session.say('cli.crosscheck.incremental'), disagreement.incremental]]),
      [session.say('cli.crosscheck.reference'), disagreement.reference],
    ];
    session.print(`\n${name}: ${session.say('cli.crosscheck.smallest')}`);
    for (const [label, value] of lines) session.print(`  ${label}: ${value}`);
  }
  session.print(`\n${session.say('cli.crosscheck.evidence')}`);
}

function speedTable(session: Session, results: readonly CrosscheckResult[]): string {
  const heading = (['operation', 'ours', 'theirs'] as const).map((column) =>
    session.say(`cli.crosscheck.${column}`),
  );
  return table(
    heading,
    results.map((result) => [result.name, speed(result.scratchSpeed), speed(result.referenceSpeed)]),
  );
}

function speed(value: number | undefined): string {
  if (value === undefined) return '–';
  return value < 9.5 ? value.toPrecision(2) : value.toFixed(0);
}
