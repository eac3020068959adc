/** `crypto https proxy`: its options. */
import { type Command, Option } from '@commander-js/extra-typings';
import { addExample, forceOption, lessonSeedOption } from '../../options.ts';
import type { Session } from '../../session.ts';

export function registerProxy(noun: Command, session: Session): void {
  const command = noun
    .command('proxy')
    .description(session.say('proxy.about'))
    .addOption(
      new Option('--root <which>', session.say('proxy.opt.installed')).choices([
        'installed',
        'unknown',
      ] as const),
    )
    .option('--pcap <file>', session.say('net.opt.pcap'))
    .option('--no-secrets', session.say('hop.opt.noSecrets'))
    .addOption(forceOption(session))
    .addOption(lessonSeedOption(session))
    .action(async (options) => {
      const { runProxyCommand } = await import('./proxy-run.ts');
      await runProxyCommand(session, options);
    });
  addExample(command, session, 'crypto https proxy', 'crypto https proxy --root unknown');
}
