/**
 * The work of `crypto assignment bundle`: what a grading service unpacks.
 *
 * The zip holds derived seeds, never the course key; whoever reads them can compute the answers, so `run_autograder` lets
 * nobody but itself read them before it starts a student's program.
 */
import { readFileSync } from 'node:fs';
import { basename, isAbsolute, join, normalize, sep } from 'node:path';
import { utf8 } from '../../../bytes/index.ts';
import { CryptoError } from '../../../errors.ts';
import { runAutograder, SETUP } from '../../bundle/scripts.ts';
import { type Files, toolkitFiles } from '../../bundle/toolkit-files.ts';
import { zipFiles } from '../../bundle/zip.ts';
import { type AssignmentFile, openAssignment } from '../../grading/assignment-file.ts';
import { readCourseKey } from '../../grading/course-key.ts';
import { readRoster } from '../../grading/roster.ts';
import { seedsDocument } from '../../grading/seeds.ts';
import { ioError } from '../../io/io-error.ts';
import { openSink } from '../../io/output.ts';
import type { Session } from '../../session.ts';
import { shippedPath } from '../../shipped-vectors.ts';
import { writeClassroom50 } from '../grade/classroom50.ts';

export interface BundleOptions {
  readonly roster?: string | undefined;
  readonly courseKey?: string | undefined;
  readonly exec?: string | undefined;
  readonly format: 'gradescope' | 'classroom50';
  readonly output?: string | undefined;
  readonly force?: true | undefined;
}

export async function runBundle(session: Session, path: string, options: BundleOptions): Promise<void> {
  const file = openAssignment(session, path);
  const command = options.exec ?? file.assignment.run;
  if (command === undefined) {
    throw new CryptoError('bad-argument', session.say('assignment.bundle.error.noCommand'));
  }
  if (options.format === 'classroom50') {
    await writeClassroom50(session, file.assignment, command, options);
    return;
  }
  if (options.output === undefined) {
    throw new CryptoError('bad-argument', session.say('assignment.bundle.error.noOutput'));
  }
  const students = options.roster === undefined ? [] : readRoster(session, options.roster);
  const key = readCourseKey(session, options.courseKey, file.folder);
  const seeds = seedsDocument(
    key.bytes,
    file.assignment.name,
    students.map(({ id }) => id),
    { others: options.roster === undefined },
  );
  // What is wrong with its vectors is said now, not in the middle of grading.
  await file.instance('0'.repeat(64));
  const sink = await openSink(session, { ...options, permissions: 0o600 });
  try {
    const name = `assignment/${basename(file.path)}`;
    const files: Files = new Map([
      ['setup.sh', utf8(SETUP)],
      ['run_autograder', utf8(runAutograder(name, { command: options.exec, lang: session.lang }))],
      ['seeds.json', utf8(`${JSON.stringify(seeds, null, 2)}\n`)],
      [name, readFileSync(file.path)],
      ...ownVectors(session, file),
    ]);
    for (const [inner, bytes] of toolkitFiles(session)) files.set(`toolkit/${inner}`, bytes);
    const zip = zipFiles(files, ['setup.sh', 'run_autograder', 'toolkit/bin/crypto.js']);
    await sink.write(zip);
    await sink.commit();
    report(session, options.output, zip.length, files.size, students.length);
  } catch (error) {
    await sink.abort();
    throw error;
  }
}

/** Vectors beside the assignment keep their place beside it, and so must lie in its folder. */
function ownVectors(session: Session, { assignment, folder }: AssignmentFile): [string, Uint8Array][] {
  const names = assignment.tests.flatMap(({ source }) =>
    'vectors' in source && shippedPath(source.vectors) === undefined ? [source.vectors] : [],
  );
  return [...new Set(names)].map((name) => {
    const inside = normalize(name).split(sep).join('/');
    if (isAbsolute(name) || inside.startsWith('../')) {
      throw new CryptoError('bad-argument', session.say('assignment.bundle.error.outside', { path: name }));
    }
    try {
      return [`assignment/${inside}`, readFileSync(join(folder, name))];
    } catch (error) {
      throw ioError(session, error, name);
    }
  });
}

function report(session: Session, path: string, bytes: number, files: number, students: number): void {
  if (session.json) {
    session.printJson({ output: path, bytes, files, students });
    return;
  }
  const whose =
    students === 0
      ? session.say('assignment.bundle.forAll')
      : session.say('assignment.bundle.forEach', { count: students });
  const size = (bytes / 1e6).toFixed(1);
  session.stderr.write(
    `crypto: ${session.say('assignment.bundle.written', { path, size, students: whose })}\n`,
  );
}
