/** `crypto explain hmac`: the nine steps of FIPS 198-1 on a key and a short message. */
import { EXPLAIN_LIMIT } from '../../../explain/step.ts';
import { HASHES } from '../../../hash/index.ts';
import { hashOption } from '../../hashes.ts';
import { addExample } from '../../options.ts';
import { parseBytes, parseLiteral } from '../../parse.ts';
import type { Register } from '../../register.ts';

export const registerExplainHmac: Register = (noun, session) => {
  const command = noun
    .command('hmac')
    .description(session.say('explain.about.hmac'))
    .argument('<text>', session.say('explain.arg.text', { limit: EXPLAIN_LIMIT }))
    .requiredOption('--key <bytes>', session.say('explain.opt.keyAny'))
    .addOption(hashOption(session, '--hash <name>', session.say('explain.opt.hash'), 'sha256'))
    .option('--all', session.say('explain.opt.all'))
    .action(async (text, { key, hash, all }) => {
      const { printSteps } = await import('./steps-run.ts');
      const { explainHmac } = await import('../../../explain/hmac.ts');
      const trace = explainHmac(
        HASHES[hash],
        parseBytes(session, '--key', key),
        parseLiteral(session, 'text', text),
      );
      printSteps(session, trace, all === true);
    });
  addExample(command, session, 'crypto explain hmac --hash sha256 --key text:secret abc');
};
