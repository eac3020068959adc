/** `crypto explain myth [NAME]`: its options. What it does is in `myth-run.ts`, loaded when it is run. */
import { addExample, seedOption } from '../../options.ts';
import type { Register } from '../../register.ts';

export const registerExplainMyth: Register = (noun, session) => {
  const command = noun
    .command('myth')
    .description(session.say('myth.about'))
    .argument('[name]', session.say('myth.arg'))
    .addOption(seedOption(session))
    .action(async (name, { seed }) => {
      const { runMyth } = await import('./myth-run.ts');
      runMyth(session, name, seed);
    });
  addExample(command, session, 'crypto explain myth', 'crypto explain myth symmetric-is-xor');
};
