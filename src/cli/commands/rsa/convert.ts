/** `crypto rsa convert`: its options. What it does is in `convert-run.ts`, loaded when it is run. */
import { type Command, Option } from '@commander-js/extra-typings';
import { addExample, forceOption, outputOption } from '../../options.ts';
import type { Session } from '../../session.ts';
import { passphraseOption } from './options.ts';

const KEY_FORMATS = ['pkcs8', 'pkcs1', 'spki', 'jwk'] as const;

export function registerConvert(noun: Command, session: Session): void {
  const command = noun
    .command('convert')
    .description(session.say('rsa.convert.about'))
    .argument('[key]', session.say('rsa.arg.key'))
    .addOption(new Option('--to <format>', session.say('rsa.opt.to')).choices(KEY_FORMATS))
    .option('--der', session.say('rsa.opt.der'))
    .option('--public', session.say('rsa.opt.public'))
    .addOption(passphraseOption(session))
    .option('--new-passphrase <words>', session.say('rsa.opt.encryptWith'))
    .addOption(outputOption(session))
    .addOption(forceOption(session))
    .action(async (key, options) => {
      const { runConvert } = await import('./convert-run.ts');
      await runConvert(session, key, options);
    });
  addExample(command, session, 'crypto rsa keygen --seed example | crypto rsa convert --public');
}
