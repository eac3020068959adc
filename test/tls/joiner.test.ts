/** Handshake messages out of records that cut them anyhow. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatAll, toHex } from '../../src/bytes/index.ts';
import { encodeHandshake } from '../../src/tls/index.ts';
import { MessageJoiner } from '../../src/tls/messages/joiner.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes in use, once what nobody holds is gone. */
function memory(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const admitAll = () => {};

/** All whole messages, once `fragment` has come too. */
function join(joiner: MessageJoiner, fragment: Uint8Array): string[] {
  const found: string[] = [];
  joiner.push(fragment);
  for (let bytes = joiner.next(admitAll); bytes; bytes = joiner.next(admitAll)) found.push(toHex(bytes));
  return found;
}

const bodies = fc.array(fc.uint8Array({ maxLength: 30 }), { maxLength: 8 });
const message = (body: Uint8Array) => encodeHandshake({ type: 'unknown', number: 99, body });

describe('the joiner of messages', () => {
  it('gives the same messages however they are cut, even where the fragments change afterwards', () => {
    fc.assert(
      fc.property(bodies, fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }), (list, lengths) => {
        const messages = list.map(message);
        const stream = concatAll(messages);
        const joiner = new MessageJoiner();
        const found: string[] = [];
        let at = 0;
        for (let i = 0; at < stream.length; i++) {
          const fragment = stream.slice(at, at + lengths[i % lengths.length]!);
          found.push(...join(joiner, fragment));
          at += fragment.length;
          fragment.fill(0xee);
          const isBetween = messages.some((_, k) => concatAll(messages.slice(0, k)).length === at);
          expect(joiner.isPartial).toBe(!isBetween && at < stream.length);
        }
        expect(found).toEqual(messages.map(toHex));
      }),
    );
  });

  it('keeps no more than the bytes of a message that comes byte by byte', () => {
    const body = new Uint8Array(100_000).fill(7);
    const bytes = message(body);
    const joiner = new MessageJoiner();
    const one = new Uint8Array(1);
    const before = memory();
    for (let i = 0; i < bytes.length - 1; i++) {
      one[0] = bytes[i]!;
      joiner.push(one);
    }
    expect(memory() - before).toBeLessThan(10 * bytes.length);
    expect(join(joiner, Uint8Array.of(7))).toEqual([toHex(bytes)]);
    expect(joiner.isPartial).toBe(false);
  });
});
