/** `crypto ca issue`: its options. What it does is in `issue-run.ts`, loaded when it is run. */
import type { Command } from '@commander-js/extra-typings';
import { nameOptions } from '../../certificate-names.ts';
import { addExample, seedOption } from '../../options.ts';
import type { Session } from '../../session.ts';
import { bitsOption, daysOption, nowOption, pathLengthOption, profileOption } from './options.ts';

export function registerIssue(noun: Command, session: Session): void {
  const names = nameOptions(session);
  const command = noun
    .command('issue')
    .description(session.say('ca.issue.about'))
    .argument('<folder>', session.say('ca.arg.folder'))
    .addOption(names.dns)
    .addOption(names.ip)
    .addOption(names.email)
    .option('--subject <name>', session.say('ca.opt.subjectOrFirst'))
    .addOption(profileOption(session))
    .addOption(pathLengthOption(session))
    .addOption(daysOption(session, session.say('ca.opt.days')))
    .addOption(bitsOption(session))
    .addOption(seedOption(session))
    .addOption(nowOption(session))
    .action(async (folder, options) => {
      const { runIssue } = await import('./issue-run.ts');
      await runIssue(session, folder, options);
    });
  addExample(
    command,
    session,
    'crypto ca init issue-ca --subject "CN=Example Root"',
    'crypto ca issue issue-ca --dns bob.example --dns www.bob.example --ip 192.0.2.1',
  );
}
