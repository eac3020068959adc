/** `crypto http session`: its options. */
import { type Command, Option } from '@commander-js/extra-typings';
import { addExample, forceOption, lessonSeedOption } from '../../options.ts';
import type { Session } from '../../session.ts';

/** The library's names for them; asking it for them would load all of it. */
const TOPICS = ['secure', 'http-only', 'signed', 'url'] as const;

export function registerSession(noun: Command, session: Session): void {
  const command = noun
    .command('session')
    .description(session.say('session.about'))
    .addOption(new Option('--topic <name>', session.say('session.opt.topic')).choices(TOPICS))
    .option('--url', session.say('session.opt.url'))
    .option('--pcap <file>', session.say('net.opt.pcap'))
    .option('--no-secrets', session.say('hop.opt.noSecrets'))
    .addOption(forceOption(session))
    .addOption(lessonSeedOption(session))
    .action(async (options) => {
      const { runSessionCommand } = await import('./session-run.ts');
      await runSessionCommand(session, options);
    });
  addExample(
    command,
    session,
    'crypto http session',
    'crypto http session --url',
    'crypto http session --topic signed',
  );
}
