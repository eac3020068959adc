/** `crypto kdf hkdf|pbkdf2|tls12-prf`: their options. What they do is in `kdf-run.ts`, loaded when one is run. */
import { type Command, Option } from '@commander-js/extra-typings';
import { hashOption } from '../hashes.ts';
import { ENCODINGS } from '../io/text-encoding.ts';
import { addExample, forceOption, outputOption } from '../options.ts';
import { integerBetween } from '../parse.ts';
import type { Register } from '../register.ts';
import type { Session } from '../session.ts';

const MOST_BYTES = 2 ** 24;
const MOST_ITERATIONS = 1e9;
/** OWASP's advice for PBKDF2 with HMAC-SHA-256 (Password Storage Cheat Sheet). */
const ITERATIONS = 600_000;

const BYTES_16 = '000102030405060708090a0b0c0d0e0f';

export const register: Register = (noun, session) => {
  const hkdf = kdfVerb(noun, session, 'hkdf')
    .requiredOption('--ikm <bytes>', session.say('hash.kdf.ikm'))
    .option('--salt <bytes>', session.say('hash.kdf.hkdfSalt'))
    .option('--info <bytes>', session.say('hash.kdf.info'))
    .action(async (options) => (await import('./kdf-run.ts')).runHkdf(session, options));
  addExample(hkdf, session, `crypto kdf hkdf --ikm ${BYTES_16} --info text:session --length 16`);

  const pbkdf2 = kdfVerb(noun, session, 'pbkdf2')
    .requiredOption('--password <bytes>', session.say('hash.kdf.password'))
    .requiredOption('--salt <bytes>', session.say('hash.kdf.pbkdf2Salt'))
    .option(
      '--iterations <n>',
      session.say('hash.kdf.iterations'),
      integerBetween(session, 1, MOST_ITERATIONS),
      ITERATIONS,
    )
    .action(async (options) => (await import('./kdf-run.ts')).runPbkdf2(session, options));
  addExample(pbkdf2, session, `crypto kdf pbkdf2 --password 'text:correct horse' --salt ${BYTES_16}`);

  const prf = kdfVerb(noun, session, 'tls12-prf')
    .requiredOption('--secret <bytes>', session.say('hash.kdf.secret'))
    .requiredOption('--label <bytes>', session.say('hash.kdf.label'))
    .requiredOption('--seed <bytes>', session.say('hash.kdf.seed'))
    .action(async (options) => (await import('./kdf-run.ts')).runTls12Prf(session, options));
  addExample(
    prf,
    session,
    `crypto kdf tls12-prf --secret ${BYTES_16} --label 'text:master secret' --seed 0102 --length 48`,
  );
};

/** A verb with what all of them take: the hash function, the length, and where the key goes. */
function kdfVerb(noun: Command, session: Session, name: 'hkdf' | 'pbkdf2' | 'tls12-prf') {
  return noun
    .command(name)
    .description(session.say(`hash.kdf.about.${name}`))
    .addOption(hashOption(session, '--hash <name>', session.say('hash.opt.hash'), 'sha256'))
    .option('--length <bytes>', session.say('hash.kdf.length'), integerBetween(session, 1, MOST_BYTES))
    .addOption(outputOption(session))
    .addOption(forceOption(session))
    .addOption(new Option('--encoding <name>', session.say('hash.kdf.encoding')).choices(ENCODINGS));
}
