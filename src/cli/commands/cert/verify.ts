/** `crypto cert verify`: its options. What it does is in `verify-run.ts`, loaded when it is run. */
import { type Command, Option } from '@commander-js/extra-typings';
import { addExample } from '../../options.ts';
import { integerBetween } from '../../parse.ts';
import type { Session } from '../../session.ts';
import { momentOption } from '../../times.ts';
import { exampleAuthority, filesOption, purposeOption } from './options.ts';

export function registerVerify(noun: Command, session: Session): void {
  const command = noun
    .command('verify')
    .description(session.say('cert.verify.about'))
    .argument('[file]', session.say('cert.arg.verified'))
    .addOption(filesOption('--ca <file>', session.say('cert.opt.ca')).makeOptionMandatory())
    .addOption(filesOption('--untrusted <file>', session.say('cert.opt.untrusted')))
    .option('--host <name>', session.say('cert.opt.host'))
    .option('--email <mailbox>', session.say('cert.opt.email'))
    .addOption(new Option('--at <time>', session.say('cert.opt.at')).argParser(momentOption(session)))
    .addOption(filesOption('--crl <file>', session.say('cert.opt.crl')))
    .addOption(
      new Option('--crl-check <which>', session.say('cert.opt.crlCheck')).choices([
        'leaf',
        'all',
        'given',
      ] as const),
    )
    .addOption(purposeOption(session))
    .option('--max-depth <number>', session.say('cert.opt.maxDepth'), integerBetween(session, 0, 100))
    .option('--allow-weak', session.say('cert.opt.allowWeak'))
    .option('--strict', session.say('cert.opt.strict'))
    .option('--explain', session.say('cert.opt.explainChain'))
    .action(async (file, options) => {
      const { runVerify } = await import('./verify-run.ts');
      await runVerify(session, file, options);
    });
  addExample(
    command,
    session,
    exampleAuthority('verify-ca'),
    'crypto ca issue verify-ca --dns bob.example --seed example',
    'crypto cert verify verify-ca/issued/bob.example-chain.pem --ca verify-ca/ca.pem --host bob.example',
  );
}
