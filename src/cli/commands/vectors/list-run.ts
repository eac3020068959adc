/** The work of `crypto vectors list`. */
import { readFileSync } from 'node:fs';
import { excerpt } from '../../../bytes/index.ts';
import { similarTo } from '../../../bytes/similar.ts';
import { CryptoError } from '../../../errors.ts';
import type { Session } from '../../session.ts';
import { shippedNames, shippedPath } from '../../shipped-vectors.ts';
import { prose, proseTable } from '../../wrap.ts';

/** What is read of our own files here. */
interface ShippedFile {
  readonly algorithm: string;
  readonly source: string;
  readonly numberOfTests: number;
  readonly notes: Readonly<Record<string, { readonly description: string }>>;
  readonly testGroups: readonly {
    readonly type: string;
    readonly source: string;
    readonly tests: readonly { readonly flags: readonly string[] }[];
  }[];
}

export async function listVectors(session: Session, name: string | undefined): Promise<void> {
  if (name !== undefined) return listOne(session, name);
  const files = shippedNames().map((shipped) => ({ name: shipped, ...readShipped(session, shipped) }));
  const rows = files.map(({ name: shipped, algorithm, numberOfTests, source }) => ({
    name: shipped,
    algorithm,
    cases: numberOfTests,
    source,
  }));
  if (session.json) return session.printJson({ vectors: rows });
  // The algorithm is in the name: what would be a column of its own is left to --json.
  const heading = (['name', 'cases', 'source'] as const).map((column) =>
    session.say(`vectors.list.column.${column}`),
  );
  const cells = rows.map((row) => [row.name, String(row.cases), row.source]);
  session.print(proseTable(session.stdout, heading, cells));
  session.print(`\n${session.say('vectors.list.more')}`);
}

function listOne(session: Session, typed: string): void {
  const name = typed.toLowerCase();
  const { algorithm, source, numberOfTests, notes, testGroups } = readShipped(session, name);
  const bySource = new Map<string, { type: string; cases: number; source: string }>();
  for (const { type, source: from, tests } of testGroups) {
    const group = bySource.get(from) ?? { type, cases: 0, source: from };
    group.cases += tests.length;
    bySource.set(from, group);
  }
  const groups = [...bySource.values()];
  const flags = Object.fromEntries(Object.entries(notes).map(([flag, note]) => [flag, note.description]));
  if (session.json) {
    session.printJson({ name, algorithm, cases: numberOfTests, source, groups, flags });
    return;
  }
  const title = session.say('vectors.list.title', { name, algorithm, count: numberOfTests, source });
  session.print(prose(session.stdout, title));
  printCounts(
    session,
    mergeNumbered(groups).map((group) => [group.cases, group.source]),
  );
  const flagsOfAll = testGroups.flatMap(({ tests }) => tests.flatMap((test) => test.flags));
  printCounts(
    session,
    Object.entries(flags).map(([flag, description]) => [
      flagsOfAll.filter((each) => each === flag).length,
      `${flag}: ${description}`,
    ]),
  );
}

/** An empty line, then one for each text behind its number. */
function printCounts(session: Session, rows: readonly (readonly [count: number, text: string])[]): void {
  if (rows.length === 0) return;
  const width = Math.max(...rows.map(([count]) => String(count).length));
  session.print('');
  for (const [count, text] of rows) {
    session.print(prose(session.stdout, `${String(count).padStart(width)}  ${text}`, width + 2));
  }
}

interface SourceCount {
  readonly cases: number;
  readonly source: string;
}

/** `test case 1`, `test case 2`, `test case 3` are one line: `test case 1–3`. */
function mergeNumbered(groups: readonly SourceCount[]): SourceCount[] {
  const merged: (SourceCount & { head?: string; first?: number; last?: number })[] = [];
  for (const { cases, source } of groups) {
    const [, head, digits] = /^(.*\D)(\d{1,6})$/.exec(source) ?? [];
    const before = merged.at(-1);
    const number = Number(digits);
    if (head !== undefined && before?.head === head && before.last === number - 1) {
      const { first = number } = before;
      const text = `${head}${first}–${number}`;
      merged[merged.length - 1] = { cases: before.cases + cases, source: text, head, first, last: number };
    } else if (head === undefined) merged.push({ cases, source });
    else merged.push({ cases, source, head, first: number, last: number });
  }
  return merged;
}

function readShipped(session: Session, name: string): ShippedFile {
  const path = shippedPath(name);
  if (path !== undefined) return JSON.parse(readFileSync(path, 'utf8')) as ShippedFile;
  const meant = similarTo(name, shippedNames()) ?? 'aes-gcm';
  throw new CryptoError(
    'bad-argument',
    session.say('vectors.list.error.name', { got: excerpt(name), meant }),
  );
}
