/** `crypto caesar encrypt|decrypt|break` */
import { createCaesar } from '../../classical/index.ts';
import { CryptoError } from '../../errors.ts';
import { addExample, encodingOption, forceOption, inputEncodingOption, outputOption } from '../options.ts';
import { integerBetween } from '../parse.ts';
import { runPipe } from '../pipeline.ts';
import type { Register } from '../register.ts';
import { registerCaesarBreak } from './caesar-break.ts';

const LIMIT = 1_000_000_000;

export const register: Register = (noun, session) => {
  for (const verb of ['encrypt', 'decrypt'] as const) {
    const command = noun
      .command(verb)
      .description(session.say(`cli.${verb}`))
      .argument('[input]', session.say('cli.arg.input'))
      .option('--key <n>', session.say('classical.opt.shift'), integerBetween(session, -LIMIT, LIMIT))
      .addOption(outputOption(session))
      .addOption(forceOption(session))
      .addOption(encodingOption(session))
      .addOption(inputEncodingOption(session))
      .action(async (input, options) => {
        const { key } = options;
        if (key === undefined) throw new CryptoError('bad-argument', session.say('classical.error.noShift'));
        session.note('classical.weak.caesar');
        await runPipe(session, input, options, {
          open: () => createCaesar(verb === 'encrypt' ? key : -key),
          facts: () => ({ cipher: 'caesar' }),
        });
      });
    const run = "printf 'Attack at dawn\\n' | crypto caesar encrypt --key 3";
    if (verb === 'encrypt') addExample(command, session, run);
    else addExample(command, session, `${run} | crypto caesar decrypt --key 3`);
  }
  registerCaesarBreak(noun, session);
};
