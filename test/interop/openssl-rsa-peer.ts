/** OpenSSL's side of RSA, under one key, in a folder of its own. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll } from 'vitest';
import { utf8 } from '../../src/bytes/index.ts';
import type { HashId } from '../../src/hash/index.ts';
import { encodePkcs8, encodeSpki, toPem } from '../../src/keys/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import { generateKey, publicKeyOf } from '../../src/rsa/index.ts';
import { openSandbox } from '../cli/sandbox.ts';

export const key = generateKey(2048, { random: seededRandom('interop') });
export const publicKey = publicKeyOf(key);
export const secret = utf8('sixteen letters.');
export const message = utf8('I owe you 100, and not 900.');

/** In the folder are `key.pem`, `public.pem`, `message` and `secret`. Options are those of `-pkeyopt` and `-sigopt`. */
export function openOpensslRsa() {
  const cwd = openSandbox().folder('rsa');
  const path = (name: string) => join(cwd, name);

  beforeAll(() => {
    writeFileSync(path('key.pem'), toPem('pkcs8', encodePkcs8({ algorithm: 'rsa', rsa: key })));
    writeFileSync(path('public.pem'), toPem('spki', encodeSpki({ algorithm: 'rsa', rsa: publicKey })));
    writeFileSync(path('message'), message);
    writeFileSync(path('secret'), secret);
  });

  /** Its standard output; it must succeed. */
  function openssl(args: readonly string[], input: Uint8Array = new Uint8Array(0)): Uint8Array {
    const { stdout, stderr, status } = spawnSync('openssl', args, { cwd, input });
    if (status !== 0) throw new Error(`${args.join(' ')}: ${stdout}${stderr}`);
    return new Uint8Array(stdout);
  }

  const each = (flag: string, options: readonly string[]) => options.flatMap((option) => [flag, option]);

  return {
    cwd,
    path,
    run: openssl,
    encrypted: (options: readonly string[]) =>
      openssl(
        ['pkeyutl', '-encrypt', '-pubin', '-inkey', 'public.pem', ...each('-pkeyopt', options)],
        secret,
      ),
    decrypted: (options: readonly string[], ciphertext: Uint8Array) =>
      openssl(['pkeyutl', '-decrypt', '-inkey', 'key.pem', ...each('-pkeyopt', options)], ciphertext),
    signed: (hash: HashId, options: readonly string[]) =>
      openssl(['dgst', `-${hash}`, '-sign', 'key.pem', ...each('-sigopt', options)], message),
    verified(hash: HashId, options: readonly string[], signature: Uint8Array): string {
      writeFileSync(path('signature'), signature);
      const verify = ['-verify', 'public.pem', '-signature', 'signature', ...each('-sigopt', options)];
      return Buffer.from(openssl(['dgst', `-${hash}`, ...verify], message)).toString();
    },
  };
}
