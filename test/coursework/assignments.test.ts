/** The ready-made assignments: each can be set as it is, and what its students read is what is graded. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { toHex } from '../../src/bytes/index.ts';
import { classroom50Tests, parseAssignment } from '../../src/vectors/assignment/index.ts';
import { readVectors } from '../../src/vectors/formats/index.ts';
import { madeOperations, operationNamed, scratchEngine } from '../../src/vectors/index.ts';
import { fieldsFromJson } from '../../src/vectors/operations/index.ts';
import { ASSIGNMENTS, COURSEWORK, isFile, outline, read, tableRows } from './coursework.ts';

/** In both languages, or the same in both. */
type Text = string | { readonly en: string; readonly zh: string };

interface Test {
  readonly name: Text;
  readonly points: number;
  readonly visibility: 'visible' | 'hidden';
  readonly vectors?: string;
  readonly make?: { readonly op: string; readonly count: number };
  readonly operations?: readonly string[];
  readonly cases?: readonly number[];
  readonly credit?: 'all';
  readonly message: Text;
}

interface Assignment {
  readonly title: Text;
  readonly description: Text;
  readonly name: string;
  readonly operations: readonly string[];
  readonly tests: readonly Test[];
}

const inLanguage = (text: Text, lang: 'en' | 'zh') => (typeof text === 'string' ? text : text[lang]);

it('are the nine and the lab', () => {
  const nine = ['aes', 'certificates', 'hmac', 'modes', 'padding', 'rsa', 'sha256', 'tls-keys', 'xor'];
  expect(ASSIGNMENTS).toEqual([...nine, 'lab-ecb-cbc'].sort());
});

describe.each(ASSIGNMENTS)('%s', (name) => {
  const assignment = parse(read(`${name}/assignment.yaml`)) as Assignment;

  it('has its own name, 100 points, and operations that exist', () => {
    expect(assignment.name).toBe(name);
    expect(assignment.tests.reduce((sum, { points }) => sum + points, 0)).toBe(100);
    expect(assignment.operations.filter((op) => !operationNamed(op))).toEqual([]);
    const hidden = assignment.tests.filter(({ visibility }) => visibility === 'hidden');
    expect(hidden.reduce((sum, { points }) => sum + points, 0)).toBeGreaterThanOrEqual(40);
  });

  it('speaks both languages, and neither in the other', () => {
    const { title, description, tests } = assignment;
    const texts = [title, description, ...tests.flatMap(({ name, message }) => [name, message])];
    const chinese = /[\u3000-\u9fff]/;
    for (const text of texts) {
      expect(inLanguage(text, 'en')).not.toMatch(chinese);
      // What is only names is the same in both.
      if (typeof text === 'string') expect(text).toMatch(/^[A-Z\d-]+$/);
      else expect(text.zh).toMatch(chinese);
      expect(
        Object.keys(typeof text === 'string' ? {} : text).filter((key) => !['en', 'zh'].includes(key)),
      ).toEqual([]);
    }
    for (const { message } of tests) {
      expect(inLanguage(message, 'en')).toMatch(/[.?]$/);
      expect(inLanguage(message, 'zh')).toMatch(/[。？]$/);
    }
  });

  it.each(['en', 'zh'] as const)('can be set on Classroom 50: %s', (lang) => {
    const parsed = parseAssignment(read(`${name}/assignment.yaml`), name, lang);
    expect(parsed.title).toBe(inLanguage(assignment.title, lang));
    const { tests } = classroom50Tests(parsed, { command: (number) => number });
    expect(tests.map(({ name }) => name)).toEqual(
      assignment.tests
        .filter(({ visibility }) => visibility === 'visible')
        .map(({ name }) => inLanguage(name, lang)),
    );
  });

  it.each(assignment.tests.map((test) => ({ ...test, title: inLanguage(test.name, 'en') })))(
    'test: $title',
    (test) => {
      for (const op of test.operations ?? []) expect(assignment.operations).toContain(op);
      if (test.make) {
        expect(assignment.operations).toContain(test.make.op);
        expect(madeOperations()).toContain(test.make.op);
        return;
      }
      expect(test.visibility).toBe('visible');
      const [file] = readVectors([vectorsOf(name, test.vectors!)]);
      const operations = test.operations ?? assignment.operations;
      const asked = file!.cases.filter(({ checks }) =>
        checks.some((check) => operations.includes('request' in check ? check.request.op : check.op)),
      );
      const ids = asked.map(({ id }) => id);
      expect(ids).not.toEqual([]);
      for (const id of test.cases ?? []) expect(ids).toContain(String(id));
    },
  );

  if (name !== 'lab-ecb-cbc') {
    it('says to students in both languages what is graded', () => {
      const [en, zh] = [read(`${name}/README.md`), read(`${name}/README.zh.md`)];
      expect(en.split('\n')[0]).toBe(`# ${inLanguage(assignment.title, 'en')}`);
      expect(zh.split('\n')[0]).toBe(`# ${inLanguage(assignment.title, 'zh')}`);
      expect(outline(zh)).toEqual(outline(en));
      const graded = (markdown: string) => tableRows(markdown).slice(-assignment.tests.length);
      expect(graded(en)).toEqual(
        assignment.tests.map(({ name, points, visibility, credit }) => [
          inLanguage(name, 'en'),
          String(points),
          visibility + (credit ? ', all or nothing' : ''),
        ]),
      );
      expect(graded(zh)).toEqual(
        assignment.tests.map(({ name, points, visibility, credit }) => [
          inLanguage(name, 'zh'),
          String(points),
          (visibility === 'hidden' ? '隐藏' : '可见') + (credit ? '，全对才得分' : ''),
        ]),
      );
    });

    it('names each operation, and its example is true', async () => {
      for (const file of ['README.md', 'README.zh.md']) {
        const markdown = read(`${name}/${file}`);
        for (const op of assignment.operations) {
          expect(markdown).toMatch(new RegExp(`\`${op}\`|…\`-${op.split('-').at(-1)}\``));
        }
        const [question, answer] = [...markdown.matchAll(/^\{"id":1,.*\}$/gm)].map(([line]) =>
          JSON.parse(line),
        );
        if (name === 'certificates') continue;
        const operation = operationNamed(question.op)!;
        const got = await scratchEngine.answer({
          op: question.op,
          fields: fieldsFromJson(operation, question),
        });
        expect(got.kind === 'output' && toHex(got.output as Uint8Array)).toBe(answer.output);
      }
    });
  }
});

function vectorsOf(assignment: string, name: string) {
  const own = `${assignment}/${name}`;
  const path = isFile(own) ? COURSEWORK + own : new URL(`../../vectors/${name}.json`, import.meta.url);
  return { name, text: readFileSync(path, 'utf8') };
}
