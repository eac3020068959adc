/** `crypto dh groups`: the groups that have names, and the numbers of one. */
import { Argument, type Command } from '@commander-js/extra-typings';
import { DH_GROUP_NAMES } from '../../../dh/index.ts';
import { addExample } from '../../options.ts';
import type { Session } from '../../session.ts';

export function registerGroups(noun: Command, session: Session): void {
  const command = noun
    .command('groups')
    .description(session.say('dh.groups.about'))
    .addArgument(new Argument('[name]', session.say('dh.arg.group')).choices(DH_GROUP_NAMES))
    .action(async (name) => {
      const { runGroups } = await import('./groups-run.ts');
      runGroups(session, name);
    });
  addExample(command, session, 'crypto dh groups', 'crypto dh groups ffdhe2048');
}
