/** `crypto random N`: bytes for a key, an IV or a pad. */
import { Option } from '@commander-js/extra-typings';
import { ENCODINGS } from '../io/text-encoding.ts';
import { addExample, forceOption, outputOption, seedOption } from '../options.ts';
import { integerBetween } from '../parse.ts';
import { type Pipe, runPipeFrom, unchanged } from '../pipeline.ts';
import { openRandom } from '../randomness.ts';
import type { Register } from '../register.ts';

const LIMIT = 2 ** 32;
const PIECE = 1 << 16;

export const register: Register = (noun, session) => {
  const command = noun
    .argument('<bytes>', session.say('cli.arg.randomBytes'), integerBetween(session, 1, LIMIT))
    .addOption(outputOption(session))
    .addOption(forceOption(session))
    .addOption(new Option('--encoding <name>', session.say('cli.opt.encoding')).choices(ENCODINGS))
    .addOption(seedOption(session))
    .action(async (length, options) => {
      const random = openRandom(session, options.seed).substream('random');
      const source = (function* () {
        for (let left = length; left > 0; left -= PIECE) yield random.bytes(Math.min(left, PIECE));
      })();
      const encoding = options.encoding ?? (options.output === undefined ? 'hex' : 'raw');
      await runPipeFrom(
        session,
        { name: 'random', chunks: source, size: length },
        { ...options, encoding },
        asItIs,
      );
    });
  addExample(command, session, 'crypto random 16');
};

const asItIs: Pipe = { open: () => unchanged, facts: () => ({}) };
