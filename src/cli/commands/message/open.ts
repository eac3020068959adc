/** `crypto message open`: its options. What it does is in `open-run.ts`, loaded when it is run. */
import { type Command, Option } from '@commander-js/extra-typings';
import { PURPOSES } from '../../../x509/chain/purpose.ts';
import { addExample, encodingOption, forceOption, inputEncodingOption, outputOption } from '../../options.ts';
import type { Session } from '../../session.ts';
import { momentOption } from '../../times.ts';
import { exampleAuthority, filesOption } from '../cert/options.ts';
import { passphraseOption } from '../rsa/options.ts';

export function registerOpen(noun: Command, session: Session): void {
  const command = noun
    .command('open')
    .description(session.say('cms.open.about'))
    .argument('[message]', session.say('cms.arg.message'))
    .option('--key <file>', session.say('cms.opt.receiverKey'))
    .addOption(passphraseOption(session))
    .option('--cert <file>', session.say('cms.opt.receiver'))
    .addOption(filesOption('--ca <file>', session.say('cms.opt.senderCa')))
    .addOption(filesOption('--untrusted <file>', session.say('cert.opt.untrusted')))
    .option('--any-signer', session.say('cms.opt.anySigner'))
    .option('--content <file>', session.say('cms.opt.content'))
    .option('--outer', session.say('cms.opt.outer'))
    .addOption(new Option('--at <time>', session.say('cert.opt.at')).argParser(momentOption(session)))
    .option('--email <mailbox>', session.say('cms.opt.email'))
    .addOption(new Option('--purpose <name>', session.say('cms.opt.purpose')).choices(PURPOSES))
    .addOption(filesOption('--crl <file>', session.say('cert.opt.crl')))
    .option('--allow-weak', session.say('cert.opt.allowWeak'))
    .option('--explain', session.say('rsa.opt.explain'))
    .addOption(outputOption(session))
    .addOption(forceOption(session))
    .addOption(encodingOption(session))
    .addOption(inputEncodingOption(session))
    .action(async (input, options) => {
      const { runOpen } = await import('./open-run.ts');
      await runOpen(session, input, options);
    });
  addExample(
    command,
    session,
    exampleAuthority('open-ca'),
    'crypto ca issue open-ca --dns alice.example --seed alice',
    'crypto ca issue open-ca --dns bob.example --seed bob',
    "printf 'Meet me at noon.' | crypto message seal --to open-ca/issued/bob.example.pem --cert open-ca/issued/alice.example.pem --key open-ca/issued/alice.example-key.pem -o noon.cms",
    'crypto message open noon.cms --key open-ca/issued/bob.example-key.pem --ca open-ca/ca.pem',
  );
}
