import { CryptoError } from '../../errors.ts';
import { createRc4 } from '../../stream/index.ts';
import { addExample, encodingOption, forceOption, inputEncodingOption, outputOption } from '../options.ts';
import { parseBytes } from '../parse.ts';
import { runPipe } from '../pipeline.ts';
import type { Register } from '../register.ts';

export const register: Register = (noun, session) => {
  for (const verb of ['encrypt', 'decrypt'] as const) {
    const command = noun
      .command(verb)
      .description(session.say(`cli.${verb}`))
      .argument('[input]', session.say('cli.arg.input'))
      .option('--key <bytes>', session.say('cli.opt.key', { lengths: '1-256' }))
      .addOption(outputOption(session))
      .addOption(forceOption(session))
      .addOption(encodingOption(session))
      .addOption(inputEncodingOption(session))
      .action(async (input, options) => {
        if (options.key === undefined) {
          throw new CryptoError(
            'bad-argument',
            session.say('cli.error.noKey', { lengths: '1-256', example: 16 }),
          );
        }
        const rc4 = createRc4(parseBytes(session, '--key', options.key));
        session.note('cli.weak.rc4');
        await runPipe(session, input, options, { open: () => rc4, facts: () => ({ cipher: 'rc4' }) });
      });
    const run = `crypto rc4 encrypt --key text:Key`;
    if (verb === 'encrypt') addExample(command, session, `printf Plaintext | ${run} --encoding hex`);
    else addExample(command, session, `printf Plaintext | ${run} | crypto rc4 decrypt --key text:Key`);
  }
};
