/** `crypto explain sha256 TEXT` and the other hash functions: padding, words and rounds of a short message. */
import { EXPLAIN_LIMIT } from '../../../explain/step.ts';
import { HASHES, type HashId } from '../../../hash/index.ts';
import { HASH_IDS, HASH_WEAKNESS, hashVerb } from '../../hashes.ts';
import { addExample } from '../../options.ts';
import { integerBetween, parseLiteral } from '../../parse.ts';
import type { Register } from '../../register.ts';

export const registerExplainHashes: Register = (noun, session, words = []) => {
  for (const id of HASH_IDS) {
    const standard = id === 'md5' ? 'RFC 1321' : 'FIPS 180-4';
    const numbering = roundsOf(id);
    const round = id === 'md5' ? 'explain.opt.operation' : 'explain.opt.round';
    const most = EXPLAIN_LIMIT / 64 + 1;
    const command = hashVerb(noun, id, words)
      .description(session.say('explain.about.hash', { name: HASHES[id].name, standard }))
      .argument('<text>', session.say('explain.arg.text', { limit: EXPLAIN_LIMIT }))
      .option(
        '--round <n>',
        session.say(round, numbering),
        integerBetween(session, numbering.first, numbering.last),
      )
      .option('--block <n>', session.say('explain.opt.blockNumber'), integerBetween(session, 1, most))
      .option('--all', session.say('explain.opt.all'))
      .action(async (text, options) => {
        const { runExplainHash } = await import('./hash-run.ts');
        const msg = parseLiteral(session, 'text', text);
        runExplainHash(session, id, msg, { ...options, ...numbering });
        const weakness = HASH_WEAKNESS[id];
        if (weakness) session.note(weakness);
      });
    addExample(
      command,
      session,
      `crypto explain ${id} abc`,
      `crypto explain ${id} abc --round ${numbering.first}`,
    );
  }
};

/** The first and the last number that the standard gives to a round. */
function roundsOf(id: HashId): { readonly first: number; readonly last: number } {
  if (id === 'md5') return { first: 1, last: 64 };
  return { first: 0, last: id === 'sha224' || id === 'sha256' ? 63 : 79 };
}
