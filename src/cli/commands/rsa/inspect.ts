/** `crypto rsa inspect`: its options. What it does is in `inspect-run.ts`, loaded when it is run. */
import type { Command } from '@commander-js/extra-typings';
import { addExample } from '../../options.ts';
import type { Session } from '../../session.ts';
import { passphraseOption } from './options.ts';

export function registerInspect(noun: Command, session: Session): void {
  const command = noun
    .command('inspect')
    .description(session.say('rsa.inspect.about'))
    .argument('[key]', session.say('rsa.arg.key'))
    .option('--decimal', session.say('rsa.opt.decimal'))
    .addOption(passphraseOption(session))
    .action(async (key, options) => {
      const { runInspect } = await import('./inspect-run.ts');
      await runInspect(session, key, options);
    });
  addExample(command, session, 'crypto rsa keygen --seed example | crypto rsa inspect');
}
