/** `crypto image encrypt|decrypt`: their options. What they do is in `pixels-run.ts`, loaded when it is run. */
import { type Command, Option } from '@commander-js/extra-typings';
import { PIXEL_MODES, type PixelMode } from '../../../image/encrypt.ts';
import { addExample, cipherOption, forceOption, outputOption, seedOption } from '../../options.ts';
import type { Session } from '../../session.ts';
import type { PixelOptions } from './pixels-run.ts';

const KEY = '000102030405060708090a0b0c0d0e0f';

export function registerPixels(noun: Command, session: Session, verb: 'encrypt' | 'decrypt'): void {
  const run = async (image: string | undefined, options: PixelOptions) => {
    const { runPixels } = await import('./pixels-run.ts');
    await runPixels(session, verb, image, options);
  };
  const command = noun
    .command(verb)
    .description(session.say(`image.${verb}.about`))
    .argument('[image]', session.say('image.arg.image'))
    .addOption(cipherOption(session))
    .addOption(
      new Option('--mode <mode>', session.say('cli.opt.mode'))
        .choices(PIXEL_MODES)
        .default('cbc' as PixelMode),
    )
    .option('--key <bytes>', session.say(`image.opt.key.${verb}`))
    .option('--iv <bytes>', session.say(`image.opt.iv.${verb}`))
    .addOption(outputOption(session))
    .addOption(forceOption(session));
  if (verb === 'encrypt') {
    command.addOption(seedOption(session)).action(run);
  } else {
    command.action(run);
  }
  const draw = 'crypto image compare --modes ecb --force -o panels.png';
  const encrypt = `crypto image encrypt panels.png --mode ecb --key ${KEY} --force -o secret.png`;
  const decrypt = `crypto image decrypt secret.png --mode ecb --key ${KEY} --force -o clear.png`;
  addExample(command, session, draw, encrypt, ...(verb === 'decrypt' ? [decrypt] : []));
}
