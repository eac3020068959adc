/** Assignments are read from YAML and JSON; whatever is wrong is named by its path and line, in bounded time and memory. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CryptoError } from '../../../src/errors.ts';
import { parseAssignment } from '../../../src/vectors/assignment/parse.ts';
import { withCode } from '../../with-code.ts';

const LINES = [
  'title: AES in ECB',
  'name: aes',
  'operations: [aes-ecb-encrypt, aes-cbc-encrypt]',
  'tests:',
  '  - name: the example',
  '    points: 2',
  '    vectors: aes-block',
  '    cases: [1, ENCRYPT 3]',
  '  - name: fresh',
  '    points: 7.5',
  '    visibility: hidden',
  '    make: { op: aes-ecb-encrypt, count: 20 }',
];
const YAML = LINES.join('\n');

/** The file with one line put for another, which is given by its beginning. */
function put(line: string, ...lines: readonly string[]): string {
  const at = LINES.findIndex((known) => known.trimStart().startsWith(line));
  if (at < 0) throw new Error(line);
  const margin = /^ */.exec(LINES[at]!)![0];
  return LINES.toSpliced(at, 1, ...lines.map((text) => margin + text)).join('\n');
}

const expected = {
  title: 'AES in ECB',
  name: 'aes',
  operations: ['aes-ecb-encrypt', 'aes-cbc-encrypt'],
  hints: 'step',
  limits: { answer: 10, total: 300 },
  tests: [
    {
      name: 'the example',
      points: 2,
      visibility: 'visible',
      source: { vectors: 'aes-block' },
      operations: ['aes-ecb-encrypt', 'aes-cbc-encrypt'],
      cases: ['1', 'ENCRYPT 3'],
      credit: 'each',
    },
    {
      name: 'fresh',
      points: 7.5,
      visibility: 'hidden',
      source: { make: { op: 'aes-ecb-encrypt', count: 20 } },
      operations: ['aes-ecb-encrypt', 'aes-cbc-encrypt'],
      credit: 'each',
    },
  ],
};

