/** `crypto tcp synflood`: its options. */
import type { Command } from '@commander-js/extra-typings';
import { addExample, forceOption, lessonSeedOption } from '../../options.ts';
import { integerBetween } from '../../parse.ts';
import type { Session } from '../../session.ts';

/** What takes some seconds. */
const MOST_SYNS = 20_000;
const MOST_PLACES = 65_535;

export function registerSynFlood(noun: Command, session: Session): void {
  const command = noun
    .command('synflood')
    .description(session.say('tcp.about.synflood'))
    .option('--count <n>', session.say('tcp.opt.count'), integerBetween(session, 1, MOST_SYNS), 100)
    .option('--backlog <n>', session.say('tcp.opt.backlog'), integerBetween(session, 1, MOST_PLACES), 64)
    .option('--cookies', session.say('tcp.opt.cookies'))
    .option('--pcap <file>', session.say('net.opt.pcap'))
    .addOption(forceOption(session))
    .addOption(lessonSeedOption(session))
    .action(async (options) => {
      const { runSynFloodLesson } = await import('./synflood-run.ts');
      await runSynFloodLesson(session, options);
    });
  addExample(
    command,
    session,
    'crypto tcp synflood',
    'crypto tcp synflood --count 10000',
    'crypto tcp synflood --cookies',
  );
}
