/**
 * HMAC as FIPS 198-1 writes it down (clause 4, Table 1), in its nine steps; the hash function itself is taken as given.
 *
 * For reading only: `hmac` of `mac` is what computes tags.
 */
import { concat, toHex, xor } from '../bytes/index.ts';
import { expectHash, type Hash } from '../hash/index.ts';
import type { Trace } from '../trace/index.ts';
import { expectExplainable, step } from './step.ts';

/** The trace of a tag of `hash.digestLength` bytes. Key and message have at most `EXPLAIN_LIMIT` bytes. */
export function explainHmac(hash: Hash, key: Uint8Array, msg: Uint8Array): Trace {
  expectHash(hash);
  expectExplainable('key', key);
  expectExplainable('msg', msg);
  const B = hash.blockSize;
  const K0 = keyOfBlockSize(hash, key);
  const inner = xor(K0, new Uint8Array(B).fill(0x36));
  const innerInput = concat(inner, msg);
  const innerHash = hash(innerInput);
  const outer = xor(K0, new Uint8Array(B).fill(0x5c));
  const outerInput = concat(outer, innerHash);
  const output = toHex(hash(outerInput));
  const fit = key.length === B ? 'equal' : key.length > B ? 'longer' : 'shorter';
  const clause = (number: string) => `FIPS 198-1, 4, step ${number}`;
  const sizes = { B, length: key.length };
  return {
    version: 1,
    subject: `HMAC-${hash.name}`,
    inputs: { key: toHex(key), msg: toHex(msg) },
    steps: [
      step('K0', clause({ equal: '1', longer: '2', shorter: '3' }[fit]), `explain.hmac.k0.${fit}`, {
        value: toHex(K0),
        ...sizes,
      }),
      step('K0^ipad', clause('4'), 'explain.hmac.ipad', { value: toHex(inner) }),
      step('inner.input', clause('5'), 'explain.hmac.innerInput', { value: toHex(innerInput) }),
      step('inner.hash', clause('6'), 'explain.hmac.innerHash', { value: toHex(innerHash) }),
      step('K0^opad', clause('7'), 'explain.hmac.opad', { value: toHex(outer) }),
      step('outer.input', clause('8'), 'explain.hmac.outerInput', { value: toHex(outerInput) }),
      step('outer.hash', clause('9'), 'explain.hmac.outerHash', { value: output }),
    ],
    output,
  };
}

/** Steps 1 to 3: a key of another length is hashed if it is longer than a block, and filled with zeros. */
function keyOfBlockSize(hash: Hash, key: Uint8Array): Uint8Array {
  const K0 = new Uint8Array(hash.blockSize);
  K0.set(key.length > hash.blockSize ? hash(key) : key);
  return K0;
}
