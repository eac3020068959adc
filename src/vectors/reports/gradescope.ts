/**
 * The results of vector files as Gradescope's results.json: a test for each file, a point for each case that can be asked. A
 * program that skips one earns nothing for it.
 */
import { allVisible, visibleText } from '../../bytes/visible.ts';
import { type Lang, message } from '../../trace/index.ts';
import type { FileResult } from '../result.ts';
import { said } from '../saying.ts';
import { caseTitle } from './case-title.ts';
import { countFlags, countResults, countSkips } from './counts.ts';
import { failureLines } from './failure-text.ts';

/** As many failures are told of each file. */
const TOLD = 10;

export function gradescopeReport(lang: Lang, files: readonly FileResult[]) {
  const tests = files.map(({ file, results }, i) => {
    const { total, passed, failed, skipped } = countResults(results);
    const asked = results.filter((result) => result.case.checks.length > 0).length;
    const told = results
      .flatMap((result) => (result.status === 'failed' ? [result] : []))
      .slice(0, TOLD)
      .flatMap((result) => ['', caseTitle(result.case), ...failureLines(lang, result.failure)]);
    const lines = [
      message(lang, 'vectors.report.counts', { total, passed, failed, skipped }),
      ...(passed + failed === 0 ? [message(lang, 'vectors.report.nothing')] : []),
      ...countSkips(results).map(({ why, count }) =>
        message(lang, 'vectors.report.skips', { count, why: said(lang, why) }),
      ),
      ...told,
      ...(failed > TOLD ? ['', message(lang, 'vectors.report.moreFailed', { count: failed - TOLD })] : []),
    ];
    return {
      score: passed,
      max_score: asked,
      status: passed === asked && asked > 0 ? ('passed' as const) : ('failed' as const),
      name: allVisible(file.name),
      number: String(i + 1),
      output: lines.join('\n'),
      visibility: 'visible' as const,
      tags: [...countFlags(results).keys()].map((flag) => visibleText(flag)),
    };
  });
  const all = countResults(files.flatMap(({ results }) => results));
  return {
    score: all.passed,
    output: message(lang, 'vectors.report.counts', { ...all }),
    output_format: 'text' as const,
    tests,
  };
}
