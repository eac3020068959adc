/** Small primes in order, by the sieve of Eratosthenes. */

/** The primes below `limit`, which is at most 2^20: the sieve is made once, and again only for a higher limit. */
export function primesBelow(limit: number): Uint32Array {
  if (limit > sieved) {
    sieved = Math.max(limit, 2 * sieved);
    primes = sieve(sieved);
  }
  let low = 0;
  for (let high = primes.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (primes[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return primes.subarray(0, low);
}

let sieved = 0;
let primes = new Uint32Array(0);

function sieve(limit: number): Uint32Array<ArrayBuffer> {
  const composite = new Uint8Array(limit);
  const found: number[] = [];
  for (let n = 2; n < limit; n++) {
    if (composite[n]) continue;
    found.push(n);
    for (let multiple = n * n; multiple < limit; multiple += n) composite[multiple] = 1;
  }
  return Uint32Array.from(found);
}
