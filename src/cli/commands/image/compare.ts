/** `crypto image compare`: its options. What it does is in `compare-run.ts`, loaded when it is run. */
import { type Command, Option } from '@commander-js/extra-typings';
import { InvalidArgumentError } from 'commander';
import type { ComparedMode } from '../../../image/compare.ts';
import { PIXEL_MODES } from '../../../image/encrypt.ts';
import { listed } from '../../lists.ts';
import { addExample, cipherOption, forceOption, outputOption, seedOption } from '../../options.ts';
import type { Session } from '../../session.ts';

const COMPARED_MODES: readonly ComparedMode[] = [...PIXEL_MODES, 'ctr-reused'];

export function registerCompare(noun: Command, session: Session): void {
  const command = noun
    .command('compare')
    .description(session.say('image.compare.about'))
    .argument('[image]', session.say('image.compare.image'))
    .addOption(cipherOption(session))
    .addOption(
      new Option('--modes <list>', session.say('image.compare.modes'))
        .argParser(modeList(session))
        .default(withReuse(['ecb', 'cbc', 'ctr']), 'ecb,cbc,ctr'),
    )
    .option('--key <bytes>', session.say('modes.opt.key'))
    .option('--iv <bytes>', session.say('modes.opt.iv'))
    .addOption(seedOption(session))
    .option('--preview', session.say('image.compare.preview'))
    .addOption(outputOption(session))
    .addOption(forceOption(session))
    .action(async (image, options) => {
      const { runCompare } = await import('./compare-run.ts');
      await runCompare(session, image, options);
    });
  addExample(command, session, 'crypto image compare --force -o panels.png');
}

/** Names with commas between; whoever shows CTR is shown its nonce used twice as well. */
function modeList(session: Session): (value: string) => ComparedMode[] {
  return (value) => {
    const names = new Set(value.split(',').map((name) => name.trim().toLowerCase()));
    const modes = [...names].map((name) => {
      const mode = COMPARED_MODES.find((known) => known === name);
      if (mode) return mode;
      throw new InvalidArgumentError(
        session.say('image.error.modes', {
          known: listed(session, COMPARED_MODES),
          got: JSON.stringify(name),
        }),
      );
    });
    return withReuse(modes);
  };
}

function withReuse(modes: readonly ComparedMode[]): ComparedMode[] {
  if (modes.includes('ctr-reused')) return [...modes];
  return modes.flatMap((mode): ComparedMode[] => (mode === 'ctr' ? ['ctr', 'ctr-reused'] : [mode]));
}
