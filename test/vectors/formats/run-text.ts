/** Reads a file of vectors and runs it through an engine. */
import { readVectors } from '../../../src/vectors/formats/index.ts';
import { type Engine, type FileResult, runFile, said, scratchEngine } from '../../../src/vectors/index.ts';

export function runText(name: string, text: string, engine: Engine = scratchEngine): Promise<FileResult> {
  const [file] = readVectors([{ name, text }]);
  return runFile(file!, engine);
}

/** Of each failure what was asked and which case it was; and the reasons for skipping, each with how often. */
export function summaryOf({ results }: FileResult) {
  const skipped: Record<string, number> = {};
  for (const result of results) {
    if (result.status !== 'skipped') continue;
    const why = said('en', result.why);
    skipped[why] = (skipped[why] ?? 0) + 1;
  }
  const failed = results.flatMap((result) =>
    result.status === 'failed' ? [`${result.case.id} ${result.failure.op}`] : [],
  );
  return { passed: results.filter(({ status }) => status === 'passed').length, failed, skipped };
}
