/** `crypto xor encrypt|decrypt|break|reuse` */
import type { Incremental } from '../../bytes/index.ts';
import { createPad, createXor } from '../../classical/index.ts';
import { CryptoError } from '../../errors.ts';
import { addExample, encodingOption, forceOption, inputEncodingOption, outputOption } from '../options.ts';
import { parseBytes } from '../parse.ts';
import { runPipe } from '../pipeline.ts';
import type { Register } from '../register.ts';
import type { Session } from '../session.ts';
import { registerXorBreak } from './xor-break.ts';
import { registerXorReuse } from './xor-reuse.ts';

export const register: Register = (noun, session) => {
  for (const verb of ['encrypt', 'decrypt'] as const) {
    const command = noun
      .command(verb)
      .description(session.say(`cli.${verb}`))
      .argument('[input]', session.say('cli.arg.input'))
      .option('--key <bytes>', session.say('classical.opt.xorKey'))
      .option('--pad <bytes>', session.say('classical.opt.pad'))
      .addOption(outputOption(session))
      .addOption(forceOption(session))
      .addOption(encodingOption(session))
      .addOption(inputEncodingOption(session))
      .action(async (input, options) => {
        const transform = createTransform(session, options);
        await runPipe(session, input, options, {
          open: () => transform,
          facts: () => ({ cipher: options.pad === undefined ? 'xor-repeating' : 'xor-pad' }),
        });
        if (options.pad !== undefined && verb === 'encrypt') session.note('classical.padSpent');
      });
    const run = "printf 'Attack at dawn\\n' | crypto xor encrypt --key text:secret";
    if (verb === 'encrypt') addExample(command, session, `${run} --encoding hex`);
    else addExample(command, session, `${run} | crypto xor decrypt --key text:secret`);
  }
  registerXorBreak(noun, session);
  registerXorReuse(noun, session);
};

function createTransform(
  session: Session,
  { key, pad }: { readonly key?: string | undefined; readonly pad?: string | undefined },
): Incremental {
  if (key !== undefined && pad === undefined) {
    const transform = createXor(parseBytes(session, '--key', key));
    session.note('classical.weak.xor');
    return transform;
  }
  if (pad !== undefined && key === undefined) return createPad(parseBytes(session, '--pad', pad));
  throw new CryptoError(
    'bad-argument',
    session.say(key === undefined ? 'classical.error.noKeyOrPad' : 'classical.error.keyAndPad'),
  );
}
