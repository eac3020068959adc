/**
 * The lines of a CAVP file: comments, sections in brackets, and records of `NAME = value`.
 *
 * A record begins with its COUNT where the file has any, else with a blank line. Lines that belong to no record, such as the
 * modulus of a group, hold for all records behind them in the section.
 */
import { CryptoError } from '../../../errors.ts';

export interface CavpFile {
  readonly name: string;
  /** All comments, a line each; of very many the first. */
  readonly comments: string;
  readonly records: readonly CavpRecord[];
}

export interface CavpRecord {
  /** Of the section's brackets: `encrypt` without a value, `l` with one. Names in lower case. */
  readonly section: ReadonlyMap<string, string>;
  /** The section as the file writes it: `ENCRYPT`, `L=64`. */
  readonly label: string;
  /** Names in lower case, with those that hold for the whole section. */
  readonly fields: ReadonlyMap<string, string>;
  /** Words alone on a line: `FAIL`. */
  readonly words: readonly string[];
  /** From 1: which of its section it is, and the line where it begins. */
  readonly number: number;
  readonly line: number;
}

export const MAX_CASES = 200_000;
const MAX_LINE = 8 * 1024 * 1024;
/** Far more than any file has: of a record with its group, and of a section. */
const MAX_FIELDS = 100;
const MAX_COMMENT = 400;
const MAX_COMMENTS = 65_536;
/** What only a record has, never a group. */
const OF_RECORDS =
  /^(count|ciphertext|plaintext|md|mac|msg|s|result|ct|pt|tag|output|okm|derived_key|r|qx|x|k|digest|derived)$/;
/** What a record of a numbered file has, if not its number: in such files even a `Msg` may be the beginning of a chain. */
const OF_NUMBERED = /^(count|ciphertext|md|mac|s|result|ct|tag|output|okm|derived_key)$/;
/** A key that a group's first record brings holds for the others, too. */
const KEPT = ['n', 'e', 'd'];

interface Draft {
  readonly fields: Map<string, string>;
  readonly words: string[];
  readonly line: number;
}

export function readRecords(name: string, text: string): CavpFile {
  const comments: string[] = [];
  let commentsLeft = MAX_COMMENTS;
  const reader = new RecordReader(name, /^[ \t]*count[ \t]*=/im.test(text));
  let line = 0;
  for (let at = 0; at <= text.length; ) {
    const end = text.indexOf('\n', at);
    const next = end < 0 ? text.length + 1 : end + 1;
    line++;
    if (next - at > MAX_LINE) {
      const message = `${name}: line ${line}: expected at most ${MAX_LINE} characters, got more`;
      throw new CryptoError('too-large', message);
    }
    const content = text.slice(at, next - 1).trim();
    at = next;
    if (content.startsWith('#')) {
      const comment = content.slice(0, Math.min(MAX_COMMENT, commentsLeft));
      commentsLeft -= comment.length;
      if (comment !== '') comments.push(comment);
    } else reader.take(content, line);
  }
  return { name, comments: comments.join('\n'), records: reader.close() };
}

class RecordReader {
  readonly #name: string;
  /** Whether the file numbers its records. */
  readonly #counted: boolean;
  readonly #records: CavpRecord[] = [];
  #section = new Map<string, string>();
  #label = '';
  #sectionIsOpen = false;
  #draft: Draft | undefined;
  /** What holds for the rest of the section; the drafts it is from, in case that no record follows; how many have followed. */
  #shared = new Map<string, string>();
  #groups: Draft[] = [];
  #number = 0;

  constructor(name: string, counted: boolean) {
    this.#name = name;
    this.#counted = counted;
  }

  take(content: string, line: number): void {
    if (content === '') {
      if (!this.#counted) this.#finish();
    } else if (content.startsWith('[')) this.#open(content, line);
    else {
      this.#sectionIsOpen = false;
      const [field, value] = assignment(content);
      if (this.#counted ? field === 'count' : this.#beginsAgain(field)) this.#finish();
      this.#draft ??= { fields: new Map(), words: [], line };
      if (value === undefined) this.#draft.words.push(field.toUpperCase());
      else this.#draft.fields.set(field, value);
      if (this.#draft.fields.size + this.#shared.size + this.#draft.words.length > MAX_FIELDS) {
        throw tooManyFields(this.#name, line);
      }
    }
  }

  /** Some files lack a blank line: the field that the record began with begins the next. */
  #beginsAgain(field: string): boolean {
    const [first] = this.#draft?.fields.keys() ?? [];
    return field === first;
  }

  close(): readonly CavpRecord[] {
    this.#endSection();
    return this.#records;
  }

  /** Several brackets, one below the other, are one section. */
  #open(content: string, line: number): void {
    if (!this.#sectionIsOpen) {
      this.#endSection();
      this.#section = new Map();
      this.#label = '';
      this.#shared = new Map();
    }
    this.#sectionIsOpen = true;
    for (const part of content.replace(/[[\]]/g, ' ').split(',')) {
      const text = part.trim();
      if (text === '') continue;
      const [field, value] = assignment(text);
      this.#section.set(field, value ?? '');
      if (this.#section.size > MAX_FIELDS) throw tooManyFields(this.#name, line);
      this.#label = `${this.#label} ${text.slice(0, 40).replace(/ ?= ?/, '=')}`.trim();
    }
  }

  #finish(): void {
    const draft = this.#draft;
    if (!draft) return;
    this.#draft = undefined;
    const { fields, words } = draft;
    const own = this.#counted ? OF_NUMBERED : OF_RECORDS;
    const isRecord =
      [...fields.keys()].some((field) => own.test(field)) ||
      (!this.#counted && words.some((word) => /^[A-Z]+$/.test(word)));
    if (!isRecord) {
      // The key of a new group is not that of the one before it.
      if (fields.has('n')) for (const kept of KEPT) this.#shared.delete(kept);
      for (const [field, value] of fields) this.#shared.set(field, value);
      this.#groups.push(draft);
      return;
    }
    this.#put(draft, new Map([...this.#shared, ...fields]));
    for (const kept of KEPT) {
      const value = fields.get(kept);
      if (value !== undefined) this.#shared.set(kept, value);
    }
  }

  /** Where no record came, what was taken for groups were the records. */
  #endSection(): void {
    this.#finish();
    if (this.#number === 0 && !this.#counted) {
      for (const group of this.#groups) this.#put(group, group.fields);
    }
    this.#groups = [];
    this.#number = 0;
  }

  #put({ words, line }: Draft, fields: ReadonlyMap<string, string>): void {
    this.#number++;
    this.#records.push({
      section: this.#section,
      label: this.#label,
      fields,
      words,
      number: this.#number,
      line,
    });
    if (this.#records.length > MAX_CASES) {
      throw new CryptoError('too-large', `${this.#name}: expected at most ${MAX_CASES} records, got more`);
    }
  }
}

function tooManyFields(name: string, line: number): CryptoError {
  const message = `${name}: line ${line}: expected at most ${MAX_FIELDS} fields, got more`;
  return new CryptoError('too-large', message);
}

function assignment(text: string): readonly [string, string | undefined] {
  const at = text.indexOf('=');
  if (at < 0) return [text.trim().toLowerCase(), undefined];
  return [text.slice(0, at).trim().toLowerCase(), text.slice(at + 1).trim()];
}
