/** "Symmetric is less secure": bit for bit it is the stronger; what it lacks is a way to hand out keys. */
import { aes, encryptBlock } from '../../block/index.ts';
import { equalConstantTime } from '../../bytes/index.ts';
import { factor, findPrime } from '../../math/index.ts';
import type { RandomSource } from '../../random/index.ts';
import type { TraceStep } from '../../trace/index.ts';
import { evidence, type Myth, mythStep } from './myth.ts';

const SIZES = [12, 14, 16] as const;
/** Lengths of moduli, with the strength that NIST SP 800-57 Part 1, Table 2, gives them. */
const MODULI = [
  { modulus: 1024, rounded: 80 },
  { modulus: 2048, rounded: 112 },
  { modulus: 3072, rounded: 128 },
  { modulus: 15360, rounded: 256 },
] as const;
const AES_BITS = 128;
/** So that no lucky key decides. */
const SAMPLES = 4;

export const symmetricLessSecure: Myth = {
  name: 'symmetric-less-secure',
  said: 'myth.symmetric-less-secure.said',
  truth: 'myth.symmetric-less-secure.truth',
  better: 'myth.symmetric-less-secure.better',
  tables: [
    {
      say: 'myth.symmetric-less-secure.step.break',
      caption: 'myth.symmetric-less-secure.table.break',
      columns: {
        bits: 'myth.symmetric-less-secure.column.bits',
        keys: 'myth.symmetric-less-secure.column.keys',
        divisions: 'myth.symmetric-less-secure.column.divisions',
      },
    },
    {
      say: 'myth.symmetric-less-secure.step.strength',
      caption: 'myth.symmetric-less-secure.table.strength',
      columns: {
        modulus: 'myth.symmetric-less-secure.column.modulus',
        strength: 'myth.symmetric-less-secure.column.strength',
        rounded: 'myth.symmetric-less-secure.column.rounded',
      },
    },
  ],
  run(random) {
    const stream = random.substream('myth.symmetric-less-secure');
    const steps: TraceStep[] = [];
    let rsaHarder = 0;
    for (const bits of SIZES) {
      const keys = searchAes(stream, bits);
      const divisions = factorModulus(stream, bits);
      if (divisions >= keys) rsaHarder++;
      steps.push(
        mythStep(`break.${bits}`, 'myth.symmetric-less-secure.step.break', { bits, keys, divisions }),
      );
    }
    const strengths = MODULI.map((each) => ({ ...each, strength: strengthOf(each.modulus) }));
    for (const values of strengths) {
      steps.push(
        mythStep(
          `strength.${values.modulus}`,
          'myth.symmetric-less-secure.step.strength',
          values,
          'FIPS 140-2 IG, 7.5',
        ),
      );
    }
    const asLong = strengths.find(({ strength }) => strength >= AES_BITS)!;
    return evidence('symmetric-less-secure', steps, [
      { claim: 'myth.symmetric-less-secure.claim.harder', holds: rsaHarder > 0 },
      { claim: 'myth.symmetric-less-secure.claim.shorter', holds: asLong.modulus <= AES_BITS },
    ]);
  },
};

/** AES-128 of whose key all but `bits` bits are known: how many keys are tried on average, for a few keys. */
function searchAes(random: RandomSource, bits: number): number {
  const block = random.bytes(16);
  const known = random.bytes(16);
  const withTail = (tail: number) => {
    const key = known.slice();
    new DataView(key.buffer).setUint16(14, tail);
    return key;
  };
  let tried = 0;
  for (let sample = 0; sample < SAMPLES; sample++) {
    const [high, low] = random.bytes(2);
    const ciphertext = encryptBlock(aes(withTail(((high! << 8) | low!) >>> (16 - bits))), block);
    let tail = 0;
    while (!equalConstantTime(encryptBlock(aes(withTail(tail)), block), ciphertext)) tail++;
    tried += tail + 1;
  }
  return Math.round(tried / SAMPLES);
}

/** A modulus of that many bits: the steps until a prime divides it, by trial division. */
function factorModulus(random: RandomSource, bits: number): number {
  const p = findPrime({ bits: bits / 2, random });
  let q = p;
  while (q === p) q = findPrime({ bits: bits / 2, random });
  return factor(p * q, { methods: ['trial-division'] }).steps;
}

/**
 * The strength in bits of a modulus against the number field sieve (Implementation Guidance for FIPS 140-2, 7.5). */
function strengthOf(modulus: number): number {
  const ln = modulus * Math.LN2;
  return Math.round((1.923 * Math.cbrt(ln) * Math.cbrt(Math.log(ln) ** 2) - 4.69) / Math.LN2);
}
