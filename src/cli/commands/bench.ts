/** `crypto bench`: RSA beside AES, ours beside a reference. */
import { addExample } from '../options.ts';
import { integerBetween } from '../parse.ts';
import type { Register } from '../register.ts';

/** From where one message can carry an AES key to what is measured within a minute. */
const [LEAST_BITS, MOST_BITS] = [1024, 4096];

export const register: Register = (noun, session) => {
  const command = noun
    .option(
      '--bits <n>',
      session.say('bench.opt.bits', { least: LEAST_BITS, most: MOST_BITS }),
      integerBetween(session, LEAST_BITS, MOST_BITS),
      2048,
    )
    .action(async ({ bits }) => {
      const { runBench } = await import('./bench-run.ts');
      await runBench(session, bits);
    });
  addExample(command, session, 'crypto bench --bits 1024');
};
