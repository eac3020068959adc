/** `crypto tls client`: its options. What it does is in `client-run.ts`, loaded when it is run. */
import { type Command, Option } from '@commander-js/extra-typings';
import { addExample, forceOption, outputOption } from '../../options.ts';
import { integerBetween } from '../../parse.ts';
import type { Session } from '../../session.ts';
import { momentOption } from '../../times.ts';
import { filesOption } from '../cert/options.ts';
import { alpnOption, exampleServer, suiteOption } from './options.ts';

const DAY = 86_400;

export function registerClient(noun: Command, session: Session): void {
  const command = noun
    .command('client')
    .description(session.say('tls.client.about'))
    .argument('<host:port>', session.say('tls.arg.server'))
    .addOption(filesOption('--ca <file>', session.say('tls.opt.ca')))
    .option('--servername <name>', session.say('tls.opt.servername'))
    .option('--get <path>', session.say('tls.opt.get'))
    .option('--insecure', session.say('tls.opt.insecure'))
    .option('--allow-weak', session.say('cert.opt.allowWeak'))
    .addOption(new Option('--at <time>', session.say('cert.opt.at')).argParser(momentOption(session)))
    .addOption(filesOption('--crl <file>', session.say('cert.opt.crl')))
    .addOption(suiteOption(session))
    .addOption(alpnOption(session))
    .option('--no-ems', session.say('tls.opt.noEms'))
    .option('--no-etm', session.say('tls.opt.noEtm'))
    .option('--resume', session.say('tls.opt.resume'))
    .option('--keylog <file>', session.say('tls.opt.keylog'))
    .option('--timeout <seconds>', session.say('tls.opt.timeout'), integerBetween(session, 1, DAY), 30)
    .option('--wait <seconds>', session.say('tls.opt.wait'), integerBetween(session, 0, DAY), 2)
    .addOption(outputOption(session))
    .addOption(forceOption(session))
    .action(async (server, options) => {
      const { runClient } = await import('./client-run.ts');
      await runClient(session, server, options);
    });
  addExample(
    command,
    session,
    ...exampleServer('client-ca', 14434, '--echo --accept 1'),
    'echo hello | crypto tls client localhost:14434 --ca client-ca/ca.pem',
  );
}
