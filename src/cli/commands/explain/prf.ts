/** `crypto explain prf`: the pseudorandom function of TLS 1.2, from label and seed to the bytes. */
import { fromUtf8 } from '../../../bytes/index.ts';
import { HASHES } from '../../../hash/index.ts';
import { hashOption } from '../../hashes.ts';
import { addExample } from '../../options.ts';
import { integerBetween, parseBytes, parseLiteral } from '../../parse.ts';
import type { Register } from '../../register.ts';

export const registerExplainPrf: Register = (noun, session) => {
  const command = noun
    .command('prf')
    .description(session.say('explain.about.prf'))
    .requiredOption('--secret <bytes>', session.say('explain.opt.secret'))
    .requiredOption('--label <text>', session.say('explain.opt.label'))
    .requiredOption('--seed <bytes>', session.say('explain.opt.seed'))
    .option('--length <n>', session.say('explain.opt.length'), integerBetween(session, 1, 1024), 48)
    .addOption(hashOption(session, '--hash <name>', session.say('explain.opt.hash'), 'sha256'))
    .option('--all', session.say('explain.opt.all'))
    .action(async ({ secret, label, seed, length, hash, all }) => {
      const { printSteps } = await import('./steps-run.ts');
      const { explainTls12Prf } = await import('../../../explain/prf.ts');
      const trace = explainTls12Prf(
        HASHES[hash],
        parseBytes(session, '--secret', secret),
        fromUtf8(parseLiteral(session, '--label', label)),
        parseBytes(session, '--seed', seed),
        length,
      );
      printSteps(session, trace, all === true);
    });
  addExample(
    command,
    session,
    'crypto explain prf --secret 0303aabb --label "master secret" --seed 00010203 --length 48',
  );
};
