/** `crypto assignment new`: its options. What it does is in `new-run.ts`, loaded when it is run. */
import type { Command } from '@commander-js/extra-typings';
import { addExample } from '../../options.ts';
import type { Session } from '../../session.ts';

export function registerNew(noun: Command, session: Session): void {
  const command = noun
    .command('new')
    .description(session.say('assignment.new.about'))
    .argument('<folder>', session.say('assignment.arg.newFolder'))
    .option('--from <name>', session.say('assignment.opt.from'))
    .action(async (folder, options) => {
      const { runNew } = await import('./new-run.ts');
      runNew(session, folder, options);
    });
  addExample(command, session, 'crypto assignment new my-aes', 'crypto grade my-aes --exec false || true');
}
