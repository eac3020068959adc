/** `crypto udp`: its options. What it does is in `udp/udp-run.ts`, loaded when it is run. */
import { InvalidArgumentError } from 'commander';
import { excerpt } from '../../bytes/index.ts';
import { addExample, forceOption, lessonSeedOption } from '../options.ts';
import { integerBetween } from '../parse.ts';
import type { Register } from '../register.ts';
import type { Session } from '../session.ts';

const MOST_MESSAGES = 1000;

export const register: Register = (noun, session) => {
  const command = noun
    .description(session.say('udp.about'))
    .option('--count <n>', session.say('udp.opt.count'), integerBetween(session, 1, MOST_MESSAGES), 12)
    .option('--loss <p>', session.say('udp.opt.loss'), (text) => parseProbability(session, text), 0.2)
    .option('--all', session.say('net.opt.all'))
    .option('--pcap <file>', session.say('net.opt.pcap'))
    .addOption(forceOption(session))
    .addOption(lessonSeedOption(session));
  command.action(async (options) => {
    const { runUdpLesson } = await import('./udp/udp-run.ts');
    await runUdpLesson(session, options);
  });
  addExample(command, session, 'crypto udp', 'crypto udp --loss 0.5 --count 20');
};

function parseProbability(session: Session, text: string): number {
  const number = /^(0|1|0?\.\d{1,6}|[01]\.0{0,6}|0\.\d{1,6})$/.test(text) ? Number(text) : Number.NaN;
  if (number >= 0 && number <= 1) return number;
  throw new InvalidArgumentError(session.say('udp.error.loss', { got: excerpt(text) }));
}
