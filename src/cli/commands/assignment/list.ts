/** `crypto assignment list`: the ready-made ones. What it does is in `list-run.ts`, loaded when it is run. */
import type { Command } from '@commander-js/extra-typings';
import { addExample } from '../../options.ts';
import type { Session } from '../../session.ts';

export function registerList(noun: Command, session: Session): void {
  const command = noun
    .command('list')
    .description(session.say('assignment.list.about'))
    .action(async () => {
      const { runList } = await import('./list-run.ts');
      runList(session);
    });
  addExample(command, session, 'crypto assignment list');
}
