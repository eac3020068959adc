/** `crypto rsa textbook`: its options. What it does is in `textbook-run.ts`, loaded when it is run. */
import type { Command } from '@commander-js/extra-typings';
import { wholeNumber } from '../../numbers.ts';
import { addExample } from '../../options.ts';
import type { Session } from '../../session.ts';

export function registerTextbook(noun: Command, session: Session): void {
  const number = wholeNumber(session);
  const command = noun
    .command('textbook')
    .description(session.say('rsa.textbook.about'))
    .option('--p <number>', session.say('rsa.opt.p'), number)
    .option('--q <number>', session.say('rsa.opt.q'), number)
    .option('--n <number>', session.say('rsa.opt.n'), number)
    .option('--e <number>', session.say('rsa.opt.e'), number)
    .option('--d <number>', session.say('rsa.opt.d'), number)
    .option('--m <number>', session.say('rsa.opt.m'), number)
    .option('--c <number>', session.say('rsa.opt.c'), number)
    .option('--hex', session.say('rsa.opt.hex'))
    .option('--explain', session.say('rsa.opt.explainTextbook'))
    .action(async (options) => {
      const { runTextbook } = await import('./textbook-run.ts');
      await runTextbook(session, options);
    });
  addExample(command, session, 'crypto rsa textbook --p 61 --q 53 --e 17 --m 65');
}
