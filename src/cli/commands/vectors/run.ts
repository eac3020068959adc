/** `crypto vectors run FILE…` */
import { type Command, Option } from '@commander-js/extra-typings';
import { addExample, forceOption, outputOption } from '../../options.ts';
import { integerBetween } from '../../parse.ts';
import type { Session } from '../../session.ts';

export function registerRun(noun: Command, session: Session): void {
  const command = noun
    .command('run')
    .description(session.say('vectors.run.about'))
    .argument('<files...>', session.say('vectors.run.files'))
    .option('--engine <name>', session.say('vectors.run.optEngine'), 'scratch')
    .option('--steps', session.say('vectors.run.optSteps'))
    .addOption(
      new Option('--format <name>', session.say('vectors.run.optFormat'))
        .choices(['text', 'tap', 'junit', 'gradescope'] as const)
        .default('text' as const),
    )
    .option('--show <n>', session.say('vectors.run.optShow'), integerBetween(session, 0, 100_000), 10)
    .option(
      '--timeout <seconds>',
      session.say('vectors.run.optTimeout'),
      integerBetween(session, 1, 3600),
      10,
    )
    .addOption(outputOption(session))
    .addOption(forceOption(session))
    .action(async (files, options) => {
      const { runVectors } = await import('./run-run.ts');
      await runVectors(session, files, options);
    });
  addExample(command, session, 'crypto vectors run aes-gcm sha256');
}
