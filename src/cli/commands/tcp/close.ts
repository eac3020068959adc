/** `crypto tcp close`: its options. */
import { type Command, Option } from '@commander-js/extra-typings';
import { addExample, forceOption, lessonSeedOption } from '../../options.ts';
import type { Session } from '../../session.ts';

export function registerClose(noun: Command, session: Session): void {
  const command = noun
    .command('close')
    .description(session.say('tcp.about.close'))
    .addOption(new Option('--lose <segment>', session.say('tcp.opt.lose')).choices(['last-ack'] as const))
    .option('--reuse-port', session.say('tcp.opt.reusePort'))
    .option('--half', session.say('tcp.opt.half'))
    .option('--three', session.say('tcp.opt.three'))
    .option('--simultaneous', session.say('tcp.opt.simultaneous'))
    .option('--forget-close', session.say('tcp.opt.forgetClose'))
    .option('--pcap <file>', session.say('net.opt.pcap'))
    .addOption(forceOption(session))
    .addOption(lessonSeedOption(session))
    .action(async (options) => {
      const { runCloseLesson } = await import('./close-run.ts');
      await runCloseLesson(session, options);
    });
  addExample(
    command,
    session,
    'crypto tcp close',
    'crypto tcp close --lose last-ack',
    'crypto tcp close --reuse-port',
  );
}
