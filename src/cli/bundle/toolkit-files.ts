/** The files of the installed toolkit, with those of the packages that it needs to run: what a grader unpacks elsewhere. */
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CryptoError } from '../../errors.ts';
import type { Session } from '../session.ts';

/** Bytes under their paths below the toolkit's folder, with `/` between. */
export type Files = Map<string, Uint8Array>;

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** What runs; a few ready-made files beside it. */
const OWN = ['package.json', 'LICENSE', 'bin', 'dist', 'vectors'];
/** For those who debug or compile, not for running. */
const LEFT_OUT = /\.(map|d\.[cm]?ts)$/;

export function toolkitFiles(session: Session): Files {
  if (!existsSync(join(ROOT, 'dist/cli/main.js'))) {
    throw new CryptoError('io', session.say('assignment.bundle.error.notBuilt', { path: ROOT }));
  }
  const files: Files = new Map();
  for (const name of OWN) take(files, join(ROOT, name), name);
  for (const [name, folder] of dependencies(ROOT)) take(files, folder, `node_modules/${name}`);
  return files;
}

/**
 * Every package that one in `folder` needs, and what those need, by name. A package that two others want in different versions
 * would be a second one inside the first: it is found there when that folder is taken.
 */
function dependencies(folder: string, found = new Map<string, string>()): Map<string, string> {
  const { dependencies: wanted = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>;
  };
  for (const name of Object.keys(wanted)) {
    const at = findPackage(folder, name);
    const nested = at.startsWith(join(folder, 'node_modules')) && folder !== ROOT;
    if (nested || found.get(name) === at) continue;
    found.set(name, at);
    dependencies(at, found);
  }
  return found;
}

/** As Node looks for it: in `node_modules` here, and in each folder above. */
function findPackage(from: string, name: string): string {
  const here = join(from, 'node_modules', name);
  if (existsSync(join(here, 'package.json'))) return here;
  const above = dirname(from);
  if (above === from) throw new CryptoError('io', `${name}: expected an installed package, got none`);
  return findPackage(above, name);
}

/** A file, or whatever is in a folder. Links are left out: what is installed has none that it needs. */
function take(files: Files, path: string, name: string): void {
  const status = lstatSync(path, { throwIfNoEntry: false });
  if (status?.isFile() && !LEFT_OUT.test(name)) files.set(name, readFileSync(path));
  if (!status?.isDirectory()) return;
  for (const entry of readdirSync(path).sort()) take(files, join(path, entry), `${name}/${entry}`);
}
