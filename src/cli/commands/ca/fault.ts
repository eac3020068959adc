/** `crypto ca fault`: its options. What it does is in `fault-run.ts`, loaded when it is run. */
import { type Command, Option } from '@commander-js/extra-typings';
import { addExample, seedOption } from '../../options.ts';
import { integerBetween } from '../../parse.ts';
import type { Session } from '../../session.ts';
import { momentOption } from '../../times.ts';
import { nowOption } from './options.ts';

export function registerFault(noun: Command, session: Session): void {
  const command = noun
    .command('fault')
    .description(session.say('ca.fault.about'))
    .argument('[name]', session.say('ca.fault.arg'))
    .addOption(new Option('-o, --output <folder>', session.say('ca.fault.opt.output')))
    .addOption(
      new Option('--bits <number>', session.say('ca.fault.opt.bits'))
        .argParser(integerBetween(session, 1024, 4096))
        .default(2048),
    )
    .addOption(seedOption(session))
    .addOption(nowOption(session))
    // As `cert verify` calls the same moment.
    .addOption(new Option('--at <time>').argParser(momentOption(session)).hideHelp())
    .option('--force', session.say('ca.fault.opt.force'))
    .action(async (name, options) => {
      const { runFault } = await import('./fault-run.ts');
      runFault(session, name, options);
    });
  addExample(command, session, 'crypto ca fault', 'crypto ca fault expired -o expired --seed example');
}
