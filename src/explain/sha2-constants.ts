/**
 * The constants of SHA-2, computed as FIPS 180-4 defines them (4.2.2, 4.2.3, 5.3): the first bits behind the point of the
 * square and cube roots of the first primes, which leave the designers nothing to choose.
 */

/** K: 64 words of 32 bits or 80 of 64, from the cube roots of the first primes. */
export function roundConstants(w: 32 | 64): readonly bigint[] {
  return primes(w === 32 ? 64 : 80).map((prime) => fractionOfRoot(prime, 3, w));
}

/** 5.3.3 and 5.3.5: eight words, from the square roots of the first eight primes. */
export function initialFromFirstPrimes(w: 32 | 64): bigint[] {
  return primes(8).map((prime) => fractionOfRoot(prime, 2, w));
}

/** 5.3.4: eight words of 64 bits, from the square roots of the ninth to sixteenth primes. */
export function initialFromNextPrimes(): bigint[] {
  return primes(16)
    .slice(8)
    .map((prime) => fractionOfRoot(prime, 2, 64));
}

/** The first `w` bits behind the binary point of the `degree`-th root of `prime`. */
function fractionOfRoot(prime: bigint, degree: number, w: number): bigint {
  return integerRoot(prime << BigInt(degree * w), degree) & ((1n << BigInt(w)) - 1n);
}

/** The largest integer whose `degree`-th power is at most `n`, bit by bit from the top. */
function integerRoot(n: bigint, degree: number): bigint {
  let root = 0n;
  for (let bit = BigInt(Math.ceil(n.toString(2).length / degree)); bit >= 0n; bit--) {
    const larger = root | (1n << bit);
    if (larger ** BigInt(degree) <= n) root = larger;
  }
  return root;
}

function primes(count: number): bigint[] {
  const found: bigint[] = [];
  for (let candidate = 2n; found.length < count; candidate++) {
    if (found.every((prime) => candidate % prime !== 0n)) found.push(candidate);
  }
  return found;
}
