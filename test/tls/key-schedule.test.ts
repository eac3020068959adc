/** The derivation of keys, written a second time with Node's own HMAC, and the published answer of the PRF. */
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { concat, fromHex, toHex, utf8 } from '../../src/bytes/index.ts';
import { sha256 } from '../../src/hash/index.ts';
import { tls12Prf } from '../../src/mac/index.ts';
import {
  asPremasterSecret,
  deriveExtendedMaster,
  deriveKeyBlock,
  deriveMaster,
  deriveVerifyData,
  SUITES,
} from '../../src/tls/index.ts';

const range = (from: number, length: number) => Uint8Array.from({ length }, (_, i) => from + i);
const clientRandom = range(0x00, 32);
const serverRandom = range(0x70, 32);
const premaster = asPremasterSecret(concat(fromHex('0303'), range(0x21, 46)));

/** RFC 5246, 5, once more. */
function prf(hash: string, secret: Uint8Array, label: string, seed: Uint8Array, length: number): string {
  const mac = (data: Uint8Array) => createHmac(hash, secret).update(data).digest();
  const labelled = concat(utf8(label), seed);
  let a: Uint8Array = labelled;
  let output = '';
  while (output.length < 2 * length) {
    a = mac(a);
    output += mac(concat(a, labelled)).toString('hex');
  }
  return output.slice(0, 2 * length);
}

describe('the key schedule', () => {
  it('gives the known answer', () => {
    const secret = fromHex('df4a291baa1eb7cfa6934b29b474baad2697e29f1f920dcc77c8a0a088447624');
    expect(toHex(tls12Prf(sha256, secret, 'master secret', concat(clientRandom, serverRandom), 48))).toBe(
      '916abf9da55973e13614ae0a3f5d3f37b023ba129aee02cc9134338127cd7049781c8e19fc1eb2a7387ac06ae237344c',
    );
  });

  it.each(SUITES)('of $name is that of a second reading', (suite) => {
    const hash = suite.prf.name.replace('-', '').toLowerCase();
    const { masterSecret } = deriveMaster(suite, premaster, { clientRandom, serverRandom });
    const master = prf(hash, premaster, 'master secret', concat(clientRandom, serverRandom), 48);
    expect(toHex(masterSecret)).toBe(master);

    const { bytes, parts, client, server } = deriveKeyBlock(suite, masterSecret, {
      clientRandom,
      serverRandom,
    });
    const seed = concat(serverRandom, clientRandom);
    expect(toHex(bytes)).toBe(prf(hash, fromHex(master), 'key expansion', seed, bytes.length));
    expect(concat(...parts.map((part) => part.bytes))).toEqual(bytes);
    expect([client.macKey, server.macKey, client.key, server.key, client.iv, server.iv]).toEqual(
      parts.map((part) => part.bytes),
    );
    const length = (suite.mac?.digestLength ?? 0) + suite.cipher.keyLength;
    expect(bytes.length).toBe(2 * (length + (suite.cipher.kind === 'gcm' ? 4 : 0)));

    const handshakeHash = range(9, suite.prf.digestLength);
    for (const label of ['client finished', 'server finished'] as const) {
      expect(toHex(deriveVerifyData(suite, masterSecret, label, handshakeHash))).toBe(
        prf(hash, fromHex(master), label, handshakeHash, 12),
      );
    }
    const extended = deriveExtendedMaster(suite, premaster, handshakeHash);
    expect(toHex(extended.masterSecret)).toBe(
      prf(hash, premaster, 'extended master secret', handshakeHash, 48),
    );
  });
});
