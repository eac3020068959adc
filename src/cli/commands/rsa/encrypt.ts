/** `crypto rsa encrypt`: its options. What it does is in `encrypt-run.ts`, loaded when it is run. */
import type { Command } from '@commander-js/extra-typings';
import {
  addExample,
  encodingOption,
  forceOption,
  inputEncodingOption,
  outputOption,
  seedOption,
} from '../../options.ts';
import type { Session } from '../../session.ts';
import {
  ENCRYPTION_PADDINGS,
  exampleKey,
  labelOption,
  mgfHashOption,
  oaepHashOption,
  paddingOption,
  passphraseOption,
  publicKeyOption,
} from './options.ts';

export function registerEncrypt(noun: Command, session: Session): void {
  const command = noun
    .command('encrypt')
    .description(session.say('rsa.encrypt.about'))
    .argument('[input]', session.say('cli.arg.input'))
    .addOption(publicKeyOption(session))
    .addOption(paddingOption(session, ENCRYPTION_PADDINGS))
    .addOption(oaepHashOption(session))
    .addOption(mgfHashOption(session, 'oaep'))
    .addOption(labelOption(session))
    .addOption(passphraseOption(session))
    .addOption(seedOption(session))
    .option('--explain', session.say('rsa.opt.explain'))
    .addOption(outputOption(session))
    .addOption(forceOption(session))
    .addOption(encodingOption(session))
    .addOption(inputEncodingOption(session))
    .action(async (input, options) => {
      const { runEncrypt } = await import('./encrypt-run.ts');
      await runEncrypt(session, input, options);
    });
  addExample(
    command,
    session,
    exampleKey('bob.pem'),
    "printf 'sixteen letters.' | crypto rsa encrypt --key bob.pem --padding oaep --hash sha256 --encoding base64",
  );
}
