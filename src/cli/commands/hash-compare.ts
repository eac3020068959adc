/** `crypto hash compare A B`: its options. What it does is in `hash-compare-run.ts`, loaded when it is run. */
import { hashOption } from '../hashes.ts';
import { addExample } from '../options.ts';
import { integerBetween } from '../parse.ts';
import type { Register } from '../register.ts';

export const registerHashCompare: Register = (noun, session) => {
  const command = noun
    .command('compare')
    .description(session.say('hash.compare.about'))
    .argument('<a>', session.say('hash.compare.a'))
    .argument('[b]', session.say('hash.compare.b'))
    .addOption(hashOption(session, '--hash <name>', session.say('hash.opt.hash'), 'sha256'))
    .option('--flip <bit>', session.say('hash.compare.flip'), integerBetween(session, 0))
    .action(async (a, b, options) => {
      const { runHashCompare } = await import('./hash-compare-run.ts');
      runHashCompare(session, a, b, options);
    });
  addExample(
    command,
    session,
    'crypto hash compare abc abd',
    'crypto hash compare abc --flip 0 --hash sha512',
  );
};
