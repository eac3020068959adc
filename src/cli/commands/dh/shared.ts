/** `crypto dh shared`: its options. What it does is in `own-side-run.ts`, loaded when it is run. */
import type { Command } from '@commander-js/extra-typings';
import { wholeNumber } from '../../numbers.ts';
import { addExample } from '../../options.ts';
import type { Session } from '../../session.ts';
import { groupVerb } from './options.ts';

export function registerShared(noun: Command, session: Session): void {
  const number = wholeNumber(session);
  const command = groupVerb(noun, session, 'shared', session.say('dh.shared.about'))
    .requiredOption('--private <number>', session.say('dh.opt.private'), number)
    .requiredOption('--peer <number>', session.say('dh.opt.peer'), number)
    .action(async (options) => {
      const { runShared } = await import('./own-side-run.ts');
      runShared(session, options);
    });
  addExample(command, session, 'crypto dh shared --group toy353 --private 97 --peer 248');
}
