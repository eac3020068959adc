/** The forms that a block of RSA can have once it is opened (RFC 8017, 7.2.1 and 9.2). */
import { HASHES, type Hash } from '../../hash/index.ts';
import type { Fields } from '../operations/index.ts';
import { areSame } from './mistake.ts';

/** EM is as long as the modulus. `T` is what should stand at its end: the message, or the DigestInfo of its digest. */
export type Shape = (EM: Uint8Array, T: Uint8Array, fields: Fields) => boolean;

/** EM taken apart: its first two bytes, what stands before its end `T`, and whether it does end in `T`. */
export function partsOf(EM: Uint8Array, T: Uint8Array) {
  const start = EM.length - T.length;
  const ends = start >= 0 && areSame(EM.subarray(Math.max(0, start)), T);
  return { first: EM[0], type: EM[1], PS: EM.subarray(2, start - 1), separator: EM[start - 1], ends };
}

export const all = (bytes: Uint8Array, wanted: number) => bytes.every((byte) => byte === wanted);
export const noZero = (bytes: Uint8Array) => !bytes.includes(0);

/** Nothing but zeros before the end. */
export const bare: Shape = (EM, T) => {
  const { ends } = partsOf(EM, T);
  return ends && all(EM.subarray(0, EM.length - T.length), 0);
};

/** Zeros where the padding string should be, behind the block type. */
export const zeroPadded = (wanted: number): Shape => {
  return (EM, T) => {
    const { first, type, PS, separator, ends } = partsOf(EM, T);
    return ends && first === 0 && type === wanted && separator === 0 && all(PS, 0);
  };
};

/** The block type first, without the zero before it. */
export const withoutFirstZero = (wanted: number): Shape => {
  return (EM, T) => {
    const { first, separator, ends } = partsOf(EM, T);
    return ends && first === wanted && separator === 0 && noZero(EM.subarray(1, EM.length - T.length - 1));
  };
};

/** No zero between the padding string and what follows. */
export const withoutSeparator = (wanted: number): Shape => {
  return (EM, T) => {
    const { first, type, PS, separator, ends } = partsOf(EM, T);
    return ends && first === 0 && type === wanted && separator !== 0 && noZero(PS);
  };
};

export const ofType = (wrong: number): Shape => {
  return (EM, T) => {
    const { first, type, PS, separator, ends } = partsOf(EM, T);
    return ends && first === 0 && type === wrong && separator === 0 && noZero(PS);
  };
};

export const others = (hash: Hash) => Object.values(HASHES).filter((other) => other !== hash);
