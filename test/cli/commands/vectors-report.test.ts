/** The report of `crypto vectors run` for people, on a terminal of 80 columns. */
import { describe, expect, it } from 'vitest';
import { textReport } from '../../../src/cli/commands/vectors/text-report.ts';
import { columnsOf } from '../../../src/cli/render.ts';
import { openSession } from '../../../src/cli/session.ts';
import {
  type Answer,
  type CaseResult,
  gradescopeReport,
  junitReport,
  saying,
  tapReport,
} from '../../../src/vectors/index.ts';
import { failed, fileOf, passed, skipped } from '../../vectors/reports/results.ts';

const session = {
  ...openSession([], { NO_COLOR: '1' }),
  stdout: { isTTY: true, columns: 80 } as NodeJS.WriteStream,
};
const path = `/home/student/${'a-folder/'.repeat(12)}aes_cbc_test.json`;

describe('the report', () => {
  const report = textReport(session, [fileOf(path, [passed('1'), failed('2'), skipped('3')])], { show: 9 });

  it('fits the terminal, but for values', () => {
    const lines = report.split('\n').filter((line) => !/^ {2}msg: /.test(line));
    expect(lines.filter((line) => columnsOf(line) > 80)).toEqual([]);
  });

  it('shows the end of a long path, from a name on', () => {
    expect(report).toMatch(/\n…\/a-folder\/a-folder\/aes_cbc_test\.json {2}AES-CBC +3 +1 +1 +1\n/);
    expect(report).toMatch(/\n…\/a-folder\/a-folder\/aes_cbc_test\.json 2 {2}aes-cbc-encrypt/);
  });

  it.each(['text', 'tap', 'junit', 'gradescope'] as const)(
    'shows nothing a terminal would act on: %s',
    (format) => {
      const evil = 'a\u001b[2J\u202eb\u2066c\u200bd\ufeff\u009b';
      const wrong = failed('2');
      if (wrong.status !== 'failed') throw new Error('expected a failure');
      const says = (got: Answer): CaseResult => ({ ...wrong, failure: { ...wrong.failure, op: evil, got } });
      const results = [
        says({ kind: 'error', error: evil }),
        says({ kind: 'broken', fault: saying('exec.fault.endedWords', { status: 1, words: evil }) }),
        { ...skipped('3'), why: saying('vectors.skip.program', { detail: evil }) },
        { ...passed('4'), case: { ...wrong.case, id: evil, comment: evil, flags: [evil] } },
      ];
      const files = [fileOf(evil, results)];
      const reports = {
        text: () => textReport(session, files, { show: 9 }),
        tap: () => tapReport('en', files),
        junit: () => junitReport('en', files),
        gradescope: () => JSON.stringify(gradescopeReport('zh', files)),
      };
      const text = reports[format]();
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(text).toMatch(/\\u\{202e\}b\\*u\{2066\}c/);
    },
  );
});