describe('an assignment', () => {
  it('is read from YAML', () => expect(parseAssignment(YAML)).toEqual(expected));

  it('is read from JSON, tabs and a byte order mark included', () => {
    const { source: vectors, ...first } = expected.tests[0]!;
    const { source: make, operations: _, ...second } = expected.tests[1]!;
    const file = {
      ...expected,
      tests: [
        { ...first, ...vectors },
        { ...second, ...make },
      ],
    };
    expect(parseAssignment(`\ufeff${JSON.stringify(file, undefined, '\t')}`)).toEqual(expected);
  });

  it('may use anchors', () => {
    const text = YAML.replace('operations: [', 'operations: &all [').replace(
      '    cases:',
      '    operations: *all\n    cases:',
    );
    expect(parseAssignment(text)).toEqual(expected);
  });

  it('has what may be there', () => {
    const text = put(
      'name: aes',
      'name: AES-2',
      'description: |',
      '  Two',
      '  lines.',
      'run: python3 aes.py',
      'hints: cause',
      'limits: { answer: 0.5 }',
    );
    expect(parseAssignment(text)).toMatchObject({
      name: 'AES-2',
      description: 'Two\nlines.\n',
      run: 'python3 aes.py',
      hints: 'cause',
      limits: { answer: 0.5, total: 300 },
    });
  });

  it('says in each language what is given in both, and in both what is given in one', () => {
    const text = put('title', 'title: { en: AES, zh: 分组密码 }', 'description: { zh: 写出它 }')
      .replace('name: the example', 'name: { zh: 例子 }')
      .replace('name: fresh', 'name: { en: fresh, zh: 新数据 }\n    message: { en: "Again:\\nlook." }');
    const read = (lang: 'en' | 'zh') => {
      const { title, description, tests } = parseAssignment(text, 'x', lang);
      return [title, description, ...tests.flatMap(({ name, message }) => [name, message])];
    };
    expect(read('en')).toEqual(['AES', '写出它', '例子', undefined, 'fresh', 'Again:\nlook.']);
    expect(read('zh')).toEqual(['分组密码', '写出它', '例子', undefined, '新数据', 'Again:\nlook.']);
    expect(parseAssignment(text)).toEqual(parseAssignment(text, 'x', 'en'));
    expect(parseAssignment(YAML, 'x', 'zh')).toEqual(expected);
  });

  it.each([
    ['file: expected fields such as title: …, got nothing (line 1)', ''],
    ['file: expected fields such as title: …, got a list (line 1)', '- a'],
    ['title: expected text, got nothing (line 1)', put('title')],
    ['title: expected text, got 2024; put it in quotes (line 1)', put('title', 'title: 2024')],
    ['title: expected text, got an empty one (line 1)', put('title', 'title: " "')],
    ['title: expected at most 200 characters, got 201 (line 1)', put('title', `title: ${'x'.repeat(201)}`)],
    ['name: expected letters, digits and hyphens, got "a b" (line 2)', put('name: aes', 'name: a b')],
    [
      'operations: expected a list, got "aes-ecb-encrypt" (line 3)',
      put('operations', 'operations: aes-ecb-encrypt'),
    ],
    ['operations: expected 1 to 100 of them, got 0 (line 3)', put('operations', 'operations: []')],
    [
      'operations[1]: expected an operation such as aes-cbc-encrypt, got "aes-ebc-encrypt"; did you mean aes-ecb-encrypt? (line 3)',
      put('operations', 'operations: [aes-ebc-encrypt]'),
    ],
    ['hints: expected none, step or cause, got "all" (line 2)', put('title', 'title: x', 'hints: all')],
    [
      'file: expected title, name, description, operations, run, hints, limits or tests, got the key "hint"; did you mean hints? (line 2)',
      put('title', 'title: x', 'hint: all'),
    ],
    [
      'tests[1].points: expected a number from 0 to 10000, got "two" (line 6)',
      put('points: 2', 'points: two'),
    ],
    ['tests[1].points: expected a number from 0 to 10000, got -1 (line 6)', put('points: 2', 'points: -1')],
    [
      'tests[1].points: expected a number from 0 to 10000, got NaN (line 6)',
      put('points: 2', 'points: .nan'),
    ],
    ['tests[2].points: expected a number from 0 to 10000, got nothing (line 9)', put('points: 7.5')],
    [
      /^tests\[1\]: expected name, .*, got the key "pionts"; did you mean points\? \(line 6\)$/,
      put('points: 2', 'pionts: 2'),
    ],
    [
      'tests[2].visibility: expected visible or hidden, got "secret" (line 11)',
      put('visibility', 'visibility: secret'),
    ],
    ['tests[1]: expected vectors or make, got neither (line 5)', put('vectors')],
    ['tests[2]: expected vectors or make, got both (line 9)', put('visibility', 'vectors: aes-block')],
    [
      'tests[2].cases: expected it beside vectors only, got it beside make (line 11)',
      put('visibility', 'cases: [1]'),
    ],
    [
      'tests[2].make.count: expected a number from 1 to 1000, got 0 (line 12)',
      put('make', 'make: { op: aes-ecb-encrypt, count: 0 }'),
    ],
    [
      'tests[2].make.count: expected a whole number from 1 to 1000, got 1.5 (line 12)',
      put('make', 'make: { op: aes-ecb-encrypt, count: 1.5 }'),
    ],
    [
      'tests[2].make.op: expected one of the operations of the assignment, got "sha256" (line 12)',
      put('make', 'make: { op: sha256, count: 1 }'),
    ],
    [
      'tests[1].operations[1]: expected one of the operations of the assignment, got "sha256" (line 8)',
      put('cases', 'operations: [sha256]'),
    ],
    [
      'tests: expected names that differ, got "fresh" twice (line 5)',
      YAML.replace('name: the example', 'name: fresh'),
    ],
    ['title: expected en or zh, got the key "de" (line 1)', put('title', 'title: { en: AES, de: AES }')],
    ['title: expected en or zh, got the key "zh-CN" (line 1)', put('title', 'title: { zh-CN: AES }')],
    ['title: expected en or zh, got neither (line 1)', put('title', 'title: {}')],
    ['title: expected text, got a list (line 1)', put('title', 'title: [AES]')],
    ['title.zh: expected text, got nothing (line 3)', put('title', 'title:', '  en: AES', '  zh:')],
    ['title.zh: expected text, got fields (line 1)', put('title', 'title: { zh: { zh: AES } }')],
    [
      'title.zh: expected at most 200 characters, got 201 (line 1)',
      put('title', `title: { en: AES, zh: ${'分'.repeat(201)} }`),
    ],
    [
      'tests[2].message.en: expected text, got 7; put it in quotes (line 11)',
      put('visibility', 'message: { en: 7 }'),
    ],
    [
      'tests: expected names that differ, got "例子" twice (line 5)',
      YAML.replace('name: the example', 'name: { en: the example, zh: 例子 }').replace(
        'name: fresh',
        'name: { en: fresh, zh: 例子 }',
      ),
    ],
    ['name: expected text, got fields (line 2)', put('name: aes', 'name: { en: aes }')],
    [
      'limits.answer: expected a number from 0.1 to 600, got 0 (line 2)',
      put('title', 'title: x', 'limits: { answer: 0 }'),
    ],
  ] as [string | RegExp, string][])('%s', (message, text) => {
    expect(() => parseAssignment(text)).toThrow(withCode('bad-format', message));
  });

  it.each([
    ['a.yaml: expected YAML or JSON, line 2: Source contains multiple documents', 'a: 1\n---\nb: 2'],
    ['a.yaml: expected YAML or JSON, line 1: ', '{"a": '],
    ['a.yaml: expected each key once, got "a" again on line 2', 'a: 1\na: 2'],
    ['a.yaml: expected an anchor before the alias on line 1, got none', 'a: *b'],
  ])('%s', (message, text) => {
    expect(() => parseAssignment(text, 'a.yaml')).toThrow(message);
  });
});

