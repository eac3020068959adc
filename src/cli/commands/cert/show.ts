/** `crypto cert show`: its options. What it does is in `show-run.ts`, loaded when it is run. */
import { type Command, Option } from '@commander-js/extra-typings';
import { addExample } from '../../options.ts';
import type { Session } from '../../session.ts';
import { exampleAuthority } from './options.ts';

export function registerShow(noun: Command, session: Session): void {
  const command = noun
    .command('show')
    .description(session.say('cert.show.about'))
    .argument('[file]', session.say('cert.arg.file'))
    .addOption(new Option('--asn1', session.say('cert.opt.asn1')))
    .option('--all', session.say('cert.opt.all'))
    .action(async (file, options) => {
      const { runShow } = await import('./show-run.ts');
      await runShow(session, file, options);
    });
  addExample(command, session, exampleAuthority('show-ca'), 'crypto cert show show-ca/ca.pem');
}
