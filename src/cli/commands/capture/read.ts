/** `crypto capture read`: its options. What it does is in `read-run.ts`, loaded when it is run. */
import type { Command } from '@commander-js/extra-typings';
import { addExample } from '../../options.ts';
import type { Session } from '../../session.ts';

/** A pcap of one SYN, in base64: no file need be there for the example. */
const SYN =
  '1MOyoQIABAAAAAAAAAAAAAAABAABAAAAgG9baQAAAAA2AAAANgAAAAIAAAAACwIAAAAACggARQAAKAABQABABk5BwAACCsYzZFDAAAG7AAAAAQAAAABQAvrwBqcAAA==';

export function registerRead(noun: Command, session: Session): void {
  const command = noun
    .command('read')
    .description(session.say('capture.read.about'))
    .argument('[file]', session.say('capture.read.file'))
    .option('--packets', session.say('capture.read.packets'))
    .action(async (file, options) => {
      const { runRead } = await import('./read-run.ts');
      await runRead(session, file, options);
    });
  addExample(command, session, `echo ${SYN} | base64 -d | crypto capture read --packets`);
}
