/**
 * The primes of an RSA key, both sought at once, each in a worker thread. Under a seed the key is the same as from one
 * thread: each prime has a random stream of its own.
 */
import { Worker } from 'node:worker_threads';
import { CryptoError, type ErrorCode } from '../errors.ts';
import { seededRandom, systemRandom } from '../random/index.ts';
import {
  type FoundPrimes,
  keySearch,
  type PrimeName,
  primeSearch,
  type RsaPrivateKey,
} from '../rsa/index.ts';

export interface KeyTask {
  readonly bits: number;
  readonly exponent: bigint;
  readonly seed: string | undefined;
}

/** What a worker is given. */
export interface PrimeTask extends KeyTask {
  readonly name: PrimeName;
}

/** What a worker says: how many candidates it has begun to test, a prime, or why there is none. */
export type PrimeAnswer =
  | { readonly tried: number }
  | { readonly prime: bigint }
  | { readonly code: ErrorCode; readonly message: string };

/** Candidates tested so far, for each prime. */
export type Tried = Readonly<Record<PrimeName, number>>;

/** Below this a worker takes longer to start than a prime to be found. */
export const WORKER_BITS = 1536;

interface Seeker {
  next(onCandidate: () => void): Promise<bigint> | bigint;
  close(): void;
}

/** The key, and how many candidates it took; `onProgress` is called for each. */
export async function findKey(
  task: KeyTask,
  onProgress: (tried: Tried) => void,
): Promise<{ readonly key: RsaPrivateKey; readonly tried: Tried }> {
  const search = keySearch(task.bits, task.exponent);
  let step = search.next({});
  // Even on one core: this thread stays free to show progress and to hear Ctrl-C.
  const open = task.bits < WORKER_BITS ? openHere : openWorker;
  const seekers = { p: open({ ...task, name: 'p' }), q: open({ ...task, name: 'q' }) };
  const tried = { p: 0, q: 0 };
  let p: bigint | undefined;
  try {
    while (!step.done) {
      const names = step.value;
      const primes = await Promise.all(
        names.map((name) =>
          seekers[name].next(() => {
            tried[name]++;
            onProgress(tried);
          }),
        ),
      );
      const found: FoundPrimes = Object.fromEntries(names.map((name, i) => [name, primes[i]!]));
      p = found.p ?? p;
      step = search.next(found);
    }
    const key = step.value;
    // The larger prime becomes p, whichever search found it.
    return { key, tried: key.crt?.p === p ? tried : { p: tried.q, q: tried.p } };
  } finally {
    seekers.p.close();
    seekers.q.close();
  }
}

function openHere({ bits, exponent, seed, name }: PrimeTask): Seeker {
  const random = seed === undefined ? systemRandom : seededRandom(seed);
  const search = primeSearch(bits, exponent, random, name);
  return { next: (onCandidate) => search.next(onCandidate), close() {} };
}

function openWorker(task: PrimeTask): Seeker {
  const worker = new Worker(new URL('./workers/prime-worker.js', import.meta.url), { workerData: task });
  return {
    next: (onCandidate) =>
      new Promise((resolve, reject) => {
        const onMessage = (answer: PrimeAnswer) => {
          if ('tried' in answer) return onCandidate();
          worker.off('message', onMessage);
          worker.off('error', reject);
          if ('prime' in answer) resolve(answer.prime);
          else reject(new CryptoError(answer.code, answer.message));
        };
        worker.on('message', onMessage);
        worker.on('error', reject);
        worker.postMessage('next');
      }),
    close: () => void worker.terminate(),
  };
}
