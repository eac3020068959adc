/** What a server is told of certificates and keys that it cannot use, before anybody connects. */
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pemEncode } from '../../../src/asn1/index.ts';
import { runServer, type ServerOptions } from '../../../src/cli/commands/tls/server-run.ts';
import { BOB_CERTIFICATE, ROOT_CERTIFICATE } from '../../tls/pair.ts';
import { quietSession } from '../authority/quiet-session.ts';
import { openSandbox } from '../sandbox.ts';
import { writeServerFiles } from './files.ts';

const cwd = openSandbox().folder('server-config');
writeServerFiles(cwd);
const file = (name: string) => join(cwd, name);

const options: ServerOptions = {
  cert: file('bob.pem'),
  key: file('bob-key.pem'),
  port: 0,
  host: '127.0.0.1',
  ems: true,
  etm: true,
  maxConnections: 1,
  handshakeTimeout: 1,
  idleTimeout: 1,
};

describe('a server is refused', () => {
  it.each(['', ' '])('the host %j, which the system would take for every address', async (host) => {
    const run = runServer(quietSession('--lang', 'en'), { ...options, host });
    await expect(run).rejects.toThrow('--host: expected an address, got nothing');
  });

  it('a key that is not of RSA, and is told so', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(file('ed.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
    for (const [lang, text] of [
      ['en', 'ed.pem: expected a plain RSA key and certificate, got Ed25519; no others are served here'],
      ['zh', 'ed.pem：应为普通的 RSA 密钥和证书，却是 Ed25519'],
    ] as const) {
      const run = runServer(quietSession('--lang', lang), { ...options, key: file('ed.pem') });
      await expect(run).rejects.toThrow(text);
    }
  });

  it('a chain in the wrong order, and is told which comes first', async () => {
    const chain = [ROOT_CERTIFICATE, BOB_CERTIFICATE].map(({ der }) => pemEncode('CERTIFICATE', der));
    writeFileSync(file('chain.pem'), chain.join(''));
    const run = runServer(quietSession('--lang', 'en'), { ...options, cert: file('chain.pem') });
    await expect(run).rejects.toThrow(
      /the key belongs to certificate 2 of .*chain\.pem, CN=bob\.example; put that one first$/,
    );
  });
});
