/** An assignment from the text of its file, YAML or JSON. A wrong field is named by its path, tests counted from 1. */
import { excerpt } from '../../bytes/index.ts';
import { similarTo } from '../../bytes/similar.ts';
import { expectText } from '../../errors.ts';
import type { Lang } from '../../trace/index.ts';
import { OPERATIONS, operationNamed } from '../operations/index.ts';
import {
  type Assignment,
  type AssignmentTest,
  CREDITS,
  HINTS,
  type TestSource,
  VISIBILITIES,
} from './assignment.ts';
import { type Fields, fieldsOf, type Item, LANGS, type Texts } from './fields.ts';
import { readTree } from './tree.ts';

const MOST = {
  title: 200,
  name: 64,
  description: 20_000,
  message: 2000,
  command: 1000,
  path: 1000,
  id: 200,
  operations: 100,
  tests: 100,
  cases: 10_000,
  points: 10_000,
  count: 1000,
  answerSeconds: 600,
  totalSeconds: 36_000,
} as const;

const DEFAULT_LIMITS = { answer: 10, total: 300 } as const;

/**
 * Throws `bad-format` or `too-large`. `name` is what errors call the file where no field is at fault; `lang` picks among the texts
 * for people, all of which are checked.
 */
export function parseAssignment(text: string, name = 'assignment', lang: Lang = 'en'): Assignment {
  expectText('text', text);
  const root = fieldsOf(readTree(text, name), '', [
    'title',
    'name',
    'description',
    'operations',
    'run',
    'hints',
    'limits',
    'tests',
  ]);
  const title = root.texts('title', MOST.title)[lang];
  const word = root.text('name', MOST.name);
  if (!/^[a-z\d][a-z\d-]*$/i.test(word))
    throw root.wrong('name', 'letters, digits and hyphens', excerpt(word));
  const operations = root.list('operations', MOST.operations, operationIn);
  const tests = root.list('tests', MOST.tests, (item) => readTest(item, operations, lang));
  expectNamesDiffer(
    root,
    tests.map(({ names }) => names),
  );
  return {
    title,
    name: word,
    ...(root.has('description') && { description: root.texts('description', MOST.description)[lang] }),
    operations,
    ...(root.has('run') && { run: root.text('run', MOST.command) }),
    hints: root.choice('hints', HINTS, 'step'),
    limits: root.has('limits') ? readLimits(root.fields('limits', ['answer', 'total'])) : DEFAULT_LIMITS,
    tests: tests.map(({ test }) => test),
  };
}

function readLimits(limits: Fields): Assignment['limits'] {
  return {
    answer: limits.has('answer') ? limits.number('answer', 0.1, MOST.answerSeconds) : DEFAULT_LIMITS.answer,
    total: limits.has('total') ? limits.number('total', 1, MOST.totalSeconds) : DEFAULT_LIMITS.total,
  };
}

function readTest(
  item: Item,
  operations: readonly string[],
  lang: Lang,
): { readonly names: Texts; readonly test: AssignmentTest } {
  const fields = item.fields([
    'name',
    'points',
    'visibility',
    'vectors',
    'make',
    'operations',
    'cases',
    'message',
    'credit',
  ]);
  const amongAll = (inner: Item): string => {
    const op = operationIn(inner);
    if (operations.includes(op)) return op;
    throw inner.wrong('one of the operations of the assignment', excerpt(op));
  };
  const names = fields.texts('name', MOST.title);
  const test = {
    name: names[lang],
    points: fields.number('points', 0, MOST.points),
    visibility: fields.choice('visibility', VISIBILITIES, 'visible'),
    source: readSource(fields, operations),
    operations: fields.has('operations') ? fields.list('operations', MOST.operations, amongAll) : operations,
    ...(fields.has('cases') && { cases: fields.list('cases', MOST.cases, (id) => id.word(MOST.id)) }),
    ...(fields.has('message') && { message: fields.texts('message', MOST.message)[lang] }),
    credit: fields.choice('credit', CREDITS, 'each'),
  };
  return { names, test };
}

function readSource(test: Fields, operations: readonly string[]): TestSource {
  if (test.has('vectors') === test.has('make')) {
    throw test.wrong('', 'vectors or make', test.has('make') ? 'both' : 'neither');
  }
  if (test.has('vectors')) return { vectors: test.text('vectors', MOST.path) };
  for (const other of ['cases', 'operations']) {
    if (test.has(other)) throw test.wrong(other, 'it beside vectors only', 'it beside make');
  }
  const make = test.fields('make', ['op', 'count']);
  const op = make.text('op', MOST.id);
  if (!operations.includes(op)) {
    throw make.wrong('op', 'one of the operations of the assignment', withHint(op, operations));
  }
  return { make: { op, count: make.count('count', 1, MOST.count) } };
}

function operationIn(item: Item): string {
  const op = item.text(MOST.id);
  if (operationNamed(op)) return op;
  const names = OPERATIONS.map(({ name }) => name);
  throw item.wrong('an operation such as aes-cbc-encrypt', withHint(op, names));
}

function withHint(word: string, names: readonly string[]): string {
  const meant = similarTo(word, names);
  return meant === undefined ? excerpt(word) : `${excerpt(word)}; did you mean ${meant}?`;
}

/** Reports tell tests by their names, in either language. */
function expectNamesDiffer(root: Fields, tests: readonly Texts[]): void {
  for (const lang of LANGS) {
    const names = tests.map((texts) => texts[lang]);
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    if (twice !== undefined) throw root.wrong('tests', 'names that differ', `${excerpt(twice)} twice`);
  }
}
