/** `crypto cert fingerprint`: its options. What it does is in `fingerprint-run.ts`, loaded when it is run. */
import type { Command } from '@commander-js/extra-typings';
import { hashOption } from '../../hashes.ts';
import { addExample } from '../../options.ts';
import type { Session } from '../../session.ts';
import { exampleAuthority } from './options.ts';

export function registerFingerprint(noun: Command, session: Session): void {
  const command = noun
    .command('fingerprint')
    .description(session.say('cert.fingerprint.about'))
    .argument('[file]', session.say('cert.arg.certificates'))
    .addOption(hashOption(session, '--hash <name>', session.say('cert.opt.hash'), 'sha256'))
    .action(async (file, options) => {
      const { runFingerprint } = await import('./fingerprint-run.ts');
      await runFingerprint(session, file, options);
    });
  addExample(command, session, exampleAuthority('print-ca'), 'crypto cert fingerprint print-ca/ca.pem');
}
