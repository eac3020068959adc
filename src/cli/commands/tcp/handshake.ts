/** `crypto tcp handshake`: its options. */
import { type Command, Option } from '@commander-js/extra-typings';
import { InvalidArgumentError } from 'commander';
import { addExample, forceOption, lessonSeedOption } from '../../options.ts';
import type { Session } from '../../session.ts';

export function registerHandshake(noun: Command, session: Session): void {
  const command = noun
    .command('handshake')
    .description(session.say('tcp.about.handshake'))
    .addOption(
      new Option('--lose <segment>', session.say('tcp.opt.lose')).choices(['syn', 'syn-ack', 'ack'] as const),
    )
    .option('--two-way', session.say('tcp.opt.twoWay'))
    .option('--isn <x,y>', session.say('tcp.opt.isn'), (text) => parseIsn(session, text))
    .option('--predictable', session.say('tcp.opt.predictable'))
    .option('--pcap <file>', session.say('net.opt.pcap'))
    .addOption(forceOption(session))
    .addOption(lessonSeedOption(session))
    .action(async (options) => {
      const { runHandshakeLesson } = await import('./handshake-run.ts');
      await runHandshakeLesson(session, options);
    });
  addExample(
    command,
    session,
    'crypto tcp handshake',
    'crypto tcp handshake --lose ack',
    'crypto tcp handshake --isn 3626544836,1739326486',
  );
}

function parseIsn(session: Session, text: string): [number, number] {
  const numbers = /^(\d{1,10}),(\d{1,10})$/.exec(text)?.slice(1).map(Number);
  if (!numbers?.every((number) => number < 2 ** 32)) {
    throw new InvalidArgumentError(session.say('tcp.error.isn'));
  }
  return [numbers[0]!, numbers[1]!];
}
