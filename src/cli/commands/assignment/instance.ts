/** `crypto assignment instance`: its options. What it does is in `instance-run.ts`, loaded when it is run. */
import type { Command } from '@commander-js/extra-typings';
import { addExample, forceOption, outputOption } from '../../options.ts';
import type { Session } from '../../session.ts';
import { courseKeyOption } from './options.ts';

export function registerInstance(noun: Command, session: Session): void {
  const command = noun
    .command('instance')
    .description(session.say('assignment.instance.about'))
    .argument('<file>', session.say('assignment.arg.file'))
    .option('--student <id>', session.say('assignment.opt.student'))
    .addOption(courseKeyOption(session))
    .option('--answers', session.say('assignment.opt.answers'))
    .addOption(outputOption(session))
    .addOption(forceOption(session))
    .action(async (file, options) => {
      const { runInstance } = await import('./instance-run.ts');
      await runInstance(session, file, options);
    });
  addExample(
    command,
    session,
    'crypto assignment new course-aes',
    'crypto assignment instance course-aes --student s1234567 -o s1234567.json',
  );
}