describe('a file that was made to keep the reader busy', () => {
  const letters = [...'abcdefghijklmn'];
  const bomb = letters.map((letter, i) =>
    i === 0 ? 'a: &a [x,x,x,x,x,x,x,x,x]' : `${letter}: &${letter} [${Array(9).fill(`*${letters[i - 1]}`)}]`,
  );
  it.each([
    ['aliases of aliases', bomb.join('\n')],
    ['an alias of what it stands in', 'a: &a [*a]'],
    ['brackets', '['.repeat(1 << 20)],
    ['braces', '{"a":'.repeat(200_000)],
    ['hyphens', '- '.repeat(500_000)],
    ['question marks', '? '.repeat(500_000)],
    ['indents', Array.from({ length: 1400 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['values', `a: [${'1,'.repeat(60_000)}]`],
    ['characters', 'x'.repeat((1 << 20) + 1)],
  ])('is refused: %s', (_, text) => {
    expect(() => parseAssignment(text)).toThrow(withCode('too-large', /^assignment: expected at most/));
  });

  it('takes no square of its length', () => {
    const keys = Array.from({ length: 40_000 }, (_, i) => `k${i}: 1`).join('\n');
    expect(() => parseAssignment(keys)).toThrow(withCode('bad-format', /got the key "k0"/));
  });
});

describe('any text', () => {
  const attempt = (text: string) => {
    try {
      parseAssignment(text);
    } catch (error) {
      expect(error).toBeInstanceOf(CryptoError);
    }
  };

  it('is read or refused, and nothing else happens', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), attempt));
    const pieces = fc.constantFrom(
      ...YAML.split(/(?<=[\s:[\]{},-])/),
      '&a ',
      '*a',
      '!!map ',
      '? ',
      '|',
      '>',
      '"',
      "'",
      '%',
      '<<: ',
      '\t',
      '---\n',
      '...\n',
      '# ',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => attempt(parts.join(''))),
      { numRuns: 300 },
    );
  });
});
