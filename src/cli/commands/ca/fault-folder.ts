/**
 * The folder of a fault. A new one is made beside its place and moved there in one step; in one that is there already, all
 * files are written under other names first. What is no part of a fault stays as it is.
 */
import { mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { concatAll, utf8 } from '../../../bytes/index.ts';
import { CryptoError } from '../../../errors.ts';
import { encodePkcs8, toPem } from '../../../keys/index.ts';
import type { Fault } from '../../../x509/index.ts';
import { certificatePem, listPem } from '../../authority/authority.ts';
import { moveDurably, writeForced } from '../../authority/durable-file.ts';
import { ioError } from '../../io/io-error.ts';
import { forgetTemporary, removeTemporary, temporaryBeside } from '../../io/temporary.ts';
import { PRIVATE_PERMISSIONS } from '../../key-output.ts';
import type { Session } from '../../session.ts';

export const FAULT_FILES = [
  'root.pem',
  'chain.pem',
  'leaf.pem',
  'leaf-key.pem',
  'crl.pem',
  'fault.json',
] as const;

/** What `fault.json` says: how to ask, and what must come of it. */
export function faultJson({ name, host, at, purpose, reason, opensslError, opensslArgs }: Fault) {
  return {
    name,
    host,
    at: at.toISOString().replace('.000Z', 'Z'),
    purpose,
    reason,
    opensslError,
    opensslArgs,
  };
}

/** `exists` for a folder that is not empty, unless `force` is set; `io` for what is no folder. Before any key is made. */
export function expectWritable(session: Session, folder: string, force: boolean): void {
  guard(session, folder, () => {
    const status = statSync(folder, { throwIfNoEntry: false });
    if (!status) {
      if (statSync(dirname(resolve(folder)), { throwIfNoEntry: false })?.isDirectory()) return;
      throw new CryptoError('io', session.say('cli.error.noFolder', { path: folder }));
    }
    if (!status.isDirectory()) {
      throw new CryptoError('io', session.say('ca.fault.error.notFolder', { path: folder }));
    }
    for (const path of FAULT_FILES.map((name) => join(folder, name))) {
      if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) continue;
      throw new CryptoError('io', session.say('cli.error.folder', { path }));
    }
    if (!force && readdirSync(folder).length > 0) {
      throw new CryptoError('exists', session.say('ca.fault.error.notEmpty', { path: folder }));
    }
  });
}

export function writeFault(session: Session, folder: string, fault: Fault): void {
  const files = filesOf(fault);
  const target = resolve(folder);
  guard(session, folder, () => {
    if (statSync(target, { throwIfNoEntry: false })) return writeInto(target, files);
    const temporary = temporaryBeside(target);
    try {
      mkdirSync(temporary);
      writeInto(temporary, files);
      renameSync(temporary, target);
      forgetTemporary(temporary);
    } catch (error) {
      removeTemporary(temporary);
      throw error;
    }
  });
}

type Files = Readonly<Record<(typeof FAULT_FILES)[number], Uint8Array>>;

/** All of them are on the disk before the first replaces an old one. */
function writeInto(folder: string, files: Files): void {
  const moves = FAULT_FILES.map((name) => {
    const target = join(folder, name);
    const temporary = temporaryBeside(target);
    writeForced(temporary, files[name], name === 'leaf-key.pem' ? PRIVATE_PERMISSIONS : undefined);
    return { temporary, target };
  });
  for (const { temporary, target } of moves) {
    moveDurably(temporary, target);
    forgetTemporary(temporary);
  }
}

function filesOf(fault: Fault): Files {
  const { root, chain, leaf, leafKey, crls } = fault;
  return {
    'root.pem': certificatePem(root),
    'chain.pem': certificatePem(...chain),
    'leaf.pem': certificatePem(leaf),
    'leaf-key.pem': utf8(toPem('pkcs8', encodePkcs8(leafKey))),
    'crl.pem': concatAll(crls.map(listPem)),
    'fault.json': utf8(`${JSON.stringify(faultJson(fault), undefined, 2)}\n`),
  };
}

function guard<Value>(session: Session, path: string, run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    throw ioError(session, error, path);
  }
}
