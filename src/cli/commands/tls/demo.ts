/** `crypto tls demo`: its options. What it does is in `demo-run.ts`, loaded when it is run. */
import type { Command } from '@commander-js/extra-typings';
import { addExample, forceOption, seedOption } from '../../options.ts';
import { integerBetween } from '../../parse.ts';
import type { Session } from '../../session.ts';
import { parseSuite } from './options.ts';

export function registerDemo(noun: Command, session: Session): void {
  const command = noun
    .command('demo')
    .description(session.say('tls.demo.about'))
    .option('--suite <name>', session.say('tls.demo.opt.suite'), (name) => parseSuite(session, name))
    .option('--ems', session.say('tls.demo.opt.ems'))
    .option('--etm', session.say('tls.demo.opt.etm'))
    .option('--resume', session.say('tls.demo.opt.resume'))
    .option('--message <n>', session.say('tls.demo.opt.message'), integerBetween(session, 1, 1000))
    .option('--all', session.say('tls.demo.opt.all'))
    .option('--html <file>', session.say('tls.demo.opt.html'))
    .option('--fault <name>', session.say('tls.staged.opt'))
    .addOption(forceOption(session))
    .addOption(seedOption(session))
    .action(async (options) => {
      if (options.fault !== undefined) {
        const { runFault } = await import('./fault-run.ts');
        runFault(session, options.fault, options);
        return;
      }
      const { runDemo } = await import('./demo-run.ts');
      await runDemo(session, options);
    });
  addExample(
    command,
    session,
    'crypto tls demo --seed lecture',
    'crypto tls demo --seed lecture --message 1',
    'crypto tls demo --seed lecture --html tls-demo.html',
    'crypto tls demo --seed lecture --fault tampered-hello',
  );
}
