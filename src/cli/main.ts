/**
 * The command `crypto`: starts it, and turns whatever went wrong into one line and an exit status.
 *
 * `--version` is answered before anything else is loaded.
 */
import { readFileSync } from 'node:fs';

const argv = process.argv.slice(2);

if (argv[0] === '--version' || argv[0] === '-V') {
  process.stdout.write(`${readVersion()}\n`);
} else {
  const { run } = await import('./run.ts');
  process.exitCode = await run(argv, process.env);
}

function readVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
