/** `crypto demo`: its options. What it does is in `demo-run.ts`, loaded when it is run. */
import { Option } from '@commander-js/extra-typings';
import { addExample, seedOption } from '../options.ts';
import { integerList } from '../parse.ts';
import type { Register } from '../register.ts';

/** As many as there are; they are loaded only when they are run. */
export const SCENE_COUNT = 12;

export const register: Register = (noun, session) => {
  const command = noun
    .description(session.say('story.about'))
    .addOption(
      new Option('--scene <list>', session.say('story.opt.scene')).argParser(
        integerList(session, 1, SCENE_COUNT),
      ),
    )
    .option('-o, --output <folder>', session.say('story.opt.output'), 'crypto-demo')
    .option('--no-pause', session.say('story.opt.noPause'))
    .option('--predict', session.say('story.opt.predict'))
    .addOption(seedOption(session))
    .action(async (options) => {
      const { runDemo } = await import('./demo-run.ts');
      await runDemo(session, options);
    });
  addExample(command, session, 'crypto demo --no-pause --seed lecture');
};
