/** `crypto cert tree`: its options. What it does is in `tree-run.ts`, loaded when it is run. */
import type { Command } from '@commander-js/extra-typings';
import { addExample } from '../../options.ts';
import type { Session } from '../../session.ts';
import { exampleAuthority } from './options.ts';

export function registerTree(noun: Command, session: Session): void {
  const command = noun
    .command('tree')
    .description(session.say('cert.tree.about'))
    .argument('[files...]', session.say('cert.arg.files'))
    .action(async (files) => {
      const { runTree } = await import('./tree-run.ts');
      await runTree(session, files);
    });
  addExample(command, session, exampleAuthority('tree-ca'), 'crypto cert tree tree-ca/ca.pem');
}
