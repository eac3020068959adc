/** The work of `crypto rsa factor`: as far as it goes within the seconds given. */
import { CryptoError } from '../../../errors.ts';
import { bitLength, type Factorization, factor } from '../../../math/index.ts';
import { CheckFailed } from '../../check-failed.ts';
import { startSearch } from '../../io/search.ts';
import type { Session } from '../../session.ts';
import { readRsaKey } from './key.ts';

export interface FactorRunOptions {
  readonly key?: string | undefined;
  readonly passphrase?: string | undefined;
  readonly limit: number;
}

export async function runFactor(
  session: Session,
  given: bigint | undefined,
  options: FactorRunOptions,
): Promise<void> {
  const n = await chosenNumber(session, given, options);
  if (n < 2n)
    throw new CryptoError('bad-argument', session.say('rsa.error.smallNumber', { got: n.toString() }));
  const progress = startSearch(session);
  const start = performance.now();
  const found = factor(n, {
    maxSteps: Number.MAX_SAFE_INTEGER,
    goOn(steps) {
      progress.update(() => session.say('rsa.factor.running', { count: grouped(steps) }));
      return performance.now() - start < 1000 * options.limit;
    },
  });
  progress.stop();
  const seconds = (performance.now() - start) / 1000;
  const { factors, rest, method, steps } = found;
  const facts = {
    n: n.toString(),
    bits: bitLength(n),
    factors: factors.map(String),
    rest: rest.toString(),
    method,
    steps,
    seconds: Number(seconds.toFixed(3)),
  };
  if (rest !== 1n) {
    const bits = bitLength(rest);
    const values = { bits, seconds: options.limit, steps: grouped(steps), power: Math.ceil(bits / 4) };
    throw new CheckFailed(session.say('rsa.factor.gaveUp', values), facts);
  }
  if (session.json) session.printJson(facts);
  else report(session, n, found, seconds);
}

async function chosenNumber(
  session: Session,
  given: bigint | undefined,
  { key, passphrase }: FactorRunOptions,
): Promise<bigint> {
  if (key === undefined) {
    if (given === undefined) throw new CryptoError('bad-argument', session.say('rsa.error.noInput'));
    return given;
  }
  if (given !== undefined) throw new CryptoError('bad-argument', session.say('rsa.error.twoInputs'));
  const { rsa } = await readRsaKey(session, { key, passphrase, lenient: true });
  return rsa.n;
}

function report(
  session: Session,
  n: bigint,
  { factors, method, steps }: Factorization,
  seconds: number,
): void {
  if (factors.length === 1) session.print(session.say('rsa.factor.prime', { n: n.toString() }));
  else session.print(`${n} = ${factors.join(' · ')}`);
  const time = seconds < 1 ? `${(1000 * seconds).toFixed(1)} ms` : `${seconds.toFixed(1)} s`;
  const work = { steps: grouped(steps), time };
  if (method === 'miller-rabin') session.print(session.say('rsa.factor.noDivisor', work));
  else session.print(session.say('rsa.factor.how', { method: session.say(`rsa.method.${method}`), ...work }));
}

/** 11557 as `11,557`. */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
