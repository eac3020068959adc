/** The assignments that ship with the toolkit, each in a folder of its own. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COURSEWORK = fileURLToPath(new URL('../../../coursework/', import.meta.url));

/** Their names, in the order of the alphabet. */
export function readyMadeNames(): string[] {
  try {
    return readdirSync(COURSEWORK)
      .filter((name) =>
        statSync(join(COURSEWORK, name, 'assignment.yaml'), { throwIfNoEntry: false })?.isFile(),
      )
      .toSorted();
  } catch {
    return [];
  }
}

export function readyMadeFolder(name: string): string {
  return join(COURSEWORK, name);
}
