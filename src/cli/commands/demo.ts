/** `crypto demo`: its options. What it does is in `demo-run.ts`, loaded when it is run. */
import { Option } from '@commander-js/extra-typings';
import { addExample, seedOption } from '../options.ts';
import { integerList } from '../parse.ts';
import type { Register } from '../register.ts';

/** The first and the last there is; they are loaded only when they are run. */
export const FIRST_SCENE = 0;
export const LAST_SCENE = 18;

export const register: Register = (noun, session) => {
  const command = noun
    .description(session.say('story.about'))
    .addOption(
      new Option('--scene <list>', session.say('story.opt.scene')).argParser(
        integerList(session, FIRST_SCENE, LAST_SCENE),
      ),
    )
    .option('-o, --output <folder>', session.say('story.opt.output'), 'crypto-demo')
    .option('--no-pause', session.say('story.opt.noPause'))
    .option('--ask', session.say('story.opt.ask'))
    // As it was called first.
    .addOption(new Option('--predict', session.say('story.opt.ask')).hideHelp())
    .addOption(seedOption(session))
    .action(async (options) => {
      const { runDemo } = await import('./demo-run.ts');
      await runDemo(session, { ...options, ask: options.ask ?? options.predict });
    });
  addExample(command, session, 'crypto demo --no-pause --seed lecture');
};
