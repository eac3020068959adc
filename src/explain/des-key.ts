/** The key schedule KS of DES (FIPS 46-3, Appendix 1): sixteen keys of 48 bits out of 56. */
import { KEY_SHIFTS, PC1, PC2 } from '../block/des-tables.ts';
import type { TraceStep } from '../trace/index.ts';
import { hexOf, permute, rotateLeft } from './bits.ts';
import { step } from './step.ts';

const CLAUSE = 'FIPS 46-3, Appendix 1';

/** K[1] to K[16] of a key of 64 bits, every eighth of which is ignored. */
export function chooseKeys(key: string): { readonly keys: readonly string[]; readonly steps: TraceStep[] } {
  const chosen = permute(key, PC1);
  let C = chosen.slice(0, 28);
  let D = chosen.slice(28);
  const steps = [
    step('PC-1', CLAUSE, 'explain.des.pc1', { value: hexOf(chosen) }),
    step('C[0]', CLAUSE, 'explain.des.c0', { value: hexOf(C) }),
    step('D[0]', CLAUSE, 'explain.des.d0', { value: hexOf(D) }),
  ];
  const keys = KEY_SHIFTS.map((shift, i) => {
    const n = i + 1;
    C = rotateLeft(C, shift);
    D = rotateLeft(D, shift);
    const K = permute(C + D, PC2);
    const places = { n, shift };
    steps.push(step(`C[${n}]`, CLAUSE, 'explain.des.c', { value: hexOf(C), ...places }));
    steps.push(step(`D[${n}]`, CLAUSE, 'explain.des.d', { value: hexOf(D), ...places }));
    steps.push(step(`K[${n}]`, CLAUSE, 'explain.des.key', { value: hexOf(K), n }));
    return K;
  });
  return { keys, steps };
}
