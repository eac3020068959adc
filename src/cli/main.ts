/**
 * The command `crypto`: starts it, and turns whatever went wrong into one line and an exit status.
 *
 * `--version` is answered before anything else is loaded.
 */
import { watchOutput } from './io/closed-output.ts';
import { readVersion } from './version.ts';

const argv = process.argv.slice(2);

if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  watchOutput((reason) => `standard output: cannot write (${reason})`);
  process.stdout.write(`${readVersion()}\n`);
} else {
  const { run } = await import('./run.ts');
  process.exitCode = await run(argv, process.env);
}
