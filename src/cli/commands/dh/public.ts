/** `crypto dh public`: its options. What it does is in `own-side-run.ts`, loaded when it is run. */
import type { Command } from '@commander-js/extra-typings';
import { wholeNumber } from '../../numbers.ts';
import { addExample, seedOption } from '../../options.ts';
import type { Session } from '../../session.ts';
import { groupVerb } from './options.ts';

export function registerPublic(noun: Command, session: Session): void {
  const command = groupVerb(noun, session, 'public', session.say('dh.public.about'))
    .option('--private <number>', session.say('dh.opt.privateOrDrawn'), wholeNumber(session))
    .addOption(seedOption(session))
    .action(async (options) => {
      const { runPublic } = await import('./own-side-run.ts');
      runPublic(session, options);
    });
  addExample(command, session, 'crypto dh public --group toy353 --private 97');
}
