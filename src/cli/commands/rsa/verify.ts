/** `crypto rsa verify`: its options. What it does is in `verify-run.ts`, loaded when it is run. */
import { type Command, Option } from '@commander-js/extra-typings';
import { ENCODINGS } from '../../io/text-encoding.ts';
import { addExample, inputEncodingOption } from '../../options.ts';
import type { Session } from '../../session.ts';
import {
  exampleKey,
  mgfHashOption,
  paddingOption,
  passphraseOption,
  publicKeyOption,
  SIGNATURE_PADDINGS,
  saltOption,
  signatureHashOption,
} from './options.ts';

export function registerVerify(noun: Command, session: Session): void {
  const command = noun
    .command('verify')
    .description(session.say('rsa.verify.about'))
    .argument('[input]', session.say('rsa.arg.signed'))
    .addOption(publicKeyOption(session))
    .requiredOption('--signature <file>', session.say('rsa.opt.signature'))
    .addOption(paddingOption(session, SIGNATURE_PADDINGS))
    .addOption(signatureHashOption(session))
    .addOption(mgfHashOption(session, 'pss'))
    .addOption(saltOption(session, 'verify'))
    .addOption(passphraseOption(session))
    .addOption(inputEncodingOption(session))
    .addOption(
      new Option('--signature-encoding <name>', session.say('rsa.opt.signatureEncoding')).choices(ENCODINGS),
    )
    .action(async (input, options) => {
      const { runVerify } = await import('./verify-run.ts');
      await runVerify(session, input, options);
    });
  addExample(
    command,
    session,
    exampleKey('author.pem'),
    'crypto rsa sign --key author.pem author.pem -o author.sig',
    'crypto rsa verify --key author.pem --signature author.sig author.pem',
  );
}
