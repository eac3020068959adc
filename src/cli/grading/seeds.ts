/**
 * The seeds of all students of a course, for a grader that must not have the course key: `{ assignment, seeds: { ID: SEED } }`.
 *
 * Who knows a student's seed can recompute that student's instance, and nobody else's.
 */
import { CryptoError } from '../../errors.ts';
import { studentId, studentSeed } from '../../vectors/assignment/index.ts';
import type { Session } from '../session.ts';
import { visibleText } from '../visible.ts';
import { readSmallText } from './assignment-file.ts';

export interface Seeds {
  /** Lower hex, by student. */
  readonly seeds: ReadonlyMap<string, string>;
  /** Of everybody who is not listed; where it is absent, they are not graded. */
  readonly others?: string;
}

/** What `readSeeds` reads. `others`: one seed for whoever is not listed, as where there is no roster. */
export function seedsDocument(
  courseKey: Uint8Array,
  assignment: string,
  ids: readonly string[],
  { others = false }: { readonly others?: boolean } = {},
) {
  const seeds = Object.fromEntries(ids.map((id) => [studentId(id), studentSeed(courseKey, assignment, id)]));
  return { assignment, seeds, ...(others && { others: studentSeed(courseKey, assignment, '*') }) };
}

/** `bad-format` for anything else, and for the seeds of another assignment. */
export function readSeeds(session: Session, path: string, assignment: string): Seeds {
  const fail = (): never => {
    throw new CryptoError('bad-format', session.say('grade.error.seeds', { path, assignment }));
  };
  const value = parseObject(readSmallText(session, path)) ?? fail();
  const { seeds, others } = value as { seeds?: unknown; others?: unknown };
  if (value.assignment !== assignment || typeof seeds !== 'object' || seeds === null) return fail();
  const entries = Object.entries(seeds);
  const isSeed = (seed: unknown): seed is string => typeof seed === 'string' && /^[\da-f]{64}$/.test(seed);
  if (!entries.every(([, seed]) => isSeed(seed)) || (others !== undefined && !isSeed(others))) return fail();
  return { seeds: new Map(entries), ...(others !== undefined && { others: others as string }) };
}

export interface Submitter {
  readonly student: string;
  /** How many handed it in: several, for a group that is on the list. Others have the same numbers, whoever they are. */
  readonly users: number;
}

/**
 * Whose submission it is, by Gradescope's submission_metadata.json: of its users the first that is listed, by student id, address
 * or name; otherwise the first that has any of these.
 */
export function studentIn(session: Session, path: string, { seeds }: Seeds): Submitter {
  const given = parseObject(readSmallText(session, path))?.users;
  const members = (Array.isArray(given) ? given : []).map((user: unknown) => {
    const { sid, student_id, email, id, name } = (user ?? {}) as Record<string, unknown>;
    const names = [sid, student_id, email, id, name].flatMap((value) =>
      typeof value === 'string' || typeof value === 'number' ? [String(value)] : [],
    );
    return names.flatMap(idOrNone);
  });
  const ids = members.flat();
  const byLetters = new Map([...seeds.keys()].map((id) => [id.toLowerCase(), id]));
  const listed = ids.map((id) => byLetters.get(id.toLowerCase())).find((id) => id !== undefined);
  const found = listed ?? ids[0];
  if (found !== undefined) {
    const users = members.filter(({ length }) => length > 0).length;
    return { student: found, users: listed === undefined ? 1 : users };
  }
  throw new CryptoError('bad-format', session.say('grade.error.metadata', { path }));
}

/** A name that cannot be an id, empty or far too long, is passed over: it is a stranger's. */
function idOrNone(name: string): string[] {
  try {
    return [studentId(name)];
  } catch (error) {
    if (error instanceof CryptoError) return [];
    throw error;
  }
}

/** The seed of a student; undefined where nobody knows him. */
export function seedOf({ seeds, others }: Seeds, student: string): string | undefined {
  return seeds.get(student) ?? others;
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** For errors: an id that somebody else chose. */
export function shownId(id: string): string {
  return visibleText(id, 60);
}
