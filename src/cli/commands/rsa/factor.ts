/** `crypto rsa factor`: its options. What it does is in `factor-run.ts`, loaded when it is run. */
import type { Command } from '@commander-js/extra-typings';
import { wholeNumber } from '../../numbers.ts';
import { addExample } from '../../options.ts';
import { integerBetween } from '../../parse.ts';
import type { Session } from '../../session.ts';
import { passphraseOption } from './options.ts';

export function registerFactor(noun: Command, session: Session): void {
  const command = noun
    .command('factor')
    .description(session.say('rsa.factor.about'))
    .argument('[n]', session.say('rsa.arg.factored'), wholeNumber(session))
    .option('--key <file>', session.say('rsa.opt.factorKey'))
    .addOption(passphraseOption(session))
    .option('--limit <seconds>', session.say('rsa.opt.limit'), integerBetween(session, 1, 86_400), 20)
    .action(async (n, options) => {
      const { runFactor } = await import('./factor-run.ts');
      await runFactor(session, n, options);
    });
  addExample(command, session, 'crypto rsa factor 8616460799');
}
