/** `crypto tcp window`: its options. */
import type { Command } from '@commander-js/extra-typings';
import { addExample, forceOption, lessonSeedOption } from '../../options.ts';
import { integerBetween, integerList } from '../../parse.ts';
import type { Session } from '../../session.ts';

const MOST_BYTES = 1_000_000;
/** One segment at least; the most that fits into the field without a scale. */
const WINDOWS = [1000, 65_535] as const;

export function registerWindow(noun: Command, session: Session): void {
  const command = noun
    .command('window')
    .description(session.say('tcp.about.window'))
    .option('--bytes <n>', session.say('tcp.opt.bytes'), integerBetween(session, 1, MOST_BYTES), 30_000)
    .option('--window <n>', session.say('tcp.opt.window'), integerBetween(session, ...WINDOWS), 14_000)
    .option('--lose <n,n>', session.say('tcp.opt.loseSegments'), integerList(session, 1, MOST_BYTES))
    .option('--slow-reader', session.say('tcp.opt.slowReader'))
    .option('--all', session.say('net.opt.all'))
    .option('--pcap <file>', session.say('net.opt.pcap'))
    .addOption(forceOption(session))
    .addOption(lessonSeedOption(session))
    .action(async (options) => {
      const { runWindowLesson } = await import('./window-run.ts');
      await runWindowLesson(session, options);
    });
  addExample(
    command,
    session,
    'crypto tcp window',
    'crypto tcp window --lose 4',
    'crypto tcp window --slow-reader',
  );
}
