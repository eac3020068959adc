/** A new authority: all of its folder is made beside its place, and moved there in one step. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { utf8 } from '../../bytes/index.ts';
import { CryptoError } from '../../errors.ts';
import { encodePkcs8, type PrivateKey, toPem } from '../../keys/index.ts';
import type { Certificate } from '../../x509/index.ts';
import { ioError } from '../io/io-error.ts';
import { forgetTemporary, temporaryBeside } from '../io/temporary.ts';
import { PRIVATE_PERMISSIONS } from '../key-output.ts';
import type { Session } from '../session.ts';
import { certificatePem, FILES, LIST_DAYS, listPem, makeList } from './authority.ts';
import { writeDurably } from './durable-file.ts';
import type { AuthorityIndex } from './index-file.ts';

/** `exists` where something lies at `folder` but an empty folder; before any key is made. */
export function expectFree(session: Session, folder: string): void {
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

/** With an empty index and a first, empty revocation list. */
export function createFolder(session: Session, folder: string, made: NewAuthority, now: Date): void {
  const { certificate, privateKey, chain } = made;
  const index: AuthorityIndex = { version: 1, crlNumber: 1, issued: [] };
  const target = resolve(folder);
  const temporary = temporaryBeside(target);
  try {
    mkdirSync(temporary, { mode: 0o777 });
    mkdirSync(join(temporary, FILES.issued));
    const write = (name: string, bytes: Uint8Array, permissions?: number) =>
      writeDurably(join(temporary, name), bytes, permissions);
    write(FILES.key, utf8(toPem('pkcs8', encodePkcs8(privateKey))), PRIVATE_PERMISSIONS);
    write(FILES.certificate, certificatePem(certificate));
    if (chain.length > 0) write(FILES.chain, certificatePem(...chain));
    write(FILES.list, listPem(makeList({ certificate, privateKey, index }, now, LIST_DAYS)));
    write(FILES.index, utf8(`${JSON.stringify(index, null, 2)}\n`));
    renameSync(temporary, target);
    forgetTemporary(temporary);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw ioError(session, error, folder);
  }
}
