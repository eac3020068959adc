/** `crypto ca list`: its options. What it does is in `list-run.ts`, loaded when it is run. */
import type { Command } from '@commander-js/extra-typings';
import { addExample } from '../../options.ts';
import type { Session } from '../../session.ts';
import { nowOption } from './options.ts';

export function registerList(noun: Command, session: Session): void {
  const command = noun
    .command('list')
    .description(session.say('ca.list.about'))
    .argument('<folder>', session.say('ca.arg.folder'))
    .addOption(nowOption(session))
    .action(async (folder, options) => {
      const { runList } = await import('./list-run.ts');
      runList(session, folder, options);
    });
  addExample(
    command,
    session,
    'crypto ca init list-ca --subject "CN=Example Root"',
    'crypto ca issue list-ca --dns bob.example && crypto ca list list-ca',
  );
}
