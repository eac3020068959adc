/** The vectors that ship with the toolkit: `vectors/*.json` of the package. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../vectors/', import.meta.url));

/** By name, without the ending. */
export function shippedNames(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}

/** The path of one of them, its name in capitals or not; undefined for another name. */
export function shippedPath(name: string): string | undefined {
  if (!/^[\w-]+$/.test(name)) return undefined;
  const path = join(FOLDER, `${name.toLowerCase()}.json`);
  return existsSync(path) ? path : undefined;
}
