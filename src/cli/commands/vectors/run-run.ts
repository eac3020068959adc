/** The work of `crypto vectors run`. */
import { utf8 } from '../../../bytes/index.ts';
import { CryptoError } from '../../../errors.ts';
import type { Engine, FileResult } from '../../../vectors/index.ts';
import {
  countResults,
  diagnoseMany,
  gradescopeReport,
  junitReport,
  runFile,
  tapReport,
} from '../../../vectors/index.ts';
import { CheckFailed, ErrorWithEvidence } from '../../check-failed.ts';
import { failureOf } from '../../failure.ts';
import { openSink } from '../../io/output.ts';
import { startProgress } from '../../io/progress.ts';
import type { Session } from '../../session.ts';
import { openEngine } from './engine.ts';
import { readVectorFiles } from './read-files.ts';
import { reportFacts } from './report-facts.ts';
import { hasSteps } from './step-remarks.ts';
import { textReport } from './text-report.ts';

export interface RunVectorsOptions {
  readonly engine: string;
  readonly steps?: true | undefined;
  readonly format: 'text' | 'tap' | 'junit' | 'gradescope';
  readonly show: number;
  readonly timeout: number;
  readonly output?: string | undefined;
  readonly force?: true | undefined;
}

export async function runVectors(
  session: Session,
  paths: readonly string[],
  options: RunVectorsOptions,
): Promise<void> {
  const { output, force } = options;
  const sink = output === undefined ? undefined : await openSink(session, { output, force });
  let engine: Engine | undefined;
  try {
    engine = await openEngine(session, options.engine, options.timeout);
    const { files, faults, remarks } = await readVectorFiles(session, paths);
    const notRead = [...remarks, ...faults];
    if (files.length === 0 && notRead.length === 1) throw notRead[0]!;
    for (const fault of notRead) session.stderr.write(`crypto: ${failureOf(session, fault).message}\n`);
    if (files.length === 0) throw unread(session, notRead, 'none');
    const results: FileResult[] = [];
    const total = files.reduce((sum, { cases }) => sum + cases.length, 0);
    const progress = startProgress(session, total, session.say('vectors.run.cases'));
    let done = 0;
    const diagnose = diagnoseMany();
    for (const file of files) {
      const onResult = () => progress.update(++done);
      results.push(await runFile(file, engine, { diagnose, onResult }));
      if (engine.notStarted) break;
    }
    progress.stop();
    if (engine.notStarted) {
      const { detail = '' } = engine.notStarted.values;
      throw new CryptoError('io', session.say('exec.error.notStarted', { detail }));
    }
    await engine.close?.();
    if (options.steps && !results.some((file) => hasSteps(file.results))) {
      session.note(/^exec:/.test(options.engine) ? 'vectors.run.stepsNone' : 'vectors.run.stepsOurs', {
        engine: options.engine,
      });
    }
    const facts = reportFacts(session, engine.name, results, options);
    await print(session, results, options, sink);
    conclude(session, results, faults, facts);
    if (session.json) session.printJson(facts);
  } finally {
    await sink?.abort();
    await engine?.close?.();
  }
}

type Facts = ReturnType<typeof reportFacts>;

async function print(
  session: Session,
  results: readonly FileResult[],
  options: RunVectorsOptions,
  sink: Awaited<ReturnType<typeof openSink>> | undefined,
): Promise<void> {
  const text = () => {
    switch (options.format) {
      case 'tap':
        return tapReport(session.lang, results);
      case 'junit':
        return junitReport(session.lang, results);
      case 'gradescope':
        return `${JSON.stringify(gradescopeReport(session.lang, results), null, 2)}\n`;
      case 'text':
        return `${textReport(session, results, options)}\n`;
    }
  };
  if (sink) {
    await sink.write(utf8(text()));
    await sink.commit();
  } else if (!session.json) session.stdout.write(text());
}

/** What could not be read weighs more than what failed: the result is not whole. */
function conclude(
  session: Session,
  results: readonly FileResult[],
  faults: readonly CryptoError[],
  facts: Facts,
): void {
  const { total, failed } = countResults(results.flatMap((file) => file.results));
  if (faults.length > 0) {
    const { code, message } = unread(session, faults, 'unread');
    const unreadFiles = faults.map((fault) => ({
      code: fault.code,
      message: failureOf(session, fault).message,
    }));
    throw new ErrorWithEvidence(code, message, { ...facts, unread: unreadFiles });
  }
  if (failed === 0) return;
  throw new CheckFailed(session.say('vectors.run.error.failed', { failed, total }), facts);
}

function unread(session: Session, faults: readonly CryptoError[], which: 'unread' | 'none'): CryptoError {
  const message = session.say(`vectors.run.error.${which}`, { count: faults.length });
  return new CryptoError(faults[0]!.code, message);
}
