/** `crypto demo`: the story, scene by scene. */
import { Option } from '@commander-js/extra-typings';
import { CryptoError } from '../../errors.ts';
import { composePanels, encodePicture } from '../../image/index.ts';
import { SCENES, type Scene } from '../../story/index.ts';
import { openDemoFolder } from '../demo-folder.ts';
import { addExample, seedOption } from '../options.ts';
import { integerList } from '../parse.ts';
import { openRandom } from '../randomness.ts';
import type { Register } from '../register.ts';
import { matrixText, outcomeText, sceneText } from '../render-scene.ts';
import type { Session } from '../session.ts';

export const register: Register = (noun, session) => {
  const command = noun
    .description(session.say('story.about'))
    .addOption(
      new Option('--scene <list>', session.say('story.opt.scene')).argParser(integerList(session, 0, 99)),
    )
    .option('-o, --output <folder>', session.say('story.opt.output'), 'crypto-demo')
    .option('--no-pause', session.say('story.opt.noPause'))
    .option('--predict', session.say('story.opt.predict'))
    .addOption(seedOption(session))
    .action(async ({ scene: chosen, output, pause, predict, seed }) => {
      const missing = chosen?.find((number) => !SCENES.some((scene) => scene.number === number));
      if (missing !== undefined) {
        throw new CryptoError(
          'bad-argument',
          session.say('story.error.scene', { count: SCENES.length, got: missing }),
        );
      }
      const random = openRandom(session, seed).substream('demo');
      const folder = openDemoFolder(session, output);
      const waits = pause && !session.json && process.stdin.isTTY && session.stdout.isTTY;
      const scenes: Scene[] = [];
      const files: string[] = [];
      for (const { run } of SCENES.filter((scene) => chosen?.includes(scene.number) ?? true)) {
        if (scenes.length > 0 && waits) await enter(session, 'story.next');
        const scene = run({ random });
        scenes.push(scene);
        for (const { name, panels } of scene.pictures) {
          folder.write(name, encodePicture(composePanels(panels).picture, 'png'));
          files.push(name);
        }
        if (session.json) continue;
        session.print(sceneText(session, scene));
        for (const { name } of scene.pictures) {
          session.print(`  ${session.say('story.pictureWritten')}${output}/${name}`);
        }
        session.print('');
        if (predict && waits) await enter(session, 'story.predict');
        session.print(`${outcomeText(session, scene)}\n`);
      }
      if (session.json) {
        session.printJson({ output, files, scenes: scenes.map(asJson) });
        return;
      }
      session.print(matrixText(session, scenes));
      if (files.length > 0) session.print(`\n${session.say('story.done', { folder: `${output}/` })}`);
    });
  addExample(command, session, 'crypto demo --no-pause --seed lecture');
};

function asJson({ number, title, trace, attacks, pictures, learned, stillCan }: Scene) {
  return { number, title, trace, attacks, pictures: pictures.map(({ name }) => name), learned, stillCan };
}

function enter(session: Session, key: 'story.next' | 'story.predict'): Promise<void> {
  session.stderr.write(`${session.say(key)} `);
  return new Promise((resolve) => {
    process.stdin.resume();
    process.stdin.once('data', () => {
      process.stdin.pause();
      resolve();
    });
    process.stdin.once('end', () => resolve());
  });
}
