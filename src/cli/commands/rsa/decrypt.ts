/** `crypto rsa decrypt`: its options. What it does is in `decrypt-run.ts`, loaded when it is run. */
import type { Command } from '@commander-js/extra-typings';
import { addExample, encodingOption, forceOption, inputEncodingOption, outputOption } from '../../options.ts';
import type { Session } from '../../session.ts';
import {
  ENCRYPTION_PADDINGS,
  exampleKey,
  labelOption,
  mgfHashOption,
  oaepHashOption,
  paddingOption,
  passphraseOption,
  privateKeyOption,
} from './options.ts';

export function registerDecrypt(noun: Command, session: Session): void {
  const command = noun
    .command('decrypt')
    .description(session.say('rsa.decrypt.about'))
    .argument('[input]', session.say('cli.arg.input'))
    .addOption(privateKeyOption(session))
    .addOption(paddingOption(session, ENCRYPTION_PADDINGS))
    .addOption(oaepHashOption(session))
    .addOption(mgfHashOption(session, 'oaep'))
    .addOption(labelOption(session))
    .addOption(passphraseOption(session))
    .addOption(outputOption(session))
    .addOption(forceOption(session))
    .addOption(encodingOption(session))
    .addOption(inputEncodingOption(session))
    .action(async (input, options) => {
      const { runDecrypt } = await import('./decrypt-run.ts');
      await runDecrypt(session, input, options);
    });
  addExample(
    command,
    session,
    exampleKey('carol.pem'),
    "printf 'sixteen letters.' | crypto rsa encrypt --key carol.pem |",
    '  crypto rsa decrypt --key carol.pem',
  );
}
