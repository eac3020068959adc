/** The work of `crypto demo`: runs the scenes, writes their pictures, and tells the story. */
import { utf8 } from '../../bytes/index.ts';
import { composePanels, encodePicture } from '../../image/index.ts';
import { SCENES, type Scene, type StoryDocument } from '../../story/index.ts';
import { messageOf } from '../../trace/index.ts';
import { type DemoFolder, openDemoFolder } from '../demo-folder.ts';
import { askPredictions, type Prediction, predictionsText } from '../predictions.ts';
import { openRandom } from '../randomness.ts';
import { figuresText, matrixText, outcomeText, stepsText, titleText } from '../render-scene.ts';
import type { Session } from '../session.ts';
import { type ListedFile, storyPage } from '../story-page/page.ts';
import { handshakePage } from '../tls/demo-page/page.ts';
import { narrowed, prose } from '../wrap.ts';

/** The page that shows them all. */
const PAGE = 'index.html';

export interface DemoOptions {
  readonly scene?: readonly number[] | undefined;
  readonly output: string;
  readonly pause: boolean;
  readonly ask?: true | undefined;
  readonly seed?: string | undefined;
}

export async function runDemo(session: Session, options: DemoOptions): Promise<void> {
  const { scene: chosen, output, pause, ask, seed } = options;
  const random = openRandom(session, seed).substream('demo');
  const folder = openDemoFolder(session, output);
  const isWatched = !session.json && process.stdin.isTTY && session.stdout.isTTY;
  const waits = pause && isWatched;
  if (ask && !isWatched) session.note('story.ask.nobody');
  const scenes: Scene[] = [];
  const files: ListedFile[] = [];
  for (const { run } of SCENES.filter((scene) => chosen?.includes(scene.number) ?? true)) {
    if (scenes.length > 0 && waits) await answer(session, session.say('story.next'));
    const scene = run({ random });
    scenes.push(scene);
    files.push(...writeFiles(session, folder, scene, seed));
    if (session.json) continue;
    session.print(titleText(session, scene));
    const predictions = await tell(session, scene, ask === true && isWatched);
    for (const { name } of scene.pictures) {
      session.print(`  ${session.say('story.pictureWritten')}${output}/${name}`);
    }
    session.print('');
    session.print(outcomeText(session, scene));
    if (predictions.length > 0) session.print(predictionsText(session, predictions));
    session.print('');
  }
  folder.write(PAGE, utf8(storyPage(session, { scenes, files, seed })));
  if (session.json) {
    const names = [...files.map(({ name }) => name), PAGE];
    session.printJson({ output, files: names, scenes: scenes.map((scene) => asJson(session, scene)) });
    return;
  }
  // After one scene its attacks have just been shown.
  const closing = [
    ...(scenes.length > 1 ? [matrixText(session, scenes)] : []),
    prose(narrowed(session.stdout), session.say('story.done', { folder: `${output}/` })),
  ];
  session.print(closing.join('\n\n'));
}

/** What happens in a scene, and its figures; before the hacker acts, the reader may be asked what will come of it. */
async function tell(session: Session, scene: Scene, asks: boolean): Promise<Prediction[]> {
  const { steps } = scene.trace;
  const first = steps.findIndex(({ id }) => id.startsWith('hacker.'));
  const before = asks && first > 0 ? steps.slice(0, first) : [];
  if (before.length > 0) session.print(stepsText(session, before));
  const predictions = asks
    ? await askPredictions(session, scene, (question) => answer(session, question))
    : [];
  session.print(stepsText(session, steps.slice(before.length)));
  if (scene.figures.length > 0) session.print(figuresText(session, scene));
  return predictions;
}

/** The pictures of a scene, and what it leaves behind to look into. */
function writeFiles(
  session: Session,
  folder: DemoFolder,
  scene: Scene,
  seed: string | undefined,
): ListedFile[] {
  const write = (name: string, bytes: Uint8Array, about: string, secret?: boolean): ListedFile => {
    folder.write(name, bytes, { secret });
    return { name, bytes: bytes.length, about };
  };
  const { number, pictures, documents = [] } = scene;
  return [
    ...pictures.map(({ name, panels }) => {
      const png = encodePicture(composePanels(panels).picture, 'png');
      return write(name, png, session.say('story.page.picture', { number }));
    }),
    ...documents.map(({ name, content, about, secret }) =>
      write(name, documentBytes(session, content, seed), session.say(about), secret),
    ),
  ];
}

function documentBytes(
  session: Session,
  content: StoryDocument['content'],
  seed: string | undefined,
): Uint8Array {
  return content instanceof Uint8Array ? content : utf8(handshakePage(session, content, seed));
}

/** Traces as they are, each sentence also as text in the session's language. */
function asJson(session: Session, scene: Scene) {
  const { number, title, trace, attacks, pictures, documents = [], learned, stillCan } = scene;
  const steps = trace.steps.map((step) => ({
    ...step,
    text: messageOf(session.lang, step.say, step.values),
  }));
  return {
    number,
    title: session.say(title),
    trace: { ...trace, steps },
    attacks: attacks.map(({ attempt, succeeded, because }) => ({
      attempt: session.say(attempt),
      succeeded,
      because: session.say(because),
    })),
    pictures: pictures.map(({ name }) => name),
    documents: documents.map(({ name }) => name),
    learned: session.say(learned),
    stillCan: session.say(stillCan),
  };
}

/** The next line of standard input; nothing once it has ended (Ctrl-D), now and ever after. */
function answer(session: Session, question: string): Promise<string | undefined> {
  const { stdin } = process;
  if (stdin.readableEnded) return Promise.resolve(undefined);
  session.stderr.write(`${question} `);
  return new Promise((resolve) => {
    const go = (chunk?: Buffer) => {
      stdin.off('data', go).off('end', go).pause();
      if (!chunk) session.stderr.write('\n');
      resolve(chunk?.toString().trim());
    };
    stdin.on('data', go).on('end', go).resume();
  });
}
