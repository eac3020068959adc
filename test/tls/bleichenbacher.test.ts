/**
 * That a server's work does not depend on what it decrypted: the same happenings, the same lengths, as many random bytes, and
 * one private operation, whatever was wrong with a premaster secret (RFC 5246, 7.4.7.1).
 */
import { expect, it } from 'vitest';
import { concat } from '../../src/bytes/index.ts';
import { i2osp } from '../../src/math/index.ts';
import type { RandomSource } from '../../src/random/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import { createServer } from '../../src/tls/connection.ts';
import type { TlsHappening } from '../../src/tls/machine.ts';
import { type KeyExchangeChanges, RawClient } from './raw-client.ts';
import { serverConfig } from './raw-setup.ts';

const RIGHT: KeyExchangeChanges = {};
const WRONG: Readonly<Record<string, KeyExchangeChanges>> = {
  'block type': { block: (em) => em.fill(1, 1, 2) },
  'a zero byte in the padding': { block: (em) => em.fill(0, 5, 6) },
  'no zero byte': { block: (em) => em.map((byte, i) => (i > 1 && byte === 0 ? 1 : byte)) },
  'too short a secret': { premaster: new Uint8Array(47).fill(3) },
  'too long a secret': { premaster: new Uint8Array(49).fill(3) },
  'no secret': { premaster: new Uint8Array(0) },
  'another version': { version: 0x0302 },
  'zeros as ciphertext': { ciphertext: (right) => right.fill(0) },
  'the modulus as ciphertext': { ciphertext: (right, { n }) => i2osp(n, right.length) },
  'the greatest ciphertext': { ciphertext: (right) => right.fill(255) },
  'an empty ciphertext': { ciphertext: () => new Uint8Array(0) },
  'a ciphertext of 1 byte': { ciphertext: () => Uint8Array.of(2) },
  'a longer ciphertext': { ciphertext: (right) => concat(right, right) },
};

/** What a server does with one ClientKeyExchange, ChangeCipherSpec and Finished, as far as it can be counted. */
function work(changes: KeyExchangeChanges): string[] {
  const log: string[] = [];
  const counting = (source: RandomSource): RandomSource => ({
    secret: source.secret,
    bytes: (length) => {
      log.push(`random ${length}`);
      return source.bytes(length);
    },
    substream: (name) => counting(source.substream(name)),
  });
  const observe = (happening: TlsHappening) => {
    const { what } = happening;
    if (what === 'premaster') log.push(`premaster ${happening.premasterSecret.length}`);
    else if (what === 'master')
      log.push(`master ${happening.masterSecret.length} ${happening.label} ${happening.seed.length}`);
    else if (what === 'keys') log.push(`keys ${happening.keyBlock.bytes.length}`);
    else if (what !== 'record' && what !== 'message') log.push(what);
  };
  const client = new RawClient(
    createServer({ ...serverConfig(), random: counting(seededRandom('uniform')), observe }),
  );
  client.hello();
  client.keyExchange(changes).changeCipherSpec();
  // The same record whatever the keys: none of them opens it.
  client.bare(22, new Uint8Array(64));
  log.push(client.machine.status);
  return log;
}

const right = work(RIGHT);

it('the right one is worked through', () => {
  expect(right).toContain('premaster 48');
  expect(right).toContain('random 48');
  expect(right.at(-1)).toBe('failed');
});

it.each(Object.entries(WRONG))('%s: the same work as for a right one', (_, changes) => {
  expect(work(changes)).toEqual(right);
});

it('a wrong secret is another one each time', () => {
  const secrets = [1, 2].map((seed) => {
    let secret = '';
    const observe = (happening: TlsHappening) => {
      if (happening.what === 'premaster') secret = String(happening.premasterSecret);
    };
    const client = new RawClient(
      createServer({ ...serverConfig(), random: seededRandom(`wrong ${seed}`), observe }),
    );
    client.hello().keyExchange({ ciphertext: (bytes) => bytes.fill(0) });
    return secret;
  });
  expect(secrets[0]).not.toBe(secrets[1]);
  expect(secrets[0]!.startsWith('3,3,')).toBe(false);
});
