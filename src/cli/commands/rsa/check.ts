/** `crypto rsa check`: its options. What it does is in `check-run.ts`, loaded when it is run. */
import type { Command } from '@commander-js/extra-typings';
import { addExample } from '../../options.ts';
import type { Session } from '../../session.ts';
import { passphraseOption } from './options.ts';

export function registerCheck(noun: Command, session: Session): void {
  const command = noun
    .command('check')
    .description(session.say('rsa.check.about'))
    .argument('[key]', session.say('rsa.arg.key'))
    .addOption(passphraseOption(session))
    .action(async (key, options) => {
      const { runCheck } = await import('./check-run.ts');
      await runCheck(session, key, options);
    });
  addExample(command, session, 'crypto rsa keygen --seed example | crypto rsa check');
}
