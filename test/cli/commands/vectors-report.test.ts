/** The report of `crypto vectors run` for people, on a terminal of 80 columns. */
import { describe, expect, it } from 'vitest';
import { textReport } from '../../../src/cli/commands/vectors/text-report.ts';
import { columnsOf } from '../../../src/cli/render.ts';
import { openSession } from '../../../src/cli/session.ts';
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
});
