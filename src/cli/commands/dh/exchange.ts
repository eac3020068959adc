/** `crypto dh exchange`: its options. What it does is in `exchange-run.ts`, loaded when it is run. */
import type { Command } from '@commander-js/extra-typings';
import { wholeNumber } from '../../numbers.ts';
import { addExample, seedOption } from '../../options.ts';
import { integerBetween } from '../../parse.ts';
import type { Session } from '../../session.ts';
import { allOption, groupVerb } from './options.ts';

export function registerExchange(noun: Command, session: Session): void {
  const number = wholeNumber(session);
  const command = groupVerb(noun, session, 'exchange', session.say('dh.exchange.about'))
    .option('--a <number>', session.say('dh.opt.a'), number)
    .option('--b <number>', session.say('dh.opt.b'), number)
    .option('--tries <n>', session.say('dh.opt.tries'), integerBetween(session, 1, 1_000_000_000))
    .addOption(seedOption(session))
    .addOption(allOption(session))
    .action(async (options) => {
      const { runExchange } = await import('./exchange-run.ts');
      runExchange(session, options);
    });
  addExample(
    command,
    session,
    'crypto dh exchange --group toy23 --a 6 --b 15',
    'crypto dh exchange --group ffdhe2048',
  );
}
