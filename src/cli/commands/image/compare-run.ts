/** The work of `crypto image compare`: one picture under several modes, in figures and side by side. */
import { toHex } from '../../../bytes/index.ts';
import { CryptoError } from '../../../errors.ts';
import {
  type ComparedMode,
  comparePanels,
  composePanels,
  drawPadlock,
  encodePicture,
  type Figures,
  labelPanel,
  type Panel,
  type PanelMode,
  panelScale,
  panelTitle,
  renderPreview,
  resize,
} from '../../../image/index.ts';
import { CIPHERS } from '../../ciphers.ts';
import { isStdout } from '../../io/descriptor.ts';
import { openSink } from '../../io/output.ts';
import { type Steps, startSteps } from '../../io/progress.ts';
import type { Sink } from '../../io/sink.ts';
import { formatOf, readPicture } from '../../pictures.ts';
import { table } from '../../render.ts';
import type { Session } from '../../session.ts';
import { prose } from '../../wrap.ts';
import { drawnSecrets, type SecretOptions, type Secrets } from './secrets.ts';

/** With fewer blocks than these, figures of noise and of a picture hardly differ. */
const ENOUGH_BLOCKS = 64;

type AnyPanel = Panel<PanelMode | 'original'>;

export interface CompareOptions extends SecretOptions {
  readonly modes: readonly ComparedMode[];
  readonly output?: string | undefined;
  readonly force?: true | undefined;
  readonly preview?: true | undefined;
}

export async function runCompare(
  session: Session,
  image: string | undefined,
  options: CompareOptions,
): Promise<void> {
  const { output, modes } = options;
  if (output !== undefined && formatOf(session, output) !== 'png') {
    throw new CryptoError('unsupported', session.say('image.error.pngOnly', { path: output }));
  }
  const pictureOnly = output !== undefined && isStdout(output);
  if (pictureOnly && session.json) {
    throw new CryptoError('bad-argument', session.say('image.error.jsonStdout'));
  }
  const count = 1 + modes.length + (modes.includes('ctr-reused') ? 1 : 0);
  const steps = startSteps(session, 1 + count + (output === undefined ? 0 : 1));
  let sink: Sink | undefined;
  try {
    const picture = image === undefined ? drawPadlock() : await readPicture(session, image);
    sink = output === undefined ? undefined : await openSink(session, options);
    // Nothing is drawn or said before the output is open.
    const { key, iv } = drawnSecrets(
      session,
      options,
      modes.some((mode) => mode !== 'ecb'),
    );
    const cipher = CIPHERS[options.cipher].create(key);
    if (picture.alpha) session.note('image.note.alphaLeftOut');
    await steps.next();
    const panels = await collectPanels(comparePanels(picture, { cipher, modes, iv }), count, steps);
    const name = options.cipher === 'aes' ? `AES-${8 * key.length}` : options.cipher.toUpperCase();
    let bytes: number | undefined;
    if (sink) {
      const sheet = composePanels(panels.map((panel) => labelPanel(name, panel)));
      const file = encodePicture(sheet.picture, 'png');
      bytes = file.length;
      await sink.write(file);
      await sink.commit();
    }
    steps.stop();
    if (session.json) printJson(session, options, { key, iv, bytes }, panels);
    else if (!pictureOnly) printResult(session, options, name, panels);
  } catch (error) {
    steps.stop();
    await sink?.abort();
    throw error;
  }
}

/** Keeps of each panel only what the sheet can show. */
async function collectPanels(source: Iterable<AnyPanel>, count: number, steps: Steps): Promise<AnyPanel[]> {
  const panels: AnyPanel[] = [];
  for (const panel of source) {
    const { width, height } = panel.picture;
    const scale = Math.min(1, panelScale(width, height, count));
    panels.push({ ...panel, picture: resize(panel.picture, scale) });
    await steps.next();
  }
  return panels;
}

function printJson(
  session: Session,
  { output, cipher }: CompareOptions,
  { key, iv, bytes }: Secrets & { readonly bytes: number | undefined },
  panels: readonly AnyPanel[],
): void {
  const [original, ...others] = panels;
  session.printJson({
    ...(output !== undefined && { output, bytes }),
    cipher,
    key: toHex(key),
    ...(iv && { iv: toHex(iv) }),
    original: original!.figures,
    panels: others.map(({ mode, figures }) => ({ mode, ...figures })),
  });
}

function printResult(
  session: Session,
  { output, preview }: CompareOptions,
  cipher: string,
  panels: readonly AnyPanel[],
): void {
  if (preview) printPreview(session, cipher, panels);
  printFigures(session, cipher, panels);
  if (output === undefined && !preview) session.note('image.compare.addOutput');
}

function printPreview(session: Session, cipher: string, panels: readonly AnyPanel[]): void {
  if (!session.color) {
    session.note('image.compare.noColor');
    return;
  }
  const labelled = panels.map(({ picture, mode }) => ({ picture, label: panelTitle(cipher, mode) }));
  session.print(renderPreview(labelled, session.stdout.columns || 80, session.colorDepth));
}

function printFigures(session: Session, cipher: string, panels: readonly AnyPanel[]): void {
  const heading = [
    session.say('image.column.panel'),
    session.say('image.column.blocks'),
    session.say('image.column.distinct'),
    session.say('image.column.repeated'),
    session.say('image.column.entropy'),
    session.say('image.column.correlation'),
  ];
  const rows = panels.map(({ mode, figures }) => [panelName(session, cipher, mode), ...cellsOf(figures)]);
  session.print(table(heading, rows));
  const ecb = panels.find(({ mode }) => mode === 'ecb');
  if (ecb && ecb.figures.repeatedShare > 0) {
    const { distinctBlocks, blocks } = ecb.figures;
    session.print(
      `\n${prose(session.stdout, session.say('image.learned.ecb', { distinct: grouped(distinctBlocks), blocks: grouped(blocks) }))}`,
    );
  }
  const reused = panels.find(({ mode }) => mode === 'ctr-reused');
  if (!reused) return;
  const { blocks } = reused.figures;
  const key = blocks < ENOUGH_BLOCKS ? 'image.learned.tooSmall' : 'image.learned.reused';
  session.print(`\n${prose(session.stdout, session.say(key, { blocks }))}`);
}

/** As `panelTitle`, in the session's language. */
function panelName(session: Session, cipher: string, mode: AnyPanel['mode']): string {
  if (mode === 'original') return session.say('image.panel.original');
  if (mode === 'ctr-reused') return session.say('image.panel.reused', { cipher });
  if (mode === 'ctr-reused-xor') return session.say('image.panel.xored');
  return panelTitle(cipher, mode);
}

function cellsOf(figures: Figures): string[] {
  const { blocks, distinctBlocks, repeatedShare, entropy, correlation } = figures;
  return [
    grouped(blocks),
    grouped(distinctBlocks),
    `${(100 * repeatedShare).toFixed(2)} %`,
    entropy.toFixed(3),
    correlation === null ? '–' : correlation.toFixed(3).replace(/^-(0\.0+)$/, '$1'),
  ];
}

/** 11557 as `11,557`. */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
