/** What operations cost, by a clock that ticks once each time it is read. */
import { expect, it } from 'vitest';
import { measureCosts } from '../../src/crosscheck/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import { generateKey } from '../../src/rsa/index.ts';

it('tells what a message costs each way, from what one operation costs', async () => {
  let ticks = 0;
  let done = 0;
  const key = generateKey(1024, { random: seededRandom('costs') });
  const { rsaPublic, rsaPrivate, aesSeal, aesOpen, limit, sendings } = await measureCosts(
    key,
    () => ticks++,
    async () => void done++,
    10_000,
  );
  expect(done).toBe(4);
  // A public operation is timed twenty at a time.
  expect(rsaPublic).toEqual({ scratch: 1 / 20, reference: 1 / 20 });
  for (const times of [rsaPrivate, aesSeal, aesOpen]) expect(times).toEqual({ scratch: 1, reference: 1 });

  // RFC 8017, 7.1.1 and 7.2.1: k - 2hLen - 2 and k - 11.
  expect(limit).toEqual({ oaep: 128 - 2 * 32 - 2, pkcs1: 128 - 11 });
  const [alone, rsa, envelope] = sendings;
  expect(alone).toMatchObject({ way: 'aes', messages: 1, bytes: 12 + 10_000 + 16 });
  expect(rsa).toMatchObject({ way: 'rsa', messages: 162, bytes: 162 * 128 });
  expect(rsa!.messages * limit.oaep).toBeGreaterThanOrEqual(10_000);
  expect(rsa!.sender.scratch).toBeCloseTo(162 / 20);
  expect(rsa!.receiver.reference).toBe(162);
  expect(envelope).toMatchObject({ way: 'envelope', bytes: 128 + alone!.bytes });
  expect(envelope!.receiver).toEqual({ scratch: 2, reference: 2 });
});
