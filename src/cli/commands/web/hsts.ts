/** `crypto http hsts`: its options. */
import { type Command, Option } from '@commander-js/extra-typings';
import { addExample, forceOption, lessonSeedOption } from '../../options.ts';
import type { Session } from '../../session.ts';

export function registerHsts(noun: Command, session: Session): void {
  const command = noun
    .command('hsts')
    .description(session.say('hsts.about'))
    .addOption(
      new Option('--visit <which>', session.say('hsts.opt.visit')).choices(['first', 'second'] as const),
    )
    .option('--preload', session.say('hsts.opt.preload'))
    .option('--no-hsts', session.say('hsts.opt.noHsts'))
    .option('--no-hacker', session.say('hsts.opt.noHacker'))
    .option('--pcap <file>', session.say('net.opt.pcap'))
    .option('--no-secrets', session.say('hop.opt.noSecrets'))
    .addOption(forceOption(session))
    .addOption(lessonSeedOption(session))
    .action(async (options) => {
      const { runHstsCommand } = await import('./hsts-run.ts');
      await runHstsCommand(session, options);
    });
  addExample(
    command,
    session,
    'crypto http hsts',
    'crypto http hsts --preload',
    'crypto http hsts --visit second --no-hsts',
  );
}
