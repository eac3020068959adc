/** `crypto rsa keygen`: its options. What it does is in `keygen-run.ts`, loaded when it is run. */
import { type Command, Option } from '@commander-js/extra-typings';
import { wholeNumber } from '../../numbers.ts';
import { addExample, forceOption, outputOption, seedOption } from '../../options.ts';
import { integerBetween } from '../../parse.ts';
import type { Session } from '../../session.ts';

export function registerKeygen(noun: Command, session: Session): void {
  const command = noun
    .command('keygen')
    .description(session.say('rsa.keygen.about'))
    .option('--bits <number>', session.say('rsa.opt.bits'), integerBetween(session, 16, 8192), 2048)
    .option('--exponent <number>', session.say('rsa.opt.exponent'), wholeNumber(session))
    .addOption(
      new Option('--format <name>', session.say('rsa.opt.format'))
        .choices(['pkcs8', 'pkcs1', 'jwk'] as const)
        .default('pkcs8' as const),
    )
    .option('--der', session.say('rsa.opt.der'))
    .addOption(outputOption(session))
    .option('--pub <file>', session.say('rsa.opt.pub'))
    .addOption(forceOption(session))
    .option('--passphrase <words>', session.say('rsa.opt.encryptWith'))
    .addOption(seedOption(session))
    .option('--explain', session.say('rsa.opt.explain'))
    .action(async (options) => {
      const { runKeygen } = await import('./keygen-run.ts');
      await runKeygen(session, options);
    });
  addExample(command, session, 'crypto rsa keygen -o key.pem --pub public.pem');
}
