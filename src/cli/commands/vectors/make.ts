/** `crypto vectors make OP` */
import type { Command } from '@commander-js/extra-typings';
import { addExample, forceOption, outputOption, seedOption } from '../../options.ts';
import { integerBetween } from '../../parse.ts';
import type { Session } from '../../session.ts';

export function registerMake(noun: Command, session: Session): void {
  const command = noun
    .command('make')
    .description(session.say('vectors.make.about'))
    .argument('[op]', session.say('vectors.make.op'))
    .option('--count <n>', session.say('vectors.make.optCount'), integerBetween(session, 1, 10_000), 10)
    .option('--list', session.say('vectors.make.optList'))
    .addOption(seedOption(session))
    .addOption(outputOption(session))
    .addOption(forceOption(session))
    .action(async (op, options) => {
      const { runMake } = await import('./make-run.ts');
      await runMake(session, op, options);
    });
  addExample(command, session, 'crypto vectors make aes-cbc-pkcs7-encrypt --count 3 --seed exercise-1');
}
