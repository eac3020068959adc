/** `crypto http websocket`: its options. */
import type { Command } from '@commander-js/extra-typings';
import { InvalidArgumentError } from 'commander';
import { addExample, forceOption, lessonSeedOption } from '../../options.ts';
import type { Session } from '../../session.ts';

export function registerWebSocket(noun: Command, session: Session): void {
  const command = noun
    .command('websocket')
    .description(session.say('websocket.about'))
    .option('--key <base64>', session.say('websocket.opt.key'), (text) => {
      if (/^[A-Za-z0-9+/]{22}==$/.test(text)) return text;
      throw new InvalidArgumentError(session.say('websocket.error.key'));
    })
    .option('--pcap <file>', session.say('net.opt.pcap'))
    .addOption(forceOption(session))
    .addOption(lessonSeedOption(session))
    .action(async (options) => {
      const { runWebSocketCommand } = await import('./websocket-run.ts');
      await runWebSocketCommand(session, options);
    });
  addExample(
    command,
    session,
    'crypto http websocket',
    'crypto http websocket --key dGhlIHNhbXBsZSBub25jZQ==',
  );
}
