/** `crypto vectors list [NAME]` */
import type { Command } from '@commander-js/extra-typings';
import { addExample } from '../../options.ts';
import type { Session } from '../../session.ts';

export function registerList(noun: Command, session: Session): void {
  const command = noun
    .command('list')
    .description(session.say('vectors.list.about'))
    .argument('[name]', session.say('vectors.list.name'))
    .action(async (name) => {
      const { listVectors } = await import('./list-run.ts');
      await listVectors(session, name);
    });
  addExample(command, session, 'crypto vectors list', 'crypto vectors list aes-gcm');
}
