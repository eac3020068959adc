/** Reads the fields of a file by name, each with its form; what is wrong is named by its path and line. */
import { excerpt } from '../../bytes/index.ts';
import { similarTo } from '../../bytes/similar.ts';
import { CryptoError, orList } from '../../errors.ts';
import type { Lang } from '../../trace/index.ts';
import type { Tree } from './tree.ts';

/** What is said to people. */
export type Texts = Readonly<Record<Lang, string>>;

export const LANGS = ['en', 'zh'] as const satisfies readonly Lang[];

export interface Fields {
  /** Undefined where it is absent. */
  has(name: string): boolean;
  text(name: string, most: number): string;
  /** Text for everybody, or `{ en: …, zh: … }`; where one of them is missing, the other stands for it. */
  texts(name: string, most: number): Texts;
  number(name: string, least: number, most: number): number;
  count(name: string, least: number, most: number): number;
  choice<T extends string>(name: string, choices: readonly T[], otherwise: T): T;
  /** At least one, each read by `read`. */
  list<T>(name: string, most: number, read: (item: Item) => T): T[];
  fields(name: string, known: readonly string[]): Fields;
  /** The error for a field whose value has the right form, and is wrong nevertheless. */
  wrong(name: string, expected: string, got: string): CryptoError;
}

/** One value of a list. */
export interface Item {
  text(most: number): string;
  /** An id, which may look like a number. */
  word(most: number): string;
  fields(known: readonly string[]): Fields;
  wrong(expected: string, got: string): CryptoError;
}

/** `path` is empty for the file as a whole. */
export function fieldsOf(tree: Tree, path: string, known: readonly string[]): Fields {
  if (!(tree.value instanceof Map)) throw wrong(tree, path || 'file', 'fields such as title: …', shown(tree));
  const map: ReadonlyMap<string, Tree> = tree.value;
  for (const [key, value] of map) {
    if (known.includes(key)) continue;
    const meant = similarTo(key, known);
    const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
    throw wrong(value, path || 'file', orList(known), `the key ${excerpt(key)}${hint}`);
  }
  const at = (name: string) => (path === '' ? name : `${path}.${name}`);
  const of = (name: string): Tree => map.get(name) ?? { value: null, line: tree.line };
  return {
    has: (name) => map.has(name),
    text: (name, most) => text(of(name), at(name), most),
    texts: (name, most) => texts(of(name), at(name), most),
    number: (name, least, most) => number(of(name), at(name), least, most),
    count(name, least, most) {
      const value = number(of(name), at(name), least, most);
      if (Number.isInteger(value)) return value;
      throw wrong(of(name), at(name), `a whole number from ${least} to ${most}`, String(value));
    },
    choice(name, choices, otherwise) {
      if (!map.has(name)) return otherwise;
      const value = text(of(name), at(name), 1000);
      const chosen = choices.find((choice) => choice === value);
      if (chosen !== undefined) return chosen;
      throw wrong(of(name), at(name), orList(choices), excerpt(value));
    },
    list(name, most, read) {
      const { value } = of(name);
      if (!Array.isArray(value)) throw wrong(of(name), at(name), 'a list', shown(of(name)));
      if (value.length < 1 || value.length > most) {
        throw wrong(of(name), at(name), `1 to ${most} of them`, String(value.length));
      }
      return (value as readonly Tree[]).map((item, i) => read(itemOf(item, `${at(name)}[${i + 1}]`)));
    },
    fields: (name, names) => fieldsOf(of(name), at(name), names),
    wrong: (name, expected, got) => wrong(of(name), name === '' ? path : at(name), expected, got),
  };
}

function itemOf(tree: Tree, path: string): Item {
  return {
    text: (most) => text(tree, path, most),
    word: (most) => (Number.isInteger(tree.value) ? String(tree.value) : text(tree, path, most)),
    fields: (known) => fieldsOf(tree, path, known),
    wrong: (expected, got) => wrong(tree, path, expected, got),
  };
}

function text(tree: Tree, path: string, most: number): string {
  const { value } = tree;
  if (typeof value !== 'string') {
    const hint = value === null || typeof value === 'object' ? '' : '; put it in quotes';
    throw wrong(tree, path, 'text', `${shown(tree)}${hint}`);
  }
  if (value.trim() === '') throw wrong(tree, path, 'text', 'an empty one');
  if (value.length > most) throw wrong(tree, path, `at most ${most} characters`, String(value.length));
  return value;
}

function texts(tree: Tree, path: string, most: number): Texts {
  if (!(tree.value instanceof Map)) {
    const both = text(tree, path, most);
    return { en: both, zh: both };
  }
  const fields = fieldsOf(tree, path, LANGS);
  const [en, zh] = LANGS.map((lang) => (fields.has(lang) ? fields.text(lang, most) : undefined));
  const either = en ?? zh;
  if (either === undefined) throw wrong(tree, path, orList(LANGS), 'neither');
  return { en: en ?? either, zh: zh ?? either };
}

function number(tree: Tree, path: string, least: number, most: number): number {
  const { value } = tree;
  if (typeof value === 'number' && value >= least && value <= most) return value;
  throw wrong(tree, path, `a number from ${least} to ${most}`, shown(tree));
}

function shown({ value }: Tree): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Map) return 'fields';
  return typeof value === 'string' ? excerpt(value) : String(value);
}

function wrong(tree: Tree, path: string, expected: string, got: string): CryptoError {
  return new CryptoError('bad-format', `${path}: expected ${expected}, got ${got} (line ${tree.line})`);
}
