/** The results for people: a table by file and flag, why cases were skipped, and what failed. */
import { allVisible, visibleText } from '../../../bytes/visible.ts';
import type { Counts, FileResult, VectorFile } from '../../../vectors/index.ts';
import {
  countFlags,
  countResults,
  countSkips,
  diagnosisLines,
  failureLines,
  said,
} from '../../../vectors/index.ts';
import { colorsOf, columnsOf, endOf, table } from '../../render.ts';
import type { Session } from '../../session.ts';
import { prose, type Screen, widthOf } from '../../wrap.ts';
import { stepRemarks } from './step-remarks.ts';

/** More files than that show their flags only where a case failed. */
const FLAGS_OF = 3;
/** Of the table, without the column of the files: four numbers and what is between. */
const COUNTS_COLUMNS = 32;
const NO_SCREEN: Screen = { isTTY: false, columns: 0 };
/** A value in hex: a line with such a word is left to the terminal. */
const LONG_WORD = /\S{60}/;
/** Of a heading: characters. */
const LONGEST = 400;

export interface TextOptions {
  readonly show: number;
  readonly steps?: true | undefined;
  /** The path, where the report goes to a file. */
  readonly output?: string | undefined;
}

export function textReport(session: Session, files: readonly FileResult[], options: TextOptions): string {
  const screen: Screen = options.output === undefined ? session.stdout : NO_SCREEN;
  const parts = [
    countsTable(session, screen, files),
    ...skipLines(session, screen, files),
    ...failureParts(session, screen, files, options.show),
    ...(options.steps ? stepParts(session, files, options.show) : []),
    conclusion(session, files),
  ];
  return parts.join('\n\n');
}

/** Of a long path the end is shown: the file is named there. */
function countsTable(session: Session, screen: Screen, files: readonly FileResult[]): string {
  const room = widthOf(screen) - COUNTS_COLUMNS;
  const columns = ['file', 'cases', 'passed', 'failed', 'skipped'] as const;
  const rows = files.flatMap(({ file, results }) => {
    const counts = countResults(results);
    const flags = files.length <= FLAGS_OF || counts.failed > 0 ? [...countFlags(results)] : [];
    return [
      row(fileLabel(file, room), counts),
      ...flags.map(([flag, flagged]) => row(`  ${visibleText(flag, room)}`, flagged)),
    ];
  });
  return table(
    columns.map((column) => session.say(`vectors.report.column.${column}`)),
    rows,
  );
}

function fileLabel({ name, algorithm }: VectorFile, room: number): string {
  const shown = visibleText(algorithm, 40);
  return `${endOf(allVisible(name), room - 2 - columnsOf(shown))}  ${shown}`;
}

function row(name: string, { total, passed, failed, skipped }: Counts): string[] {
  return [name, ...[total, passed, failed, skipped].map(String)];
}

function skipLines(session: Session, screen: Screen, files: readonly FileResult[]): string[] {
  const skips = countSkips(files.flatMap(({ results }) => results));
  if (skips.length === 0) return [];
  const lines = skips.map(({ why, count }) =>
    wrapped(screen, session.say('vectors.report.skips', { count, why: said(session.lang, why) })),
  );
  return [lines.join('\n')];
}

/** Lines of words; what somebody may want to copy stays in one. */
function wrapped(screen: Screen, line: string): string {
  return LONG_WORD.test(line) ? line : prose(screen, line, 4);
}

function failureParts(
  session: Session,
  screen: Screen,
  files: readonly FileResult[],
  show: number,
): string[] {
  const { red } = colorsOf(session);
  const failed = files.flatMap(({ file, results }) =>
    results.flatMap((result) => (result.status === 'failed' ? [{ file, result }] : [])),
  );
  const shown = failed.slice(0, show).map(({ file, result: { case: of, failure } }) => {
    const about = [of.comment, of.flags.join(' ')].filter((text) => text !== '').join('; ');
    const path = endOf(file.name, Math.floor(widthOf(screen) / 2));
    const heading = `${path} ${of.id}  ${failure.op}${about === '' ? '' : `  ${about}`}`;
    return [
      red(prose(screen, visibleText(heading, LONGEST), 4)),
      ...failureLines(session.lang, failure).map((line) => wrapped(screen, `  ${line}`)),
    ].join('\n');
  });
  const left = failed.length - shown.length;
  return [...shown, ...(left > 0 ? [session.say('vectors.report.more', { count: left })] : [])];
}

function stepParts(session: Session, files: readonly FileResult[], show: number): string[] {
  const remarks = files.flatMap(({ file, results }) =>
    stepRemarks(results).map((remark) => ({ file, ...remark })),
  );
  const left = remarks.length - show;
  const shown = remarks.slice(0, show).map(({ file, id, step }) => {
    const heading = session.say('vectors.report.stepOnly', { id: visibleText(`${file.name} ${id}`) });
    return [heading, ...diagnosisLines(session.lang, { step }).map((line) => `  ${line}`)].join('\n');
  });
  return [...shown, ...(left > 0 ? [session.say('vectors.report.moreSteps', { count: left })] : [])];
}

/** "All" is said only where nothing was skipped. */
function conclusion(session: Session, files: readonly FileResult[]): string {
  const counts = countResults(files.flatMap(({ results }) => results));
  const { total, passed, skipped } = counts;
  if (passed + counts.failed === 0) return session.say('vectors.report.nothing');
  if (passed === total) {
    return total === 1 ? session.say('vectors.report.one') : session.say('vectors.report.all', { total });
  }
  return session.say('vectors.report.counts', { total, passed, failed: counts.failed, skipped });
}
