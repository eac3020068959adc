/** A worker thread that seeks one of the two primes of an RSA key: each message asks for the next one. */
import { parentPort, workerData } from 'node:worker_threads';
import { CryptoError } from '../../errors.ts';
import { seededRandom, systemRandom } from '../../random/index.ts';
import { primeSearch } from '../../rsa/key-search.ts';
import type { PrimeAnswer, PrimeTask } from '../prime-workers.ts';

const { bits, exponent, name, seed } = workerData as PrimeTask;
const random = seed === undefined ? systemRandom : seededRandom(seed);
const search = primeSearch(bits, exponent, random, name);
const answer = (message: PrimeAnswer) => parentPort?.postMessage(message);

parentPort?.on('message', () => {
  try {
    const prime = search.next((tried) => answer({ tried }));
    answer({ prime });
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    answer({ code: error.code, message: error.message });
  }
});
