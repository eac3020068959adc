/** `crypto ca crl`: its options. What it does is in `crl-run.ts`, loaded when it is run. */
import { type Command, Option } from '@commander-js/extra-typings';
import { addExample } from '../../options.ts';
import { integerBetween } from '../../parse.ts';
import type { Session } from '../../session.ts';
import { nowOption } from './options.ts';

export function registerCrl(noun: Command, session: Session): void {
  const command = noun
    .command('crl')
    .description(session.say('ca.crl.about'))
    .argument('<folder>', session.say('ca.arg.folder'))
    .addOption(
      new Option('--days <number>', session.say('ca.opt.listDays'))
        .argParser(integerBetween(session, 1, 3650))
        .default(30),
    )
    .addOption(nowOption(session))
    .action(async (folder, options) => {
      const { runCrl } = await import('./crl-run.ts');
      await runCrl(session, folder, options);
    });
  addExample(
    command,
    session,
    'crypto ca init crl-ca --subject "CN=Example Root"',
    'crypto ca crl crl-ca && crypto cert show crl-ca/crl.pem',
  );
}
