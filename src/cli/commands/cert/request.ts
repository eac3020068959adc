/** `crypto cert request`: its options. What it does is in `request-run.ts`, loaded when it is run. */
import type { Command } from '@commander-js/extra-typings';
import { nameOptions } from '../../certificate-names.ts';
import { addExample, forceOption, outputOption, seedOption } from '../../options.ts';
import type { Session } from '../../session.ts';
import { bitsOption } from '../ca/options.ts';

export function registerRequest(noun: Command, session: Session): void {
  const names = nameOptions(session);
  const command = noun
    .command('request')
    .description(session.say('cert.request.about'))
    .addOption(names.dns)
    .addOption(names.ip)
    .addOption(names.email)
    .option('--subject <name>', session.say('ca.opt.subjectOrFirst'))
    .option('--key <file>', session.say('cert.opt.requestKey'))
    .option('--passphrase <text>', session.say('rsa.opt.passphrase'))
    .option('--key-out <file>', session.say('cert.opt.keyOut'))
    .addOption(bitsOption(session))
    .option('--der', session.say('cert.opt.der'))
    .addOption(outputOption(session))
    .addOption(forceOption(session))
    .addOption(seedOption(session))
    .action(async (options) => {
      const { runRequest } = await import('./request-run.ts');
      await runRequest(session, options);
    });
  addExample(
    command,
    session,
    'crypto cert request --dns bob.example --key-out request-key.pem -o request.csr',
    'crypto cert show request.csr',
  );
}
