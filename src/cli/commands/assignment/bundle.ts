/** `crypto assignment bundle`: its options. What it does is in `bundle-run.ts`, loaded when it is run. */
import { type Command, Option } from '@commander-js/extra-typings';
import { addExample, forceOption, outputOption } from '../../options.ts';
import type { Session } from '../../session.ts';
import { courseKeyOption } from './options.ts';

export function registerBundle(noun: Command, session: Session): void {
  const command = noun
    .command('bundle')
    .description(session.say('assignment.bundle.about'))
    .argument('<file>', session.say('assignment.arg.file'))
    .option('--roster <file>', session.say('assignment.bundle.opt.roster'))
    .addOption(courseKeyOption(session))
    .option('--exec <command>', session.say('assignment.bundle.opt.exec'))
    .addOption(
      new Option('--format <name>', session.say('assignment.bundle.opt.format'))
        .choices(['gradescope', 'classroom50'] as const)
        .default('gradescope' as const),
    )
    .addOption(outputOption(session))
    .addOption(forceOption(session))
    .action(async (file, options) => {
      const { runBundle } = await import('./bundle-run.ts');
      await runBundle(session, file, options);
    });
  addExample(
    command,
    session,
    'crypto assignment new hashes --from sha256',
    'crypto assignment bundle hashes -o autograder.zip',
  );
}
