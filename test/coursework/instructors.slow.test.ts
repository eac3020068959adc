/** The commands in the instructors' table of weeks run as they stand. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openSandbox } from '../cli/sandbox.ts';
import { tableRows } from './coursework.ts';

const sandbox = openSandbox();
const cwd = sandbox.folder('weeks');
const page = readFileSync(new URL('../../docs/instructors.md', import.meta.url), 'utf8');
const cells = tableRows(page)
  .slice(0, 16)
  .map(([, , , run]) => run!);
const commands = cells.flatMap((cell) =>
  [...cell.matchAll(/`(crypto [^`]+)`/g)].map(([, command]) => command!),
);

it.each([...new Set(commands)])('%s', async (command) => {
  const { status, stderr } = await sandbox.bash(command, cwd);
  expect(status, stderr).toBe(0);
});
