/** The results as JUnit XML, as Jenkins and GitLab read it: a suite for each file, a test case for each case. */
import { allVisible, visibleText } from '../../bytes/visible.ts';
import type { Lang } from '../../trace/index.ts';
import type { CaseResult, FileResult } from '../result.ts';
import { said } from '../saying.ts';
import { caseTitle } from './case-title.ts';
import { countResults } from './counts.ts';
import { failureLines } from './failure-text.ts';

export function junitReport(lang: Lang, files: readonly FileResult[]): string {
  const all = countResults(files.flatMap(({ results }) => results));
  const suites = files.map(({ file, results }) => {
    const { total, failed, skipped } = countResults(results);
    const cases = results.map((result) => caseElement(lang, file.name, result)).join('\n');
    return `  <testsuite name="${escaped(allVisible(file.name))}" tests="${total}" failures="${failed}" errors="0" skipped="${skipped}">\n${cases}\n  </testsuite>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="${all.total}" failures="${all.failed}" errors="0" skipped="${all.skipped}">
${suites.join('\n')}
</testsuites>
`;
}

function caseElement(lang: Lang, suite: string, result: CaseResult): string {
  const open = `    <testcase classname="${escaped(allVisible(suite))}" name="${escaped(caseTitle(result.case))}"`;
  if (result.status === 'passed') return `${open}/>`;
  if (result.status === 'skipped') {
    return `${open}><skipped message="${escaped(said(lang, result.why))}"/></testcase>`;
  }
  const lines = failureLines(lang, result.failure);
  const text = escaped(lines.join('\n'));
  return `${open}><failure message="${escaped(visibleText(result.failure.op))}">${text}</failure></testcase>`;
}

/** For text and attributes; what XML 1.0 cannot hold is a question mark. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '?')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
