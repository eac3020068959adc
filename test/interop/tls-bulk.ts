/** Megabytes both ways at the same time, our side in writes of odd sizes, the other side as it likes. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aes } from '../../src/block/index.ts';
import { ctrXor } from '../../src/modes/index.ts';
import { hasPeer } from './peer.ts';
import { openIdentities } from './tls-identities.ts';
import {
  type Combination,
  clientConfig,
  gnutlsPriority,
  OPENSSL_SUITES,
  serverConfig,
} from './tls-matrix.ts';
import { openOpensslTls } from './tls-openssl.ts';
import { type Program, startProgram } from './tls-program.ts';
import { type Line, openClient, openServers } from './tls-socket.ts';

export interface Amounts {
  readonly openssl: number;
  /** It carries about a megabyte in a second. */
  readonly gnutls: number;
}

/** Through `s_server`, `s_client` and `gnutls-cli`, in each of these. */
export function describeBulk(combinations: readonly Combination[], amounts: Amounts): void {
  const forOpenssl = combinations.filter(({ suite }) => OPENSSL_SUITES.includes(suite));

  describe.skipIf(!hasPeer('openssl'))('openssl', () => {
    const { serve, connect } = openOpensslTls();
    const listen = openServers();

    it.each(forOpenssl)('our client, $name', async ({ suite, extendedMasterSecret, encryptThenMac }) => {
      const { program, port } = await serve(['-naccept', '1'], { quiet: true });
      const config = clientConfig({ suites: [suite], extendedMasterSecret, encryptThenMac });
      const line = await openClient(port, config);
      await line.connected();
      await exchange(line, program, amounts.openssl);
      line.close();
      expect(await program.ended).toBe(0);
    });

    it.each(forOpenssl)('our server, $name', async ({ suite, extendedMasterSecret, encryptThenMac }) => {
      const server = await listen(serverConfig({ suites: [suite], extendedMasterSecret, encryptThenMac }));
      const program = connect(server.port, ['-quiet']);
      const line = await server.next();
      await line.connected();
      await exchange(line, program, amounts.openssl);
      line.close();
      expect(await program.ended).toBe(0);
    });
  });

  describe.skipIf(!hasPeer('gnutls-cli', ['--version']))('gnutls-cli', () => {
    const cwd = openIdentities();
    const listen = openServers();

    it.each(combinations)('our server, $name', async ({ suite, extendedMasterSecret, encryptThenMac }) => {
      const server = await listen(serverConfig({ suites: [suite], extendedMasterSecret, encryptThenMac }));
      const program = startProgram(
        'gnutls-cli',
        [
          ...['--x509cafile', 'root.pem', '--port', `${server.port}`, '--logfile', 'remarks'],
          ...['--priority', gnutlsPriority(suite), 'localhost'],
        ],
        { cwd },
      );
      const line = await server.next();
      await line.connected();
      await exchange(line, program, amounts.gnutls);
      program.end();
      expect(await program.ended).toBe(0);
      expect(line.event('closed')).toBeDefined();
    });
  });
}

/** What the program reads goes to us, and what we write comes out of it. */
async function exchange(line: Line, program: Program, length: number): Promise<void> {
  const [ours, theirs] = [noise(1, length), noise(2, length)];
  program.write(theirs);
  await pour(line, ours);
  await Promise.all([line.until(`${length} bytes`, () => line.length >= length), program.received(length)]);
  expect(sha256Of(line.data)).toBe(sha256Of(theirs));
  expect(sha256Of(program.stdout)).toBe(sha256Of(ours));
}

/** Around what a record holds, and far from it. */
const SIZES = [1, 13, 16_383, 16_384, 16_385, 40_001, 2, 65_537, 5, 100_003];

async function pour(line: Line, data: Uint8Array): Promise<void> {
  for (let i = 0, at = 0; at < data.length; i++) {
    const size = SIZES[i % SIZES.length]!;
    await line.write(data.subarray(at, at + size));
    at += size;
  }
}

/** No two parts of it are alike, and it is the same each time: the keystream of AES-CTR. */
function noise(word: number, length: number): Uint8Array {
  return ctrXor(aes(new Uint8Array(16).fill(word)), new Uint8Array(16), new Uint8Array(length));
}

const sha256Of = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');
