/** The page for instructors: what it names exists, in both languages the same; and links of all these texts lead somewhere. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildProgram } from '../../src/cli/program.ts';
import { openSession } from '../../src/cli/session.ts';
import { MYTHS } from '../../src/explain/myths/index.ts';
import { SCENES } from '../../src/story/index.ts';
import { FAULT_NAMES } from '../../src/x509/index.ts';
import { ASSIGNMENTS, COURSEWORK, outline, read, tableRows } from './coursework.ts';

const doc = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
const PAGES = ['instructors.md', 'instructors.zh.md'];
const spans = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, span]) => span!);

describe.each(PAGES)('%s', (page) => {
  const text = doc(page);
  const weeks = tableRows(text).slice(0, 16);

  it('has sixteen weeks, with every scene and every myth, and each assignment once', () => {
    expect(weeks.map(([week]) => Number(week))).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
    const scenes = weeks.flatMap(([, , cell]) => cell!.match(/\d+/g) ?? []).map(Number);
    expect([...new Set(scenes)].sort((a, b) => a - b)).toEqual(SCENES.map(({ number }) => number));
    expect(weeks.flatMap(([, , , , myths]) => spans(myths!)).sort()).toEqual(
      MYTHS.map(({ name }) => name).sort(),
    );
    expect(
      weeks
        .map((row) => row[5]!)
        .filter((cell) => ASSIGNMENTS.includes(cell))
        .sort(),
    ).toEqual(ASSIGNMENTS);
  });

  it('says of each assignment its points and hints', () => {
    const rows = tableRows(text).slice(16, 16 + ASSIGNMENTS.length);
    expect(
      rows.map(([name, , hidden, hints]) => [/\[(.*)\]/.exec(name!)![1], Number(hidden), hints]),
    ).toEqual(
      rows.map(([name]) => {
        const folder = /\[(.*)\]/.exec(name!)![1]!;
        const { tests, hints } = parse(read(`${folder}/assignment.yaml`)) as {
          tests: { points: number; visibility: string }[];
          hints: string;
        };
        const hidden = tests.filter(({ visibility }) => visibility === 'hidden');
        return [folder, hidden.reduce((sum, { points }) => sum + points, 0), hints];
      }),
    );
    expect(rows.map(([name]) => /\[(.*)\]/.exec(name!)![1]!).sort()).toEqual(ASSIGNMENTS);
  });

  it('names faults that exist', () => {
    for (const name of ['expired', 'wrong-host', 'untrusted-root', 'not-a-ca', 'tampered-signature']) {
      expect(spans(text)).toContain(name);
      expect(FAULT_NAMES).toContain(name);
    }
  });
});

it('has the same headings, tables and commands in Chinese', () => {
  const [en, zh] = PAGES.map(doc) as [string, string];
  expect(outline(zh)).toEqual(outline(en));
  const numbers = (text: string) =>
    tableRows(text).map((row) => row.filter((cell) => /^[\d, 、]*$/.test(cell)).length);
  expect(numbers(zh)).toEqual(numbers(en));
  const commands = (text: string) =>
    commandsIn(text).map((command) => command.replace(/[^\x20-\x7e]+|\b(NAME|STUDENT-ID|N|WORD)\b/g, '·'));
  expect(commands(zh)).toEqual(commands(en));
});

const TEXTS = [
  ...['README.md', 'README.zh.md'].map((name) => ({
    name,
    text: readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'),
  })),
  ...PAGES.map((page) => ({ name: `docs/${page}`, text: doc(page) })),
  ...ASSIGNMENTS.flatMap((name) =>
    ['README.md', 'README.zh.md'].map((file) => ({ name: `${name}/${file}`, text: read(`${name}/${file}`) })),
  ),
];

/** The nouns are built anew for each command: a verb that is not there, or an option, is found by its help. */
it.each(TEXTS)('$name names commands that exist', async ({ text }) => {
  for (const command of new Set(commandsIn(text))) {
    const words = command.split(/\s+/).slice(1);
    const names = words.filter((word) => /^[a-z\d-]+$/.test(word) && !word.startsWith('-'));
    const program = await buildProgram(openSession([], {}), names.slice(0, 1));
    const noun = program.commands.find((known) => known.name() === names[0]);
    expect(noun, command).toBeDefined();
    const verb = noun!.commands.find((known) => known.name() === names[1]);
    // One with options of its own runs without a verb, too: crypto http --view hacker.
    if (noun!.commands.length > 0 && noun!.options.length === 0) expect(verb, command).toBeDefined();
    const known = [...(verb ?? noun!).options, ...program.options].flatMap(({ long, short }) => [
      long,
      short,
    ]);
    for (const option of words.filter((word) => /^--?[a-z]/.test(word))) {
      expect([...known, '--help'], command).toContain(option);
    }
  }
});

/** In spans and in blocks. */
function commandsIn(text: string): string[] {
  const found = [...spans(text.replace(/^```.*?^```/gms, '')), ...text.split('\n')];
  return found
    .map((line) => line.replace(/^.*\| (?=crypto )/, '').replace(/"[^"]*"/g, 'QUOTED'))
    .filter((line) => line.startsWith('crypto '));
}

it.each([
  ...PAGES.map((page) => `../docs/${page}`),
  ...ASSIGNMENTS.flatMap((name) => [`${name}/README.md`, `${name}/README.zh.md`]),
  ...['en', 'zh'].flatMap((lang) =>
    ['handout', 'report', 'rubric'].map((file) => `lab-ecb-cbc/${lang}/${file}.md`),
  ),
  'for-instructors/README.md',
  'for-instructors/README.zh.md',
])('the links of %s lead somewhere', (path) => {
  for (const [, target] of read(path).matchAll(/\]\(([^)#]+)\)/g)) {
    const url = new URL(target!, new URL(path, `file://${COURSEWORK}`));
    expect(existsSync(fileURLToPath(url)), target).toBe(true);
  }
});
