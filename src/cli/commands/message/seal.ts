/** `crypto message seal`: its options. What it does is in `seal-run.ts`, loaded when it is run. */
import { type Command, Option } from '@commander-js/extra-typings';
import { CONTENT_CIPHERS } from '../../../cms/content-cipher.ts';
import { MESSAGE_FORMS } from '../../../cms/file.ts';
import { hashOption } from '../../hashes.ts';
import {
  addExample,
  encodingOption,
  forceOption,
  inputEncodingOption,
  outputOption,
  seedOption,
} from '../../options.ts';
import type { Session } from '../../session.ts';
import { momentOption } from '../../times.ts';
import { exampleAuthority, filesOption } from '../cert/options.ts';
import { ENCRYPTION_PADDINGS, passphraseOption, SIGNATURE_PADDINGS } from '../rsa/options.ts';

export function registerSeal(noun: Command, session: Session): void {
  const command = noun
    .command('seal')
    .description(session.say('cms.seal.about'))
    .argument('[input]', session.say('cli.arg.input'))
    .addOption(filesOption('--to <file>', session.say('cms.opt.to')))
    .option('--cert <file>', session.say('cms.opt.sender'))
    .option('--key <file>', session.say('cms.opt.senderKey'))
    .addOption(passphraseOption(session))
    .addOption(filesOption('--chain <file>', session.say('cms.opt.chain')))
    .addOption(filesOption('--ca <file>', session.say('cms.opt.receiverCa')))
    .addOption(filesOption('--untrusted <file>', session.say('cert.opt.untrusted')))
    .addOption(
      new Option('--cipher <name>', session.say('cms.opt.cipher'))
        .choices(CONTENT_CIPHERS)
        .default('aes-256-cbc' as (typeof CONTENT_CIPHERS)[number]),
    )
    .addOption(
      new Option('--padding <name>', session.say('cms.opt.padding'))
        .choices(ENCRYPTION_PADDINGS)
        .default('pkcs1' as (typeof ENCRYPTION_PADDINGS)[number]),
    )
    .addOption(hashOption(session, '--oaep-hash <name>', session.say('cms.opt.oaepHash')))
    .addOption(
      new Option('--signature <padding>', session.say('cms.opt.signature'))
        .choices(SIGNATURE_PADDINGS)
        .default('pkcs1' as (typeof SIGNATURE_PADDINGS)[number]),
    )
    .addOption(hashOption(session, '--hash <name>', session.say('cms.opt.hash'), 'sha256'))
    .option('--key-id', session.say('cms.opt.keyId'))
    .option('--detached', session.say('cms.opt.detached'))
    .option('--no-attributes', session.say('cms.opt.noAttributes'))
    .addOption(
      new Option('--form <name>', session.say('cms.opt.form'))
        .choices(MESSAGE_FORMS)
        .default('pem' as (typeof MESSAGE_FORMS)[number]),
    )
    .addOption(seedOption(session))
    .addOption(new Option('--now <time>', session.say('cms.opt.now')).argParser(momentOption(session)))
    .option('--explain', session.say('rsa.opt.explain'))
    .addOption(outputOption(session))
    .addOption(forceOption(session))
    .addOption(encodingOption(session))
    .addOption(inputEncodingOption(session))
    .action(async (input, options) => {
      const { runSeal } = await import('./seal-run.ts');
      await runSeal(session, input, options);
    });
  addExample(
    command,
    session,
    exampleAuthority('seal-ca'),
    'crypto ca issue seal-ca --dns alice.example --seed alice',
    'crypto ca issue seal-ca --dns bob.example --seed bob',
    "printf 'Meet me at noon.' | crypto message seal --to seal-ca/issued/bob.example.pem --cert seal-ca/issued/alice.example.pem --key seal-ca/issued/alice.example-key.pem",
  );
}
