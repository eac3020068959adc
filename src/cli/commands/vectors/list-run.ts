/** The work of `crypto vectors list`. */
import { readFileSync } from 'node:fs';
import { excerpt } from '../../../bytes/index.ts';
import { similarTo } from '../../../bytes/similar.ts';
import { CryptoError } from '../../../errors.ts';
import { table } from '../../render.ts';
import type { Session } from '../../session.ts';
import { shippedNames, shippedPath } from '../../shipped-vectors.ts';

/** What is read of our own files here. */
interface ShippedFile {
  readonly algorithm: string;
  readonly source: string;
  readonly numberOfTests: number;
  readonly notes: Readonly<Record<string, { readonly description: string }>>;
  readonly testGroups: readonly {
    readonly type: string;
    readonly source: string;
    readonly tests: readonly unknown[];
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
  const heading = (['name', 'algorithm', 'cases', 'source'] as const).map((column) =>
    session.say(`vectors.list.column.${column}`),
  );
  session.print(
    table(
      heading,
      rows.map((row) => [row.name, row.algorithm, String(row.cases), row.source]),
    ),
  );
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
  session.print(session.say('vectors.list.title', { name, algorithm, count: numberOfTests, source }));
  session.print('');
  for (const group of groups) session.print(`${group.cases}  ${group.source}`);
  if (Object.keys(flags).length === 0) return;
  session.print('');
  for (const [flag, description] of Object.entries(flags)) session.print(`${flag}: ${description}`);
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
