/** The work of `crypto demo`: runs the scenes, writes their pictures, and tells the story. */
import { CryptoError } from '../../errors.ts';
import { composePanels, encodePicture } from '../../image/index.ts';
import { SCENES, type Scene } from '../../story/index.ts';
import { openDemoFolder } from '../demo-folder.ts';
import { openRandom } from '../randomness.ts';
import { matrixText, outcomeText, sceneText } from '../render-scene.ts';
import type { Session } from '../session.ts';

export interface DemoOptions {
  readonly scene?: readonly number[] | undefined;
  readonly output: string;
  readonly pause: boolean;
  readonly predict?: true | undefined;
  readonly seed?: string | undefined;
}

export async function runDemo(session: Session, options: DemoOptions): Promise<void> {
  const { scene: chosen, output, pause, predict, seed } = options;
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
}

function asJson({ number, title, trace, attacks, pictures, learned, stillCan }: Scene) {
  return { number, title, trace, attacks, pictures: pictures.map(({ name }) => name), learned, stillCan };
}

/** Waits for Enter; the end of the input (Ctrl-D) counts as one, now and ever after. */
function enter(session: Session, key: 'story.next' | 'story.predict'): Promise<void> {
  const { stdin } = process;
  if (stdin.readableEnded) return Promise.resolve();
  session.stderr.write(`${session.say(key)} `);
  return new Promise((resolve) => {
    const go = () => {
      stdin.off('data', go).off('end', go).pause();
      resolve();
    };
    stdin.on('data', go).on('end', go).resume();
  });
}
