/** `crypto explain des`: one block, with both halves after every round. */
import { addExample } from '../../options.ts';
import { integerBetween, parseBytes } from '../../parse.ts';
import type { Register } from '../../register.ts';

const KEY = '133457799bbcdff1';
const BLOCK = '0123456789abcdef';

export const registerExplainDes: Register = (noun, session) => {
  const command = noun
    .command('des')
    .description(session.say('explain.about.des'))
    .option('--key <bytes>', session.say('explain.opt.key', { lengths: 8 }), KEY)
    .option('--block <bytes>', session.say('explain.opt.blockBytes', { length: 8 }), BLOCK)
    .option('--decrypt', session.say('explain.opt.decrypt'))
    .option(
      '--round <n>',
      session.say('explain.opt.round', { first: 1, last: 16 }),
      integerBetween(session, 1, 16),
    )
    .option('--all', session.say('explain.opt.all'))
    .action(async ({ key, block, ...options }) => {
      const { runExplainDes } = await import('./des-run.ts');
      const bytes = {
        key: parseBytes(session, '--key', key),
        block: parseBytes(session, '--block', block),
      };
      runExplainDes(session, bytes, options);
    });
  addExample(
    command,
    session,
    `crypto explain des --key ${KEY} --block ${BLOCK}`,
    'crypto explain des --round 1',
  );
};
