/** The list of a course: a CSV file with a header, one student a line. */
import Papa from 'papaparse';
import { CryptoError } from '../../errors.ts';
import { studentId } from '../../vectors/assignment/index.ts';
import { errorText } from '../chinese/errors.ts';
import type { Session } from '../session.ts';
import { visibleText } from '../visible.ts';
import { readSmallText } from './assignment-file.ts';

export interface Student {
  readonly id: string;
  /** Where the roster has it. */
  readonly name?: string;
}

const MOST_STUDENTS = 10_000;

/** The first of these that is there is the id. Capitals, spaces and underscores do not count. */
const ID_COLUMNS = ['id', 'student', 'studentid', 'sid', '学号', 'username', 'email'];
const NAME_COLUMNS = ['name', 'fullname', 'studentname', '姓名'];

/** In the order of the file; `bad-format` for an id that is missing or there twice. */
export function readRoster(session: Session, path: string): Student[] {
  const text = readSmallText(session, path).replace(/^\ufeff/, '');
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
  const fail = (text: string): never => {
    throw new CryptoError('bad-format', text);
  };
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken) fail(session.say('grade.error.rosterQuotes', { path, line: (broken.row ?? 0) + 1 }));
  const header = (data[0] ?? []).map((name) => name.toLowerCase().replace(/[\s_]/g, ''));
  const idAt = firstOf(header, ID_COLUMNS);
  if (idAt < 0)
    fail(session.say('grade.error.rosterHeader', { path, got: visibleText(header.join(', '), 60) }));
  const nameAt = firstOf(header, NAME_COLUMNS);
  const partsAt = ['firstname', 'lastname'].map((part) => header.indexOf(part));
  const students: Student[] = [];
  const lineOf = new Map<string, number>();
  for (const [i, row] of data.entries()) {
    if (i === 0 || row.every((cell) => cell.trim() === '')) continue;
    const line = i + 1;
    const id = idIn(session, path, line, row[idAt] ?? '');
    const before = lineOf.get(id);
    if (before !== undefined) {
      fail(session.say('grade.error.rosterTwice', { path, line, id: visibleText(id, 60), before }));
    }
    lineOf.set(id, line);
    const parts = nameAt >= 0 ? [row[nameAt]] : partsAt.map((at) => row[at]);
    const name = parts
      .map((part) => part?.trim() ?? '')
      .filter(Boolean)
      .join(' ');
    students.push({ id, ...(name !== '' && { name }) });
    if (students.length > MOST_STUDENTS)
      fail(session.say('grade.error.rosterLong', { path, most: MOST_STUDENTS }));
  }
  if (students.length === 0) fail(session.say('grade.error.rosterEmpty', { path }));
  return students;
}

/** Of those that spreadsheets write, the one that the header has most of. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split(/\r\n?|\n/, 1);
  const countOf = (delimiter: string) => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, next) => (countOf(next) > countOf(best) ? next : best));
}

function firstOf(header: readonly string[], names: readonly string[]): number {
  return names.map((name) => header.indexOf(name)).find((at) => at >= 0) ?? -1;
}

function idIn(session: Session, path: string, line: number, cell: string): string {
  try {
    return studentId(cell);
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    const why = errorText(session, error);
    throw new CryptoError('bad-format', session.say('grade.error.rosterId', { path, line, why }));
  }
}
