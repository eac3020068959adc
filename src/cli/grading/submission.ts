/**
 * The private copy of a submission that its program runs in: what it changes there is gone afterwards, and nothing else is near.
 *
 * Links are copied as links and never followed: one that points at the grader's own files shows the program no more than it may
 * read itself.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { CryptoError } from '../../errors.ts';
import type { RunAs } from '../exec/stragglers.ts';
import { ioError } from '../io/io-error.ts';
import { removeTemporary, temporaryBeside } from '../io/temporary.ts';
import type { Session } from '../session.ts';
import { KEY_FILE } from './course-key.ts';

const MOST_FILES = 10_000;
const MOST_BYTES = 256 << 20;
const MOST_DEPTH = 32;

export interface Copy {
  readonly folder: string;
  /** Of a submission that is one file: its name in there. */
  readonly file?: string;
  remove(): void;
}

export interface CopyOptions {
  /** Who is to own it; ourselves by default. */
  readonly runAs?: RunAs | undefined;
  /** Files that are no part of a submission, wherever they lie: keys, answers. No `course.key` is, either. */
  readonly without?: readonly string[] | undefined;
  /** A single file gets the name that this command calls, if it calls one file of its kind: `aes.py` in `python3 aes.py`. */
  readonly command: string;
}

/** `from` is a folder or one file, and no link. `too-large` above 10,000 files or 256 MiB. */
export function copySubmission(
  session: Session,
  from: string,
  { runAs, without = [], command }: CopyOptions,
): Copy {
  const folder = temporaryBeside(join(tmpdir(), 'submission'));
  const secret = new Set(without.map(identityOf).filter((identity) => identity !== undefined));
  let files = 0;
  let bytes = 0;
  const own = (path: string) => {
    if (runAs) lchownSync(path, runAs.uid, runAs.gid);
  };
  const count = (size: number) => {
    files++;
    bytes += size;
    if (files > MOST_FILES || bytes > MOST_BYTES) {
      const most = { path: from, files: MOST_FILES, mib: MOST_BYTES >> 20 };
      throw new CryptoError('too-large', session.say('grade.error.largeSubmission', most));
    }
  };
  const copy = (source: string, target: string, depth: number) => {
    const status = lstatSync(source);
    if (status.isSymbolicLink()) {
      count(0);
      symlinkSync(readlinkSync(source), target);
      own(target);
    } else if (status.isDirectory()) {
      if (depth > MOST_DEPTH)
        throw new CryptoError(
          'too-large',
          session.say('grade.error.deepSubmission', { path: from, most: MOST_DEPTH }),
        );
      mkdirSync(target, { mode: 0o700 });
      own(target);
      for (const name of readdirSync(source)) {
        const inner = join(source, name);
        // The copy itself, where the folder of temporary files is being graded.
        if (inner !== folder) copy(inner, join(target, name), depth + 1);
      }
    } else if (status.isFile() && basename(source) !== KEY_FILE && !secret.has(identityOf(source) ?? '')) {
      count(status.size);
      copyOnce(source, target);
      chmodSync(target, status.mode & 0o100 ? 0o700 : 0o600);
      own(target);
    }
  };
  try {
    const status = lstatSync(from);
    if (!status.isFile() && !status.isDirectory()) {
      throw new CryptoError('io', session.say('grade.error.noSubmission', { path: from }));
    }
    const file = status.isFile() ? nameFor(from, command) : undefined;
    if (file === undefined) copy(from, folder, 0);
    else {
      mkdirSync(folder, { mode: 0o700 });
      own(folder);
      copy(from, join(folder, file), 1);
    }
    return { folder, ...(file !== undefined && { file }), remove: () => removeTree(folder) };
  } catch (error) {
    removeTemporary(folder);
    throw ioError(session, error, from);
  }
}

/** Also what a program has nested deeper than a path can be long, or has closed to itself. */
function removeTree(folder: string): void {
  removeTemporary(folder);
  if (!existsSync(folder)) return;
  spawnSync('chmod', ['-R', 'u+rwX', folder], { stdio: 'ignore' });
  spawnSync('rm', ['-rf', folder], { stdio: 'ignore' });
}

/** Not through a link that takes the file's place meanwhile. */
function copyOnce(source: string, target: string): void {
  // Windows has no such flag.
  const fd = openSync(source, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const content = Buffer.alloc(fstatSync(fd).size);
    let length = 0;
    for (let got = -1; got !== 0 && length < content.length; length += got) {
      got = readSync(fd, content, length, content.length - length, null);
    }
    writeFileSync(target, content.subarray(0, length), { flag: 'wx', mode: 0o600 });
  } finally {
    closeSync(fd);
  }
}

/** By device and number: the same file under another name, or a hard link to it, is the same. */
function identityOf(path: string): string | undefined {
  try {
    const { dev, ino } = lstatSync(realpathSync(path));
    return `${dev} ${ino}`;
  } catch {
    return undefined;
  }
}

function nameFor(path: string, command: string): string {
  const own = basename(path);
  const extension = extname(own);
  if (extension === '') return own;
  const words = command.match(/[\w.-]+/g) ?? [];
  const called = [...new Set(words.filter((word) => word.endsWith(extension) && word !== extension))];
  return called.length === 1 ? called[0]! : own;
}
