/** Whose submission is which in a folder of submissions: `DIR/ID/`, or `DIR/ID.py`. */
import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { ioError } from '../io/io-error.ts';
import type { Session } from '../session.ts';
import type { Student } from './roster.ts';

export interface Submissions {
  /** What was handed in: nothing, one path, or several, of which nobody knows which is meant. */
  of(student: Student): readonly string[];
  /** Entries of the folder that are nobody's. */
  readonly strangers: readonly string[];
}

/** Names are compared as ids are; hidden ones are passed over. */
export function findSubmissions(session: Session, folder: string, students: readonly Student[]): Submissions {
  const ids = new Set(students.map(({ id }) => id));
  const found = new Map<string, string[]>();
  const strangers: string[] = [];
  for (const entry of entriesOf(session, folder)) {
    const id = [
      entry.name,
      ...(entry.isFolder ? [] : [entry.name.slice(0, -extname(entry.name).length || undefined)]),
    ]
      .map((name) => name.trim().normalize('NFC'))
      .find((name) => ids.has(name));
    if (id === undefined) strangers.push(entry.name);
    else found.set(id, [...(found.get(id) ?? []), join(folder, entry.name)]);
  }
  return { of: ({ id }) => found.get(id) ?? [], strangers };
}

function entriesOf(
  session: Session,
  folder: string,
): { readonly name: string; readonly isFolder: boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.'))
      .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw ioError(session, error, folder);
  }
}
