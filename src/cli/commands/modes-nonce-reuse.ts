/** `crypto modes nonce-reuse`: two messages under one key and nonce, and what that gives away. */
import { Option } from '@commander-js/extra-typings';
import { equalConstantTime, toHex, utf8 } from '../../bytes/index.ts';
import { ivLength, reuseNonce } from '../../modes/index.ts';
import { CIPHERS } from '../ciphers.ts';
import { expectOneStdin, openInput, readAll } from '../io/input.ts';
import { addExample, cipherOption, seedOption } from '../options.ts';
import type { Register } from '../register.ts';
import { printable, table } from '../render.ts';
import { drawSecrets } from '../secrets.ts';
import { prose } from '../wrap.ts';

const LIMIT = 1 << 20;
/** Bytes of each row that are shown as text, and in hex. */
const SHOWN = 24;
const SHOWN_HEX = 16;

const FIRST = utf8('The meeting is moved to nine.');
const SECOND = utf8('Transfer 100 euros to Bob, now');

export const registerNonceReuse: Register = (noun, session) => {
  const command = noun
    .command('nonce-reuse')
    .description(session.say('modes.reuse.about'))
    .argument('[a]', session.say('modes.reuse.a'))
    .argument('[b]', session.say('modes.reuse.b'))
    .addOption(cipherOption(session))
    .addOption(
      new Option('--mode <mode>', session.say('cli.opt.mode'))
        .choices(['ctr', 'ofb', 'gcm'] as const)
        .default('ctr' as const),
    )
    .option('--key <bytes>', session.say('modes.opt.key'))
    .option('--iv <bytes>', session.say('modes.opt.iv'))
    .addOption(seedOption(session))
    .action(async (a, b, options) => {
      const read = async (path: string | undefined, own: Uint8Array) =>
        path === undefined ? own : readAll(session, await openInput(session, path), LIMIT);
      expectOneStdin(session, ...[a, b].filter((path) => path !== undefined));
      const first = await read(a, FIRST);
      const second = await read(b, SECOND);
      const choice = CIPHERS[options.cipher];
      const { key, iv, tell } = drawSecrets(session, options, {
        consumer: 'modes',
        ivLength: ivLength(options.mode, choice.blockSize),
      });
      const { ciphertexts, xored, recovered } = reuseNonce(
        choice.create(key),
        { mode: options.mode, iv: iv! },
        first,
        second,
      );
      tell();
      const complete = equalConstantTime(recovered, second.subarray(0, recovered.length));
      if (session.json) {
        session.printJson({
          cipher: options.cipher,
          mode: options.mode,
          key: toHex(key),
          iv: toHex(iv!),
          ciphertexts: ciphertexts.map(toHex),
          xored: toHex(xored),
          recovered: toHex(recovered),
          complete,
        });
        return;
      }
      const row = (
        name: Parameters<typeof session.say>[0] & `modes.reuse.row.${string}`,
        bytes: Uint8Array,
        text: boolean,
      ) => [session.say(name), spaced(bytes), text ? printable(bytes.subarray(0, SHOWN)) : ''];
      const heading = [
        session.say('modes.column.value'),
        session.say('modes.column.hex'),
        session.say('modes.column.text'),
      ];
      session.print(
        table(heading, [
          row('modes.reuse.row.c1', ciphertexts[0], false),
          row('modes.reuse.row.c2', ciphertexts[1], false),
          row('modes.reuse.row.xored', xored, false),
          row('modes.reuse.row.first', first, true),
          row('modes.reuse.row.recovered', recovered, true),
        ]),
      );
      session.print(
        `\n${prose(session.stdout, session.say('modes.reuse.learned', { mode: options.mode.toUpperCase(), count: recovered.length }))}`,
      );
    });
  addExample(command, session, 'crypto modes nonce-reuse --seed 1');
};

function spaced(bytes: Uint8Array): string {
  const digits = toHex(bytes.subarray(0, SHOWN_HEX)).replace(/(..)(?=.)/g, '$1 ');
  return bytes.length > SHOWN_HEX ? `${digits} …` : digits;
}
