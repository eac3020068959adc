/**
 * The lab: its commands are run, and print what the handout shows; both languages ask the same.
 *
 * A `…` stands for anything within a line, and on a line of its own for any lines.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSandbox } from '../cli/sandbox.ts';
import { pattern } from '../cli/script-pattern.ts';
import { COURSEWORK, outline, read, tableRows } from './coursework.ts';

const sandbox = openSandbox();
const LANGS = { en: 'C.UTF-8', zh: 'zh_CN.UTF-8' } as const;
const LAB = 'lab-ecb-cbc';
const SOLUTION = `for-instructors/${LAB}`;

/** Each command of the `console` blocks, with its output. */
function steps(markdown: string): { command: string; output: string[] }[] {
  return [...markdown.matchAll(/^```console\n(.*?)^```/gms)].flatMap(([, block]) =>
    block!
      .split(/^\$ /m)
      .filter(Boolean)
      .map((part) => {
        const [command, ...output] = part.trimEnd().split('\n');
        return { command: command!, output };
      }),
  );
}

describe.each(['en', 'zh'] as const)('in %s', (lang) => {
  const cwd = sandbox.folder(`lab-${lang}`);
  const files = [`${LAB}/${lang}/handout.md`, `${SOLUTION}/${lang}/solution.md`];

  it.each(files.flatMap((file) => steps(read(file))))('$command', async ({ command, output }) => {
    const { stdout } = await sandbox.bash(`export LANG=${LANGS[lang]}; { ${command}; } 2>&1`, cwd);
    expect(stdout.toString().trimEnd()).toMatch(pattern(output));
    const picture = / -o (\S+\.png)/.exec(command)?.[1];
    if (picture) expect(existsSync(join(cwd, picture))).toBe(true);
  });
});

it('shows the same commands in both languages, and the same figures', () => {
  for (const file of ['handout.md', 'solution.md']) {
    const folder = file === 'solution.md' ? SOLUTION : LAB;
    const [en, zh] = [read(`${folder}/en/${file}`), read(`${folder}/zh/${file}`)];
    expect(steps(zh).map(({ command }) => command)).toEqual(steps(en).map(({ command }) => command));
  }
});

it.each([
  `${LAB}/en/handout.md`,
  `${LAB}/en/report.md`,
  `${LAB}/en/rubric.md`,
  `${SOLUTION}/en/solution.md`,
  `${SOLUTION}/en/plan.md`,
])('%s has the same headings and tables in Chinese', (path) => {
  const [en, zh] = [read(path), read(path.replace('/en/', '/zh/'))];
  expect(outline(zh)).toEqual(outline(en));
  expect(tableRows(zh).map((row) => row.length)).toEqual(tableRows(en).map((row) => row.length));
});

it('asks, reports and answers the same questions', () => {
  const asked = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7'];
  const questions = (path: string) =>
    read(path)
      .match(/^(?:\| |\*\*)?[PQ]\d(?=[.:： ])/gm)
      ?.map((text) => text.slice(-2));
  for (const lang of ['en', 'zh']) {
    for (const file of [
      `${LAB}/${lang}/handout.md`,
      `${LAB}/${lang}/report.md`,
      `${SOLUTION}/${lang}/solution.md`,
    ]) {
      expect(questions(file), file).toEqual(asked);
    }
  }
});

it('is worth 100 points, and lasts 90 minutes', () => {
  for (const lang of ['en', 'zh']) {
    const points = tableRows(read(`${LAB}/${lang}/rubric.md`)).map(([, cell]) => Number(cell));
    expect(points.reduce((sum, each) => sum + each, 0)).toBe(100);
    const minutes = tableRows(read(`${SOLUTION}/${lang}/plan.md`)).map(([cell]) =>
      cell!.split('–').map(Number),
    );
    expect(minutes[0]![0]).toBe(0);
    expect(minutes.at(-1)![1]).toBe(90);
    for (const [i, [from]] of minutes.entries()) if (i > 0) expect(from).toBe(minutes[i - 1]![1]);
  }
});

it('keeps the solution out of the folder of the students', () => {
  expect(existsSync(`${COURSEWORK}${LAB}/solution`)).toBe(false);
  expect(existsSync(`${COURSEWORK}for-instructors/assignment.yaml`)).toBe(false);
});
