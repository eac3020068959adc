/** The conversation with Diffie–Hellman: both sides agree, and the wire holds nothing that the server's key opens. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toHex, utf8 } from '../../src/bytes/index.ts';
import { converseEphemerally, EPHEMERAL_CIPHERS } from '../../src/explain/tls-wire/ephemeral.ts';
import { opensTape, tryPrivateKey } from '../../src/explain/tls-wire/thief.ts';
import type { RsaKey } from '../../src/keys/index.ts';
import { os2ip } from '../../src/math/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import type { RsaPrivateKey } from '../../src/rsa/index.ts';
import { decryptRecording, deriveMaster } from '../../src/tls/index.ts';
import { run } from '../cli/run-crypto.ts';
import { openSandbox } from '../cli/sandbox.ts';
import { hasPeer } from '../interop/peer.ts';
import { captureFile } from '../interop/tls-capture.ts';
import { BOB, BOB_CERTIFICATE, ROOT_CERTIFICATE } from '../tls/pair.ts';

const talk = (word = 'w') =>
  converseEphemerally({
    certificates: [BOB_CERTIFICATE, ROOT_CERTIFICATE],
    privateKey: BOB.privateKey,
    request: utf8('GET /secret HTTP/1.1\r\nHost: bob.example\r\n\r\n'),
    answer: utf8('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello'),
    random: seededRandom(word),
  });

describe('a conversation with Diffie–Hellman', () => {
  const told = talk();

  it('is signed by the server, and both come to the same secret', () => {
    expect(told.agreed).toBe(true);
    expect(told.premasterSecret.length).toBeGreaterThan(250);
    const { client, server } = told.publicValues;
    expect(client).not.toBe(server);
  });

  it('repeats under a seed, and is another under another', () => {
    expect(talk().recording).toEqual(told.recording);
    expect(talk('x').recording.client).not.toEqual(told.recording.client);
  });

  it('says nothing in clear that it should not, and holds no premaster secret for the private key', () => {
    const all = toHex(told.recording.client) + toHex(told.recording.server);
    for (const word of ['secret', 'hello']) expect(all).not.toContain(toHex(utf8(word)));
    expect(all).not.toContain(toHex(told.premasterSecret.slice(0, 32)));
    expect(decryptRecording(told.recording, BOB.privateKey)).toEqual({
      opened: false,
      reason: 'other-key-exchange',
    });
  });
});

describe('a thief with the private key', () => {
  const { rsa } = BOB.privateKey as RsaKey<RsaPrivateKey>;

  it('opens nothing, whatever is made of it; the secret itself does', () => {
    for (const word of ['w', 'x']) {
      const told = talk(word);
      expect(tryPrivateKey(told, rsa)).toEqual({ tries: 10, opened: 0 });
      expect(opensTape(told, os2ip(told.premasterSecret))).toBe(true);
      expect(opensTape(told, os2ip(told.premasterSecret) + 1n)).toBe(false);
    }
  });
});

describe.skipIf(!hasPeer('tshark', ['--version']))('tshark', () => {
  const cwd = openSandbox().folder('ephemeral');

  it('takes it for TLS with ephemeral Diffie–Hellman, and reads it with the master secret', async () => {
    const told = talk();
    const { masterSecret } = deriveMaster(EPHEMERAL_CIPHERS, told.premasterSecret, told);
    writeFileSync(join(cwd, 'wire.pcap'), captureFile([told.records]));
    writeFileSync(
      join(cwd, 'keys.log'),
      `CLIENT_RANDOM ${toHex(told.clientRandom)} ${toHex(masterSecret)}\n`,
    );
    const fields = [
      ...['tls.handshake.ciphersuite', 'tls.handshake.server_named_curve', 'tls.handshake.p_len'],
      ...['http.request.uri', 'http.file_data', '_ws.malformed'],
    ];
    const { stdout, stderr, status } = await run(
      'tshark',
      [
        ...['-r', 'wire.pcap', '-o', 'tls.keylog_file:keys.log', '-T', 'fields', '-E', 'separator=|'],
        ...fields.flatMap((field) => ['-e', field]),
      ],
      { cwd, env: { HOME: cwd } },
    );
    expect(status, stderr).toBe(0);
    const values = stdout.toString().split(/[|\n]/).filter(Boolean);
    expect(values).toEqual(['0x009e', '0x009e', '256', '/secret', 'hello']);
  });
});
