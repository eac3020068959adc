/** `crypto ca sign`: its options. What it does is in `sign-run.ts`, loaded when it is run. */
import type { Command } from '@commander-js/extra-typings';
import { nameOptions } from '../../certificate-names.ts';
import { addExample, seedOption } from '../../options.ts';
import type { Session } from '../../session.ts';
import { daysOption, nowOption, pathLengthOption, profileOption } from './options.ts';

export function registerSign(noun: Command, session: Session): void {
  const names = nameOptions(session);
  const command = noun
    .command('sign')
    .description(session.say('ca.sign.about'))
    .argument('<folder>', session.say('ca.arg.folder'))
    .requiredOption('--csr <file>', session.say('ca.opt.csr'))
    .addOption(names.dns)
    .addOption(names.ip)
    .addOption(names.email)
    .addOption(profileOption(session))
    .addOption(pathLengthOption(session))
    .addOption(daysOption(session, session.say('ca.opt.days')))
    .addOption(seedOption(session))
    .addOption(nowOption(session))
    .action(async (folder, options) => {
      const { runSign } = await import('./sign-run.ts');
      await runSign(session, folder, options);
    });
  addExample(
    command,
    session,
    'crypto ca init sign-ca --subject "CN=Example Root"',
    'crypto cert request --dns bob.example --key-out sign-bob-key.pem -o sign-bob.csr',
    'crypto ca sign sign-ca --csr sign-bob.csr',
  );
}
