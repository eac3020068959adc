/**
 * The results as TAP (the Test Anything Protocol). Of version 14 nothing is used that is not in 13 as well, and some that read
 * it, Perl's among them, refuse more than 13.
 */
import { allVisible } from '../../bytes/visible.ts';
import type { Lang } from '../../trace/index.ts';
import type { FileResult } from '../result.ts';
import { said } from '../saying.ts';
import { caseTitle } from './case-title.ts';
import { failureLines } from './failure-text.ts';

/** Every case is a test point; what is skipped says why. */
export function tapReport(lang: Lang, files: readonly FileResult[]): string {
  const lines = ['TAP version 13', `1..${files.reduce((sum, { results }) => sum + results.length, 0)}`];
  let number = 0;
  for (const { file, results } of files) {
    for (const result of results) {
      number++;
      const title = escaped(`${allVisible(file.name)} ${caseTitle(result.case)}`);
      if (result.status === 'skipped') {
        lines.push(`ok ${number} - ${title} # SKIP ${escaped(said(lang, result.why))}`);
      } else if (result.status === 'passed') {
        lines.push(`ok ${number} - ${title}`);
      } else {
        lines.push(`not ok ${number} - ${title}`, '  ---');
        lines.push('  message: |', ...failureLines(lang, result.failure).map((line) => `    ${line}`));
        lines.push('  ...');
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

/** One line, in which # and \ mean nothing. */
function escaped(text: string): string {
  return text.replace(/[\\#]/g, '\\$&');
}
