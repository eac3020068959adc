/** The results for people: a table by file and flag, why cases were skipped, and what failed. */
import { visibleText } from '../../../bytes/visible.ts';
import type { Counts, FileResult } from '../../../vectors/index.ts';
import {
  countFlags,
  countResults,
  countSkips,
  diagnosisLines,
  failureLines,
  said,
} from '../../../vectors/index.ts';
import { colorsOf, table } from '../../render.ts';
import type { Session } from '../../session.ts';
import { stepRemarks } from './step-remarks.ts';

/** More files than that show their flags only where a case failed. */
const FLAGS_OF = 3;
/** Of a heading: characters. */
const LONGEST = 400;

export interface TextOptions {
  readonly show: number;
  readonly steps?: true | undefined;
}

export function textReport(session: Session, files: readonly FileResult[], options: TextOptions): string {
  const parts = [
    countsTable(session, files),
    ...skipLines(session, files),
    ...failureParts(session, files, options.show),
    ...(options.steps ? stepParts(session, files, options.show) : []),
    conclusion(session, files),
  ];
  return parts.join('\n\n');
}

function countsTable(session: Session, files: readonly FileResult[]): string {
  const columns = ['file', 'cases', 'passed', 'failed', 'skipped'] as const;
  const rows = files.flatMap(({ file, results }) => {
    const counts = countResults(results);
    const flags = files.length <= FLAGS_OF || counts.failed > 0 ? [...countFlags(results)] : [];
    return [
      row(visibleText(`${file.name}  ${file.algorithm}`), counts),
      ...flags.map(([flag, flagged]) => row(`  ${visibleText(flag)}`, flagged)),
    ];
  });
  return table(
    columns.map((column) => session.say(`vectors.report.column.${column}`)),
    rows,
  );
}

function row(name: string, { total, passed, failed, skipped }: Counts): string[] {
  return [name, ...[total, passed, failed, skipped].map(String)];
}

function skipLines(session: Session, files: readonly FileResult[]): string[] {
  const skips = countSkips(files.flatMap(({ results }) => results));
  if (skips.length === 0) return [];
  const lines = skips.map(({ why, count }) =>
    session.say('vectors.report.skips', { count, why: said(session.lang, why) }),
  );
  return [lines.join('\n')];
}

function failureParts(session: Session, files: readonly FileResult[], show: number): string[] {
  const { red } = colorsOf(session);
  const failed = files.flatMap(({ file, results }) =>
    results.flatMap((result) => (result.status === 'failed' ? [{ file, result }] : [])),
  );
  const shown = failed.slice(0, show).map(({ file, result: { case: of, failure } }) => {
    const about = [of.comment, of.flags.join(' ')].filter((text) => text !== '').join('; ');
    const heading = `${file.name} ${of.id}  ${failure.op}${about === '' ? '' : `  ${about}`}`;
    return [
      red(visibleText(heading, LONGEST)),
      ...failureLines(session.lang, failure).map((line) => `  ${line}`),
    ].join('\n');
  });
  const left = failed.length - shown.length;
  return [...shown, ...(left > 0 ? [session.say('vectors.report.more', { count: left })] : [])];
}

function stepParts(session: Session, files: readonly FileResult[], show: number): string[] {
  const remarks = files.flatMap(({ file, results }) =>
    stepRemarks(results).map((remark) => ({ file, ...remark })),
  );
  return remarks.slice(0, show).map(({ file, id, step }) => {
    const heading = session.say('vectors.report.stepOnly', { id: visibleText(`${file.name} ${id}`) });
    return [heading, ...diagnosisLines(session.lang, { step }).map((line) => `  ${line}`)].join('\n');
  });
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
