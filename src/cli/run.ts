/** One run of `crypto`: session, program, and the exit status at the end. */
import { CommanderError } from 'commander';
import { ErrorWithEvidence } from './check-failed.ts';
import { failureOf } from './failure.ts';
import { watchOutput } from './io/closed-output.ts';
import { buildProgram } from './program.ts';
import { openSession, remark, type Session } from './session.ts';

/** 0 done; 1 a check failed; 2 wrong usage or unreadable input. */
export async function run(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const session = openSession(argv, env);
  watchOutput((reason) => session.say('cli.error.stdout', { reason }));
  try {
    if (argv[0] === 'complete-words') {
      const { completeWords } = await import('./complete-words.ts');
      for (const word of await completeWords(session, argv.slice(2))) session.print(word);
    } else {
      await runProgram(session, helpFirst(argv));
    }
    return 0;
  } catch (error) {
    const failure = failureOf(session, error);
    if (failure.status === 0) return 0;
    const evidence = error instanceof ErrorWithEvidence ? error.evidence : {};
    if (session.json) {
      session.printJson({ error: { code: failure.code, message: failure.message }, ...evidence });
    }
    process.stderr.write(remark(process.stderr, failure.message));
    return failure.status;
  }
}

async function runProgram(session: Session, words: readonly string[]): Promise<void> {
  const help: string[] = [];
  const program = await buildProgram(session, words, (text) => help.push(text));
  try {
    await program.parseAsync([...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Called without a noun.
    if (error.code === 'commander.help') {
      if (program.getOptionValue('version')) return await printVersion(session);
      program.outputHelp();
    } else if (error.code === 'commander.unknownCommand') {
      const { withNoun } = await import('./verb-alone.ts');
      throw await withNoun(session, error);
    } else if (error.exitCode !== 0) throw error;
  }
  if (help.length === 0) return;
  if (session.json) session.printJson({ help: help.join('') });
  else session.stdout.write(help.join(''));
}

async function printVersion(session: Session): Promise<void> {
  const { readVersion } = await import('./version.ts');
  const version = readVersion();
  if (session.json) session.printJson({ version });
  else session.print(version);
}

/** `crypto --help aes` is `crypto help aes`. */
function helpFirst(argv: readonly string[]): readonly string[] {
  return argv.length > 1 && /^(--help|-h)$/.test(argv[0]!) ? ['help', ...argv.slice(1)] : argv;
}
