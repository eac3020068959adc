/** SHA-1, SHA-2, HMAC and PBKDF: AFT, and Monte Carlo tests in both their versions. */
import { utf8 } from '../../../bytes/index.ts';
import type { HashId } from '../../../hash/index.ts';
import { saying } from '../../saying.ts';
import type { Check } from '../../vector-file.ts';
import { hashLoop } from '../cavp/monte-carlo.ts';
import { type CaseChecks, noResults, skipped } from './checks.ts';
import type { Merged } from './document.ts';

const IDS: Readonly<Record<string, HashId>> = {
  'SHA-1': 'sha1',
  'SHA2-224': 'sha224',
  'SHA2-256': 'sha256',
  'SHA2-384': 'sha384',
  'SHA2-512': 'sha512',
  'SHA2-512/224': 'sha512-224',
  'SHA2-512/256': 'sha512-256',
};

/** By ACVP's name; undefined for one that is not here. */
export function acvpHash(name: string): HashId | undefined {
  return Object.hasOwn(IDS, name) ? IDS[name] : undefined;
}

/** Undefined for an algorithm that is none of these. */
export function hashChecks(algorithm: string, group: Merged, test: Merged): CaseChecks | undefined {
  const id = acvpHash(algorithm);
  if (id) return digestChecks(id, algorithm, group, test);
  const keyed = /^HMAC-(.*)$/.exec(algorithm);
  if (!keyed) return undefined;
  const hash = acvpHash(keyed[1]!);
  return hash ? hmacChecks(hash, test) : undefined;
}

function digestChecks(id: HashId, algorithm: string, group: Merged, test: Merged): CaseChecks {
  const type = group.text('testType');
  if (type === 'MCT') return monteCarlo(id, algorithm, group, test);
  if (type !== 'AFT' && type !== 'VOT') return skipped(saying('vectors.skip.testType', { algorithm, type }));
  const bits = test.has('len') ? test.integer('len') : 8 * test.bytes('msg').length;
  if (bits % 8 !== 0) return skipped(saying('vectors.skip.bitOriented', { bits }));
  if (!test.has('md')) return noResults();
  const msg = bits === 0 ? new Uint8Array(0) : test.bytes('msg');
  return {
    checks: [{ request: { op: id, fields: { msg } }, want: { kind: 'output', output: test.bytes('md') } }],
  };
}

/** Each round starts from the digest of the one before it; in the alternate version messages are as long as the first seed. */
function monteCarlo(id: HashId, algorithm: string, group: Merged, test: Merged): CaseChecks {
  const version = group.has('mctVersion') ? group.text('mctVersion') : 'standard';
  if (version !== 'standard' && version !== 'alternate') {
    return skipped(saying('vectors.skip.testType', { algorithm, type: `MCT (${version})` }));
  }
  if (!test.has('resultsArray')) return noResults();
  let seed = test.bytes('msg');
  const size = version === 'alternate' ? seed.length : undefined;
  const checks = test
    .with('resultsArray')
    .objects('resultsArray')
    .map((round): Check => {
      const loop = hashLoop(id, seed, size);
      seed = round.bytes('md');
      return { op: id, loop, want: { kind: 'output', output: seed } };
    });
  return { checks };
}

function hmacChecks(id: HashId, test: Merged): CaseChecks {
  for (const name of ['msgLen', 'keyLen', 'macLen']) {
    if (test.has(name) && test.integer(name) % 8 !== 0) {
      return skipped(saying('vectors.skip.bitOriented', { bits: test.integer(name) }));
    }
  }
  if (!test.has('mac')) return noResults();
  const output = test.bytes('mac');
  const fields = { key: test.bytes('key'), msg: test.bytes('msg'), tagSize: 8 * output.length };
  return { checks: [{ request: { op: `hmac-${id}`, fields }, want: { kind: 'output', output } }] };
}

/** More would take minutes. */
const MOST_ITERATIONS = 1_000_000;

/** PBKDF2 (SP 800-132). Undefined for another algorithm. */
export function pbkdfChecks(algorithm: string, group: Merged, test: Merged): CaseChecks | undefined {
  if (algorithm !== 'PBKDF') return undefined;
  const hash = acvpHash(group.text('hmacAlg'));
  if (!hash) return skipped(saying('vectors.skip.algorithm', { name: `PBKDF, ${group.text('hmacAlg')}` }));
  const iterationCount = test.integer('iterationCount');
  if (iterationCount > MOST_ITERATIONS) {
    const what = `iterationCount ${iterationCount}`;
    return skipped(saying('vectors.skip.tooMuch', { what, most: MOST_ITERATIONS }));
  }
  if (test.integer('keyLen') % 8 !== 0) {
    return skipped(saying('vectors.skip.noOperation', { what: `keyLen ${test.integer('keyLen')}` }));
  }
  if (!test.has('derivedKey')) return noResults();
  const output = test.bytes('derivedKey');
  const fields = {
    password: utf8(test.text('password')),
    salt: test.bytes('salt'),
    iterationCount,
    dkLen: output.length,
  };
  return {
    checks: [{ request: { op: `pbkdf2-hmac-${hash}`, fields }, want: { kind: 'output', output } }],
  };
}
