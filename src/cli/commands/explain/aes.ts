/** `crypto explain aes`: one block, with the states that FIPS 197 names. */
import { anyOf } from '../../lists.ts';
import { addExample } from '../../options.ts';
import { integerBetween, parseBytes } from '../../parse.ts';
import type { Register } from '../../register.ts';

/** Those of FIPS 197, Appendix B. */
const KEY = '2b7e151628aed2a6abf7158809cf4f3c';
const BLOCK = '3243f6a8885a308d313198a2e0370734';

export const registerExplainAes: Register = (noun, session) => {
  const command = noun
    .command('aes')
    .description(session.say('explain.about.aes'))
    .option('--key <bytes>', session.say('explain.opt.key', { lengths: anyOf(session, [16, 24, 32]) }), KEY)
    .option('--block <bytes>', session.say('explain.opt.blockBytes', { length: 16 }), BLOCK)
    .option('--decrypt', session.say('explain.opt.decrypt'))
    .option(
      '--round <n>',
      session.say('explain.opt.round', { first: 1, last: anyOf(session, [10, 12, 14]) }),
      integerBetween(session, 1, 14),
    )
    .option('--all', session.say('explain.opt.all'))
    .action(async ({ key, block, ...options }) => {
      const { runExplainAes } = await import('./aes-run.ts');
      const bytes = {
        key: parseBytes(session, '--key', key),
        block: parseBytes(session, '--block', block),
      };
      runExplainAes(session, bytes, options);
    });
  addExample(
    command,
    session,
    `crypto explain aes --key ${KEY} --block ${BLOCK}`,
    'crypto explain aes --round 1',
  );
};
