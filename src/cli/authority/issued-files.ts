/**
 * The files of what was issued: `issued/NAME.pem`, `NAME-key.pem`, `NAME-chain.pem`.
 *
 * They are first written under the serial number, which nobody looks for. Then the books tell of them, and then they get their
 * names. Whoever is killed in between leaves either what the books do not know, which is removed, or what they know, which
 * gets its name from the next writer: no certificate appears that cannot be taken back, and none that was recorded is lost.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { moveDurably, writeForced } from './durable-file.ts';
import type { AuthorityIndex, IndexEntry } from './index-file.ts';

export const ISSUED = 'issued';

/** What stands behind NAME. The certificate gets its name last: whoever sees it finds the others. */
const KINDS = ['-key', '-chain', ''] as const;
type Kind = (typeof KINDS)[number];

export interface IssuedFile {
  readonly kind: Kind;
  readonly bytes: Uint8Array;
  readonly permissions?: number;
}

export function issuedPath(folder: string, name: string, kind: Kind): string {
  return join(folder, ISSUED, `${name}${kind}.pem`);
}

/** Whether a file lies where one of that name would go, whatever the books say. */
export function isOnDisk(folder: string, name: string): boolean {
  return KINDS.some((kind) => existsSync(issuedPath(folder, name, kind)));
}

/** All of them, or none. */
export function stageIssued(folder: string, serial: string, files: readonly IssuedFile[]): void {
  try {
    for (const { kind, bytes, permissions } of files) {
      writeForced(stagedPath(folder, serial, kind), bytes, permissions);
    }
  } catch (error) {
    dropStaged(folder, serial);
    throw error;
  }
}

export function dropStaged(folder: string, serial: string): void {
  for (const kind of KINDS) rmSync(stagedPath(folder, serial, kind), { force: true });
}

/** Their names for those of one entry that do not have them yet. A file that somebody else put there stays. */
export function publishIssued(folder: string, { serial, name }: IndexEntry): void {
  for (const kind of KINDS) {
    const staged = stagedPath(folder, serial, kind);
    const target = issuedPath(folder, name, kind);
    if (existsSync(staged) && !existsSync(target)) moveDurably(staged, target);
  }
}

/** After a writer that was killed. */
export function mendIssued(folder: string, { issued }: AuthorityIndex): void {
  const path = join(folder, ISSUED);
  if (!existsSync(path)) return;
  for (const file of readdirSync(path)) {
    const [, serial] = /^\.([0-9a-f]{1,40})(?:-key|-chain)?\.tmp$/.exec(file) ?? [];
    if (serial === undefined) continue;
    const entry = issued.find((each) => each.serial === serial);
    if (entry) publishIssued(folder, entry);
    else rmSync(join(path, file), { force: true });
  }
}

function stagedPath(folder: string, serial: string, kind: Kind): string {
  return join(folder, ISSUED, `.${serial}${kind}.tmp`);
}
