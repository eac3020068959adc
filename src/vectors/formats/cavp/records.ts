/**
 * The lines of a CAVP file: comments, sections in brackets, and records of `NAME = value`.
 *
 * A record begins with its COUNT where the file has any, else with a blank line. Lines that belong to no record, such as the
 * modulus of a group, hold for all records behind them in the section.
 */
import { CryptoError } from '../../../errors.ts';

export interface CavpFile {
  readonly name: string;
  /** All comments, a line each. */
  readonly comments: string;
  readonly records: readonly CavpRecord[];
}

export interface CavpRecord {
  /** Of the section's brackets: `encrypt` without a value, `l` with one. Names in lower case. */
  readonly section: ReadonlyMap<string, string>;
  /** Names in lower case, with those that hold for the whole section. */
  readonly fields: ReadonlyMap<string, string>;
  /** Words alone on a line: `FAIL`. */
  readonly words: readonly string[];
  /** From 1, where it begins. */
  readonly line: number;
}

export const MAX_CASES = 200_000;
const MAX_LINE = 8 * 1024 * 1024;
/** What only a record has, never a group. */
const OF_RECORDS =
  /^(count|ciphertext|plaintext|md|mac|msg|s|result|ct|pt|tag|output|okm|derived_key|r|qx|x|k|digest|derived)$/;

interface Draft {
  fields: Map<string, string>;
  words: string[];
  line: number;
}

export function readRecords(name: string, text: string): CavpFile {
  const lines = text.split('\n');
  const counted = /^[ \t]*count[ \t]*=/im.test(text);
  const comments: string[] = [];
  const records: CavpRecord[] = [];
  let section = new Map<string, string>();
  let shared = new Map<string, string>();
  let sectionIsOpen = false;
  let draft: Draft | undefined;
  const finish = () => {
    if (!draft) return;
    const { fields, words, line } = draft;
    draft = undefined;
    if (words.length === 0 && ![...fields.keys()].some((field) => OF_RECORDS.test(field))) {
      for (const [field, value] of fields) shared.set(field, value);
      return;
    }
    records.push({ section, fields: new Map([...shared, ...fields]), words, line });
    if (records.length > MAX_CASES) {
      throw new CryptoError('too-large', `${name}: expected at most ${MAX_CASES} records, got more`);
    }
  };
  for (const [i, whole] of lines.entries()) {
    const line = i + 1;
    if (whole.length > MAX_LINE) {
      throw new CryptoError(
        'too-large',
        `${name}: line ${line}: expected at most ${MAX_LINE} characters, got more`,
      );
    }
    const content = whole.trim();
    if (content.startsWith('#')) comments.push(content);
    else if (content === '') {
      if (!counted) finish();
    } else if (content.startsWith('[')) {
      finish();
      // Several brackets, one below the other, are one section.
      if (!sectionIsOpen) {
        section = new Map();
        shared = new Map();
      }
      sectionIsOpen = true;
      for (const part of content.replace(/[[\]]/g, ' ').split(',')) setField(section, part);
    } else {
      sectionIsOpen = false;
      const [field, value] = assignment(content);
      if (counted && field === 'count') finish();
      draft ??= { fields: new Map(), words: [], line };
      if (value === undefined) draft.words.push(field.toUpperCase());
      else draft.fields.set(field, value);
    }
  }
  finish();
  return { name, comments: comments.join('\n'), records };
}

function setField(section: Map<string, string>, text: string): void {
  const [field, value] = assignment(text.trim());
  if (field !== '') section.set(field, value ?? '');
}

function assignment(text: string): readonly [string, string | undefined] {
  const at = text.indexOf('=');
  if (at < 0) return [text.trim().toLowerCase(), undefined];
  return [text.slice(0, at).trim().toLowerCase(), text.slice(at + 1).trim()];
}
