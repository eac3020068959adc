/** `crypto ca init`: its options. What it does is in `init-run.ts`, loaded when it is run. */
import type { Command } from '@commander-js/extra-typings';
import { addExample, seedOption } from '../../options.ts';
import type { Session } from '../../session.ts';
import { bitsOption, daysOption, nowOption, pathLengthOption } from './options.ts';

export function registerInit(noun: Command, session: Session): void {
  const command = noun
    .command('init')
    .description(session.say('ca.init.about'))
    .argument('<folder>', session.say('ca.arg.newFolder'))
    .requiredOption('--subject <name>', session.say('ca.opt.subject'))
    .option('--parent <folder>', session.say('ca.opt.parent'))
    .addOption(pathLengthOption(session))
    .addOption(daysOption(session, session.say('ca.opt.caDays')))
    .addOption(bitsOption(session))
    .addOption(seedOption(session))
    .addOption(nowOption(session))
    .action(async (folder, options) => {
      const { runInit } = await import('./init-run.ts');
      await runInit(session, folder, options);
    });
  addExample(
    command,
    session,
    'crypto ca init root --subject "CN=Example Root"',
    'crypto ca init issuing --subject "CN=Example Issuing CA" --parent root',
  );
}
