/** Reads vector files: of paths, of whole folders, of standard input, and those that ship with the toolkit, by name. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fromUtf8 } from '../../../bytes/index.ts';
import { similarTo } from '../../../bytes/similar.ts';
import { CryptoError } from '../../../errors.ts';
import type { TextFile, VectorFile } from '../../../vectors/index.ts';
import { readVectors } from '../../../vectors/index.ts';
import { isStdin } from '../../io/descriptor.ts';
import { expectOneStdin, inputName, openInput, readAll } from '../../io/input.ts';
import { ioError, shownPath } from '../../io/io-error.ts';
import type { Session } from '../../session.ts';
import { shippedNames, shippedPath } from '../../shipped-vectors.ts';
import { visibleText } from '../../visible.ts';

/** In bytes; the largest published ones have some 30 MiB. */
const FILE_LIMIT = 64 << 20;
const MOST_FILES = 2000;

export interface ReadVectors {
  readonly files: readonly VectorFile[];
  /** What could not be read, one error for each file. */
  readonly faults: readonly CryptoError[];
  /** Texts in a folder that are no vectors. */
  readonly remarks: readonly CryptoError[];
}

/** What can be read is read, whatever is wrong with the rest. */
export async function readVectorFiles(session: Session, paths: readonly string[]): Promise<ReadVectors> {
  expectOneStdin(session, ...paths);
  const faults: CryptoError[] = [];
  const remarks: CryptoError[] = [];
  const texts: TextFile[] = [];
  const all: string[] = [];
  const inFolders = new Set<string>();
  for (const path of paths) {
    await keepFault(faults, async () => {
      const found = expanded(session, path);
      all.push(...found);
      if (found[0] !== path) for (const one of found) inFolders.add(one);
    });
  }
  const opened = new Set<string>();
  for (const path of all) {
    await keepFault(faults, async () => {
      const from = pathOf(session, path);
      const place = isStdin(from) ? from : placeOf(from);
      if (opened.has(place)) {
        session.note('vectors.run.twice', { path: visibleText(path) });
        return;
      }
      opened.add(place);
      const input = await openInput(session, from, { mayBeText: false });
      const text = fromUtf8(await readAll(session, input, FILE_LIMIT));
      texts.push({ name: isStdin(path) ? inputName(undefined) : path, text });
    });
  }
  try {
    return { files: readVectors(texts), faults, remarks };
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
  }
  // Some are none. A file alone says what is wrong with it; the others are read together, since some come in pairs.
  const good: TextFile[] = [];
  for (const file of texts) {
    // CAVP's folders have their Readme.txt: that is said, and no fault.
    const isReadme = inFolders.has(file.name) && /\.txt$/i.test(file.name);
    await keepFault(isReadme ? remarks : faults, async () => {
      readVectors([file]);
      good.push(file);
    });
  }
  return { files: readVectors(good), faults, remarks };
}

async function keepFault(faults: CryptoError[], read: () => Promise<void>): Promise<void> {
  try {
    await read();
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    faults.push(error);
  }
}

/** A file of that path first, then one that ships with the toolkit. */
function pathOf(session: Session, path: string): string {
  if (isStdin(path) || existsSync(path)) return path;
  const shipped = shippedPath(path);
  if (shipped !== undefined) return shipped;
  const meant = similarTo(path.replace(/\.json$/i, ''), shippedNames());
  if (meant === undefined && !/^[\w-]+$/.test(path)) return path;
  const hint = meant === undefined ? '' : session.say('cli.didYouMean', { name: meant });
  throw new CryptoError('io', session.say('vectors.run.error.name', { path: shownPath(path) }) + hint);
}

/** The same for all names of a file; pipes have only the one they are given by. */
function placeOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** The vector files in a folder and the folders in it; a path that is none stays as it is. */
function expanded(session: Session, path: string): string[] {
  if (isStdin(path)) return [path];
  const names = namesIn(session, path);
  if (names === undefined) return [path];
  if (names.length === 0 || names.length > MOST_FILES) {
    const values = { path, count: names.length, most: MOST_FILES };
    throw new CryptoError('io', session.say('vectors.run.error.folder', values));
  }
  return names.map((name) => join(path, name));
}

function namesIn(session: Session, path: string): string[] | undefined {
  try {
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return undefined;
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(json|rsp|txt)$/i.test(name))
      .sort();
  } catch (error) {
    throw ioError(session, error, path);
  }
}
