/** One run of `crypto`: session, program, and the exit status at the end. */
import { failureOf } from './failure.ts';
import { buildProgram } from './program.ts';
import { openSession } from './session.ts';

/** 0 done; 1 a check failed; 2 wrong usage or unreadable input. */
export async function run(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  // A reader that has seen enough (`| head -c 1`) is no fault of the command's.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      process.stderr.write(
        `crypto: ${session.say('cli.error.stdout', { reason: error.code ?? error.message })}\n`,
      );
      process.exit(2);
    });
  }
  const session = openSession(argv, env);
  try {
    if (argv[0] === 'complete-words') {
      const { completeWords } = await import('./complete-words.ts');
      for (const word of await completeWords(session, argv.slice(2))) session.print(word);
      return 0;
    }
    const program = await buildProgram(session, argv);
    await program.parseAsync(helpFirst(argv), { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    const failure = failureOf(session, error);
    if (failure.status === 0) return 0;
    if (session.json) session.printJson({ error: { code: failure.code, message: failure.message } });
    process.stderr.write(`crypto: ${failure.message}\n`);
    return failure.status;
  }
}

/** `crypto help aes encrypt` is `crypto aes encrypt --help`. */
function helpFirst(argv: readonly string[]): string[] {
  return argv[0] === 'help' ? [...argv.slice(1), '--help'] : [...argv];
}
