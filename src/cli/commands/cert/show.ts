/** `crypto cert show`: its options. What it does is in `show-run.ts`, loaded when it is run. */
import type { Command } from '@commander-js/extra-typings';
import { addExample } from '../../options.ts';
import type { Session } from '../../session.ts';
import { exampleAuthority, filesOption } from './options.ts';

export function registerShow(noun: Command, session: Session): void {
  const command = noun
    .command('show')
    .description(session.say('cert.show.about'))
    .argument('[file]', session.say('cert.arg.file'))
    .option('--asn1', session.say('cert.opt.asn1'))
    .option('--explain', session.say('cert.opt.explain'))
    .addOption(filesOption('--ca <file>', session.say('cert.opt.issuers')))
    .addOption(filesOption('--untrusted <file>', session.say('cert.opt.issuers')))
    .option('--all', session.say('cert.opt.all'))
    .action(async (file, options) => {
      const { runShow } = await import('./show-run.ts');
      await runShow(session, file, options);
    });
  addExample(command, session, exampleAuthority('show-ca'), 'crypto cert show show-ca/ca.pem');
}
