/** `crypto rsa sign`: its options. What it does is in `sign-run.ts`, loaded when it is run. */
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
  exampleKey,
  mgfHashOption,
  paddingOption,
  passphraseOption,
  privateKeyOption,
  SIGNATURE_PADDINGS,
  saltOption,
  signatureHashOption,
} from './options.ts';

export function registerSign(noun: Command, session: Session): void {
  const command = noun
    .command('sign')
    .description(session.say('rsa.sign.about'))
    .argument('[input]', session.say('rsa.arg.message'))
    .addOption(privateKeyOption(session))
    .addOption(paddingOption(session, SIGNATURE_PADDINGS))
    .addOption(signatureHashOption(session))
    .addOption(mgfHashOption(session, 'pss'))
    .addOption(saltOption(session, 'sign'))
    .addOption(passphraseOption(session))
    .addOption(seedOption(session))
    .option('--explain', session.say('rsa.opt.explain'))
    .addOption(outputOption(session))
    .addOption(forceOption(session))
    .addOption(encodingOption(session))
    .addOption(inputEncodingOption(session))
    .action(async (input, options) => {
      const { runSign } = await import('./sign-run.ts');
      await runSign(session, input, options);
    });
  addExample(
    command,
    session,
    exampleKey('signer.pem'),
    'printf "I owe you 100." | crypto rsa sign --key signer.pem --padding pss --encoding base64',
  );
}
