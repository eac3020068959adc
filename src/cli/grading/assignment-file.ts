/** An assignment from its file, and the vectors that it names: those that ship with the toolkit, or files beside it. */
import { statSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { CryptoError } from '../../errors.ts';
import {
  type Assignment,
  type AssignmentTest,
  type Instance,
  makeInstance,
  parseAssignment,
} from '../../vectors/assignment/index.ts';
import { readVectors, type VectorFile } from '../../vectors/index.ts';
import { errorText } from '../chinese/errors.ts';
import { readUpTo } from '../io/descriptor.ts';
import { ioError } from '../io/io-error.ts';
import type { Session } from '../session.ts';
import { shippedPath } from '../shipped-vectors.ts';

/** Bytes. */
const MOST_ASSIGNMENT = 1 << 20;
const MOST_VECTORS = 64 << 20;
/** What an assignment is called in a folder of its own. */
const USUAL_NAME = 'assignment.yaml';

export interface AssignmentFile {
  readonly assignment: Assignment;
  /** Of the file itself, also where its folder was given. */
  readonly path: string;
  readonly folder: string;
  /** The instance of that seed; every file of vectors is read once. */
  instance(seed: string, student?: string): Promise<Instance>;
  /** Files beside it that tests are made of: whoever reads them knows the answers. */
  readonly answerFiles: readonly string[];
  /** Those of hidden tests, which nobody else may read. */
  readonly secretFiles: readonly string[];
}

/** `path`: the file, or its folder. Its texts are read in the language of the session. */
export function openAssignment(session: Session, path: string): AssignmentFile {
  const file = isFolder(session, path) ? join(path, USUAL_NAME) : path;
  const assignment = inFile(session, file, () =>
    parseAssignment(readText(session, file, MOST_ASSIGNMENT), file, session.lang),
  );
  const folder = dirname(file);
  const read = new Map<string, VectorFile>();
  const filesOf = (tests: readonly AssignmentTest[]) =>
    tests.flatMap(({ source }) =>
      'vectors' in source && shippedPath(source.vectors) === undefined
        ? [besidePath(folder, source.vectors)]
        : [],
    );
  const open = (name: string): VectorFile => {
    const known = read.get(name);
    if (known) return known;
    const opened = openVectors(session, folder, name);
    read.set(name, opened);
    return opened;
  };
  return {
    assignment,
    path: file,
    folder,
    instance: async (seed, student) => {
      try {
        return await makeInstance(assignment, { seed, student, open });
      } catch (error) {
        throw named(session, file, error);
      }
    },
    answerFiles: filesOf(assignment.tests),
    secretFiles: filesOf(assignment.tests.filter(({ visibility }) => visibility === 'hidden')),
  };
}

function openVectors(session: Session, folder: string, name: string): VectorFile {
  const path = shippedPath(name) ?? besidePath(folder, name);
  return readVectors([{ name, text: readText(session, path, MOST_VECTORS) }])[0]!;
}

function besidePath(folder: string, name: string): string {
  return isAbsolute(name) ? name : join(folder, name);
}

/** UTF-8, and bounded. */
function readText(session: Session, path: string, limit: number): string {
  try {
    const bytes = readUpTo(path, limit + 1);
    if (bytes.length > limit) {
      throw new CryptoError('too-large', session.say('cli.error.tooLarge', { path, limit }));
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) {
      throw new CryptoError('bad-format', session.say('grade.error.notText', { path }));
    }
    throw ioError(session, error, path);
  }
}

function inFile<T>(session: Session, path: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw named(session, path, error);
  }
}

/** With the file's name in front of what is wrong in it. */
function named(session: Session, path: string, error: unknown): unknown {
  if (!(error instanceof CryptoError) || error.code === 'io') return error;
  const text = errorText(session, error);
  return text.startsWith(path)
    ? error
    : new CryptoError(error.code, `${path}${session.lang === 'zh' ? '：' : ': '}${text}`);
}

/** The text of a small file: of seeds, or of what a grading service tells of a submission. */
export function readSmallText(session: Session, path: string): string {
  return readText(session, path, MOST_ASSIGNMENT);
}

function isFolder(session: Session, path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch (error) {
    throw ioError(session, error, path);
  }
}
