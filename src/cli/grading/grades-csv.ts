/** The grades of a course as CSV, which spreadsheets open without running anything in it. */
import Papa from 'papaparse';
import type { Grade } from '../../vectors/assignment/index.ts';
import type { Student } from './roster.ts';

export interface StudentGrade {
  readonly student: Student;
  readonly grade: Grade;
  /** One line: why there is nothing, or what a program did wrong as a whole. */
  readonly remark: string;
}

/** Rows in the order of the roster; a column for each test. */
export function gradesCsv(grades: readonly StudentGrade[]): string {
  const tests = grades[0]?.grade.tests ?? [];
  const hasNames = grades.some(({ student }) => student.name !== undefined);
  const header = [
    'id',
    ...(hasNames ? ['name'] : []),
    'score',
    'max',
    ...tests.map(({ number, name }) => `${number}. ${name}`),
    'remark',
  ];
  const rows = grades.map(({ student, grade, remark }) => [
    student.id,
    ...(hasNames ? [student.name ?? ''] : []),
    grade.score,
    grade.maxScore,
    ...grade.tests.map(({ score }) => score),
    remark,
  ]);
  // What begins like a formula gets an apostrophe in front.
  const text = Papa.unparse([header, ...rows], { escapeFormulae: true, newline: '\n' });
  return `${text}\n`;
}

/** For a file: by the mark spreadsheets tell UTF-8, which matters for anything beyond ASCII. */
export function withMark(csv: string): string {
  return /[^\0-\x7f]/.test(csv) ? `\ufeff${csv}` : csv;
}
