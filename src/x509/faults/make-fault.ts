/**
 * Chains with exactly one thing wrong, by name, for tests, lessons and homework; and one with nothing wrong, `good`.
 *
 * From the same random source and at the same moment all have the same keys and serial numbers, so that two of them differ in
 * their faults alone. Nothing here is to be trusted by anybody.
 */
import { CryptoError, kindOf, orList } from '../../errors.ts';
import type { PrivateKey } from '../../keys/index.ts';
import { type RandomSource, systemRandom } from '../../random/index.ts';
import { generateKey } from '../../rsa/index.ts';
import type { Purpose } from '../chain/purpose.ts';
import { parseIp } from '../ip-address.ts';
import { type BuiltChain, buildChain } from './build-chain.ts';
import { FORM_FAULTS, TIME_FAULTS } from './form-faults.ts';
import { GOOD, HOST } from './good.ts';
import { LIST_FAULTS } from './list-faults.ts';
import { NAME_FAULTS } from './name-faults.ts';
import type { FaultRule, KeyRole } from './plan.ts';
import { TRUST_FAULTS } from './trust-faults.ts';

const RULES = { ...GOOD, ...TIME_FAULTS, ...NAME_FAULTS, ...TRUST_FAULTS, ...FORM_FAULTS, ...LIST_FAULTS };

export type FaultName = keyof typeof RULES;

/** In the order in which they are best looked at; `good` first. */
export const FAULT_NAMES = Object.keys(RULES) as readonly FaultName[];

export interface Fault extends BuiltChain, Pick<FaultRule, 'reason' | 'opensslError' | 'clause' | 'place'> {
  readonly name: FaultName;
  /** What must be asked for, so that this is the fault. */
  readonly host: string;
  readonly at: Date;
  readonly purpose: Purpose;
  /** For `openssl`, with root.pem, chain.pem, crl.pem and leaf.pem in the folder where it runs. */
  readonly opensslArgs: readonly string[];
}

export interface FaultOptions {
  readonly random?: RandomSource;
  /** The moment at which the chain is judged, in whole seconds: now where not given. */
  readonly at?: Date;
  /** Of each key, from 1024 to 4096: 2048 where not given. */
  readonly bits?: number;
  /** Where keys come from that are not to be made here. */
  readonly keyOf?: (role: KeyRole, bits: number) => PrivateKey;
}

/** Of a key whose weakness is not the fault. */
export const FAULT_BITS = { least: 1024, most: 4096, usual: 2048 } as const;

/** Three or four keys are made: about a second. `bad-argument` for a name that is none of `FAULT_NAMES`, and for options that are none. */
export function makeFault(name: FaultName, options: FaultOptions = {}): Fault {
  const rule = ruleOf(name);
  const { random = systemRandom, bits = FAULT_BITS.usual, keyOf = makeKey(random) } = options;
  const at = wholeSecond(options.at ?? new Date());
  expectBits(bits);
  const keys = new Map<string, PrivateKey>();
  const built = buildChain(rule.plan, {
    at,
    random,
    keyOf: (role, size = bits) => {
      const key = keys.get(role) ?? keyOf(role, size);
      keys.set(role, key);
      return key;
    },
  });
  const { reason, opensslError, clause, place, host = HOST } = rule;
  const opensslArgs = argsOf(host, at, rule);
  return { ...built, name, reason, opensslError, clause, place, host, at, purpose: 'server', opensslArgs };
}

/** What is to be known about a fault before it is made. `bad-argument` for a name that is none of `FAULT_NAMES`. */
export function faultFacts(name: FaultName): Pick<Fault, 'reason' | 'opensslError' | 'clause'> {
  const { reason, opensslError, clause } = ruleOf(name);
  return { reason, opensslError, clause };
}

function ruleOf(name: FaultName): FaultRule {
  if (Object.hasOwn(RULES, name)) return RULES[name];
  throw new CryptoError('bad-argument', `name: expected ${orList(FAULT_NAMES)}, got ${JSON.stringify(name)}`);
}

function makeKey(random: RandomSource) {
  return (role: KeyRole, bits: number): PrivateKey => ({
    algorithm: 'rsa',
    rsa: generateKey(bits, { random: random.substream(`fault.${role}`) }),
  });
}

function expectBits(bits: number): void {
  const { least, most } = FAULT_BITS;
  if (Number.isSafeInteger(bits) && bits >= least && bits <= most) return;
  throw new CryptoError('bad-argument', `bits: expected ${least} to ${most}, got ${bits}`);
}

/** So that the dates of all certificates, some years off, can be written, and `openssl -attime` takes them. */
const YEARS = { from: 1980, to: 9900 } as const;

function wholeSecond(at: Date): Date {
  if (!(at instanceof Date) || Number.isNaN(at.getTime())) {
    throw new CryptoError('bad-argument', `at: expected a Date, got ${kindOf(at)}`);
  }
  const year = at.getUTCFullYear();
  if (year < YEARS.from || year > YEARS.to) {
    throw new CryptoError(
      'bad-argument',
      `at: expected a year from ${YEARS.from} to ${YEARS.to}, got ${year}`,
    );
  }
  return new Date(Math.floor(at.getTime() / 1000) * 1000);
}

function argsOf(host: string, at: Date, { opensslArgs = [], revocation }: FaultRule): string[] {
  return [
    ...['-CAfile', 'root.pem', '-untrusted', 'chain.pem'],
    ...(revocation === 'not-asked' ? [] : ['-CRLfile', 'crl.pem', '-crl_check_all']),
    ...['-purpose', 'sslserver', parseIp(host) ? '-verify_ip' : '-verify_hostname', host],
    ...['-attime', String(at.getTime() / 1000)],
    ...opensslArgs,
    'leaf.pem',
  ];
}
