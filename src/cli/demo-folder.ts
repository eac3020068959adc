/**
 * The folder the demo writes into. It may replace only what an earlier demo wrote there, which its manifest
 * lists; whatever else lies in the folder stays.
 */
import { mkdirSync, readFileSync, renameSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { utf8 } from '../bytes/index.ts';
import { CryptoError } from '../errors.ts';
import { ioError } from './io/io-error.ts';
import { forgetTemporary, temporaryBeside } from './io/temporary.ts';
import type { Session } from './session.ts';

const MANIFEST = 'manifest.json';

export interface DemoFolder {
  /** Writes a file of this name, a secret one for its owner alone, or throws `exists` where one of somebody else's is in the way. */
  write(name: string, bytes: Uint8Array, options?: { secret?: boolean | undefined }): void;
}

export function openDemoFolder(session: Session, path: string): DemoFolder {
  if (path === '') throw new CryptoError('bad-argument', session.say('story.error.noFolder'));
  // Whether the folder can be made is known before the story begins.
  guard(session, path, () => {
    if (!nearest(path).isDirectory())
      throw new CryptoError('io', session.say('cli.error.notFolder', { path }));
  });
  const listed = new Set(guard(session, path, () => readManifest(session, path)));
  return {
    write(name, bytes, { secret = false } = {}) {
      const target = join(path, name);
      guard(session, target, () => {
        if (!statSync(path, { throwIfNoEntry: false })) mkdirSync(path, { recursive: true });
        if (!listed.has(name) && statSync(target, { throwIfNoEntry: false })) {
          throw new CryptoError('exists', session.say('story.error.foreign', { path: target }));
        }
        // Listed first: a demo cut short in between must not find its own file strange.
        listed.add(name);
        const manifest = { madeBy: 'crypto demo', files: [...listed].sort() };
        replaceFile(join(path, MANIFEST), utf8(`${JSON.stringify(manifest, null, 2)}\n`));
        replaceFile(target, bytes, secret ? 0o600 : 0o666);
      });
    },
  };
}

/** The folder itself, or that of its ancestors which is there. */
function nearest(path: string): Stats {
  let at = resolve(path);
  for (;;) {
    const there = statSync(at, { throwIfNoEntry: false });
    if (there || dirname(at) === at) return there ?? statSync(at);
    at = dirname(at);
  }
}

function readManifest(session: Session, path: string): string[] {
  const file = join(path, MANIFEST);
  if (!statSync(file, { throwIfNoEntry: false })) return [];
  const foreign = new CryptoError('exists', session.say('story.error.manifest', { path: file }));
  let manifest: unknown;
  try {
    manifest = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw foreign;
    throw error;
  }
  const { madeBy, files } = (manifest ?? {}) as { madeBy?: unknown; files?: unknown };
  if (madeBy !== 'crypto demo' || !Array.isArray(files)) throw foreign;
  return files.map(String);
}

function replaceFile(target: string, bytes: Uint8Array, mode = 0o666): void {
  const temporary = temporaryBeside(target);
  writeFileSync(temporary, bytes, { flag: 'wx', mode });
  renameSync(temporary, target);
  forgetTemporary(temporary);
}

function guard<Value>(session: Session, path: string, run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    throw ioError(session, error, path);
  }
}
