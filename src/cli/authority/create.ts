/** A new authority: all of its folder is made beside its place, and moved there when it is complete. */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { utf8 } from '../../bytes/index.ts';
import { CryptoError } from '../../errors.ts';
import { encodePkcs8, type PrivateKey, toPem } from '../../keys/index.ts';
import type { Certificate } from '../../x509/index.ts';
import { ioError } from '../io/io-error.ts';
import { removeTemporary, temporaryBeside } from '../io/temporary.ts';
import { PRIVATE_PERMISSIONS } from '../key-output.ts';
import type { Session } from '../session.ts';
import {
  certificatePem,
  expectFolder,
  FILES,
  indexBytes,
  LIST_DAYS,
  listPem,
  makeList,
} from './authority.ts';
import { moveDurably, writeForced } from './durable-file.ts';
import type { AuthorityIndex } from './index-file.ts';

/** `exists` where something lies at `folder` but an empty folder; before any key is made. */
export function expectFree(session: Session, folder: string): void {
  expectFolder(session, folder);
  try {
    if (!existsSync(dirname(resolve(folder)))) {
      throw new CryptoError('io', session.say('cli.error.noFolder', { path: folder }));
    }
    if (!existsSync(folder)) return;
    const isAuthority = existsSync(join(folder, FILES.index));
    if (isAuthority) throw new CryptoError('exists', session.say('ca.error.already', { path: folder }));
    if (readdirSync(folder).length > 0) {
      throw new CryptoError('exists', session.say('ca.error.notEmpty', { path: folder }));
    }
  } catch (error) {
    throw ioError(session, error, folder);
  }
}

export interface NewAuthority {
  readonly certificate: Certificate;
  readonly privateKey: PrivateKey;
  /** Of an intermediate: its certificate and those above it, without the root. */
  readonly chain: readonly Certificate[];
}

/** A folder that is complete, and not in its place yet. */
export interface StagedFolder {
  publish(): void;
  discard(): void;
}

/** With empty books and a first, empty revocation list. */
export function stageFolder(session: Session, folder: string, made: NewAuthority, now: Date): StagedFolder {
  const { certificate, privateKey, chain } = made;
  const index: AuthorityIndex = { version: 1, crlNumber: 1, issued: [] };
  const target = resolve(folder);
  const temporary = temporaryBeside(target);
  const discard = () => removeTemporary(temporary);
  try {
    mkdirSync(temporary);
    mkdirSync(join(temporary, FILES.issued));
    const write = (name: string, bytes: Uint8Array, permissions?: number) =>
      writeForced(join(temporary, name), bytes, permissions);
    write(FILES.key, utf8(toPem('pkcs8', encodePkcs8(privateKey))), PRIVATE_PERMISSIONS);
    write(FILES.certificate, certificatePem(certificate));
    if (chain.length > 0) write(FILES.chain, certificatePem(...chain));
    write(FILES.list, listPem(makeList({ certificate, privateKey, index }, now, LIST_DAYS)));
    write(FILES.index, indexBytes(index));
  } catch (error) {
    discard();
    throw ioError(session, error, folder);
  }
  return {
    discard,
    publish() {
      try {
        // One that is there stays the same folder: somebody's shell may stand in it. The books come last, and make it one.
        if (existsSync(target)) moveInto(temporary, target);
        else moveDurably(temporary, target);
      } catch (error) {
        discard();
        // Somebody else was faster.
        if (['EEXIST', 'ENOTEMPTY', 'exists'].includes(String((error as NodeJS.ErrnoException).code))) {
          expectFree(session, folder);
        }
        throw ioError(session, error, folder);
      }
      discard();
    },
  };
}

/** All, or nothing where it fails in between. */
function moveInto(from: string, target: string): void {
  if (readdirSync(target).length > 0) throw new CryptoError('exists', target);
  const names = readdirSync(from).filter((name) => name !== FILES.index);
  const moved: string[] = [];
  try {
    for (const name of [...names, FILES.index]) {
      moved.push(name);
      moveDurably(join(from, name), join(target, name));
    }
  } catch (error) {
    for (const name of moved) rmSync(join(target, name), { recursive: true, force: true });
    throw error;
  }
}
