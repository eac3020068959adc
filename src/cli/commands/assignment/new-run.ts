/** The work of `crypto assignment new`: a folder with everything that a new assignment needs, a course key included. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { utf8 } from '../../../bytes/index.ts';
import { similarTo } from '../../../bytes/similar.ts';
import { CryptoError } from '../../../errors.ts';
import { systemRandom } from '../../../random/index.ts';
import { writeForced } from '../../authority/durable-file.ts';
import { KEY_FILE } from '../../grading/course-key.ts';
import { readyMadeFolder, readyMadeNames } from '../../grading/ready-made.ts';
import { ioError } from '../../io/io-error.ts';
import { forgetTemporary, removeTemporary, temporaryBeside } from '../../io/temporary.ts';
import { PRIVATE_PERMISSIONS } from '../../key-output.ts';
import { listed } from '../../lists.ts';
import type { Session } from '../../session.ts';
import { visibleText } from '../../visible.ts';
import { templateFiles } from './template.ts';

export function runNew(
  session: Session,
  folder: string,
  { from }: { readonly from?: string | undefined },
): void {
  const target = resolve(folder);
  const name = basename(target);
  const readyMade = chosenReadyMade(session, from, name);
  expectFree(session, folder, target);
  const temporary = temporaryBeside(target);
  try {
    if (readyMade === undefined) {
      mkdirSync(temporary);
      for (const [file, text] of templateFiles(session, slugOf(name)))
        writeForced(join(temporary, file), utf8(text));
    } else {
      cpSync(readyMadeFolder(readyMade), temporary, { recursive: true });
      rename(join(temporary, 'assignment.yaml'), slugOf(name));
    }
    writeForced(join(temporary, KEY_FILE), systemRandom.bytes(32), PRIVATE_PERMISSIONS);
    writeForced(join(temporary, '.gitignore'), utf8(`${KEY_FILE}\n`));
    if (existsSync(target)) rmdirSync(target);
    renameSync(temporary, target);
    forgetTemporary(temporary);
  } catch (error) {
    removeTemporary(temporary);
    throw ioError(session, error, folder);
  }
  const files = readdirSync(target).toSorted();
  if (session.json) {
    session.printJson({ folder, from: readyMade ?? null, files });
    return;
  }
  session.print(
    readyMade === undefined
      ? session.say('assignment.made', { folder })
      : session.say('assignment.madeFrom', { folder, name: readyMade }),
  );
  for (const file of files) session.print(`  ${file}`);
  session.print(session.say('assignment.keepKey', { path: join(folder, KEY_FILE) }));
}

/** What may stand in the seeds of students. */
function slugOf(folder: string): string {
  return (
    folder
      .replace(/[^a-z\d-]+/gi, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 64) || 'assignment'
  );
}

/** The seeds of a copy under another name are others. */
function rename(file: string, name: string): void {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/^name: .*$/m, `name: ${name}`));
}

/** That of `--from`, or the one of the folder's own name; undefined for the template. */
function chosenReadyMade(session: Session, from: string | undefined, name: string): string | undefined {
  const names = readyMadeNames();
  if (from === undefined) return names.find((known) => known === name);
  if (names.includes(from)) return from;
  const meant = similarTo(from, names);
  const hint = meant === undefined ? '' : session.say('cli.didYouMean', { name: meant });
  const text = session.say('assignment.error.unknown', {
    got: visibleText(from, 60),
    known: listed(session, names),
  });
  throw new CryptoError('bad-argument', `${text}${hint}`);
}

/** `exists` where something lies there but an empty folder. */
function expectFree(session: Session, folder: string, target: string): void {
  try {
    if (folder === '') throw new CryptoError('bad-argument', session.say('assignment.error.emptyFolder'));
    if (!existsSync(dirname(target))) {
      throw new CryptoError('io', session.say('cli.error.noFolder', { path: folder }));
    }
    if (existsSync(target) && readdirSync(target).length > 0) {
      throw new CryptoError('exists', session.say('assignment.error.notEmpty', { path: folder }));
    }
  } catch (error) {
    throw ioError(session, error, folder);
  }
}
