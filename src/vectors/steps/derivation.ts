/** The steps of key derivation: HKDF (RFC 5869) and PBKDF2 (RFC 8018). */
import { concat, concatAll, xor } from '../../bytes/index.ts';
import { HASHES, type HashId } from '../../hash/index.ts';
import { hmac } from '../../mac/index.ts';
import { bytes, bytesOrNone, integer } from '../operations/index.ts';
import { bytesStep, MORE, type StandardStep, type StepBuilder } from './step.ts';

const EXTRACT = 'RFC 5869, 2.2';
const EXPAND = 'RFC 5869, 2.3';
const PBKDF2 = 'RFC 8018, 5.2';

/** Iterations of PBKDF2 that have a step of their own, and how many are done at all, over all blocks. */
const SINGLE_ITERATIONS = 32;
const MOST_ITERATIONS = 20_000;
/** Most that is derived, in bytes. */
const LONGEST = 4096;

export function hkdfBuilder(id: HashId): StepBuilder {
  return function* (fields) {
    const hash = HASHES[id];
    const info = bytesOrNone(fields, 'info');
    const size = integer(fields, 'size');
    if (size < 0 || size > 255 * hash.digestLength) return yield MORE;
    const PRK = hmac(hash, bytesOrNone(fields, 'salt'), bytes(fields, 'ikm'));
    yield bytesStep('PRK', EXTRACT, PRK);
    const T: Uint8Array[] = [];
    for (let i = 1; (i - 1) * hash.digestLength < size; i++) {
      T.push(hmac(hash, PRK, concatAll([T.at(-1) ?? new Uint8Array(0), info, Uint8Array.of(i)])));
      yield bytesStep(`T(${i})`, EXPAND, T.at(-1)!, i === 1 ? ['PRK'] : [`T(${i - 1})`, 'PRK']);
    }
    yield bytesStep('OKM', EXPAND, concatAll(T).slice(0, size), T.length > 0 ? [`T(${T.length})`] : []);
  };
}

export function pbkdf2Builder(id: HashId): StepBuilder {
  return function* (fields) {
    const hash = HASHES[id];
    const password = bytes(fields, 'password');
    const salt = bytes(fields, 'salt');
    const c = integer(fields, 'iterationCount');
    const dkLen = integer(fields, 'dkLen');
    const l = Math.ceil(dkLen / hash.digestLength);
    if (!(c >= 1 && dkLen >= 1)) return yield MORE;
    if (dkLen > LONGEST) return yield MORE;
    const keyed = hmac.create(hash, password);
    const prf = (input: Uint8Array) => keyed.digestWith(input);
    const T: Uint8Array[] = [];
    for (let i = 1; i <= l; i++) {
      const steps: StandardStep[] = [];
      const number = new DataView(new ArrayBuffer(4));
      number.setUint32(0, i);
      let U = prf(concat(salt, new Uint8Array(number.buffer)));
      let sum = U;
      const note = (j: number) =>
        steps.push(bytesStep(`T_${i}.U_${j}`, PBKDF2, U, j === 1 ? [] : [`T_${i}.U_${j - 1}`]));
      note(1);
      const done = c * l > MOST_ITERATIONS ? Math.min(c, SINGLE_ITERATIONS) : c;
      for (let j = 2; j <= done; j++) {
        U = prf(U);
        sum = xor(sum, U);
        if (j <= SINGLE_ITERATIONS) note(j);
      }
      yield* steps;
      if (done < c) return yield MORE;
      yield bytesStep(`T_${i}`, PBKDF2, sum, [`T_${i}.U_${Math.min(c, SINGLE_ITERATIONS)}`]);
      T.push(sum);
    }
    if (c > SINGLE_ITERATIONS) yield MORE;
    yield bytesStep('DK', PBKDF2, concatAll(T).slice(0, dkLen), [`T_${l}`]);
  };
}
