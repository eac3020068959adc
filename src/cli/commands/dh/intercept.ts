/** `crypto dh intercept`: its options. What it does is in `intercept-run.ts`, loaded when it is run. */
import type { Command } from '@commander-js/extra-typings';
import { wholeNumber } from '../../numbers.ts';
import { addExample, seedOption } from '../../options.ts';
import type { Session } from '../../session.ts';
import { allOption, groupVerb } from './options.ts';

export function registerIntercept(noun: Command, session: Session): void {
  const number = wholeNumber(session);
  const command = groupVerb(noun, session, 'intercept', session.say('dh.intercept.about'))
    .option('--a <number>', session.say('dh.opt.a'), number)
    .option('--b <number>', session.say('dh.opt.b'), number)
    .option('--m <number>', session.say('dh.opt.m'), number)
    .addOption(seedOption(session))
    .addOption(allOption(session))
    .action(async (options) => {
      const { runIntercept } = await import('./intercept-run.ts');
      runIntercept(session, options);
    });
  addExample(command, session, 'crypto dh intercept --group toy353 --a 97 --b 233 --m 7');
}
