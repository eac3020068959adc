/** RSA sigVer and sigGen. */
import { fromHex } from '../../../bytes/index.ts';
import type { Field } from '../../request.ts';
import { saying } from '../../saying.ts';
import { type CaseChecks, noResults, skipped } from './checks.ts';
import type { Merged } from './document.ts';

/** ACVP's name as Wycheproof has it: `SHA2-256` is `SHA-256`. */
export function shaName(name: string): string {
  return name.replace(/^SHA2-/, 'SHA-');
}

/** Undefined for an algorithm that is none of these. */
export function signatureChecks(algorithm: string, group: Merged, test: Merged): CaseChecks | undefined {
  const [, mode] = /^RSA (sigVer|sigGen)$/i.exec(algorithm) ?? [];
  if (!mode) return undefined;
  const type = group.text('sigType');
  const isPss = type === 'pss';
  if (!isPss && type !== 'pkcs1v1.5') {
    return skipped(saying('vectors.skip.algorithm', { name: `RSA, ${type}` }));
  }
  const verifies = mode.toLowerCase() === 'sigver';
  if (verifies ? !test.has('testPassed') : !test.has('signature')) return noResults();
  // With SP 800-106 the message is mixed with a random value first.
  if (test.has('randomValue')) return skipped(saying('vectors.skip.algorithm', { name: 'SP 800-106' }));
  // The key of generated signatures stands in the results.
  const key = test.has('n') ? test : group;
  if (!key.has('n')) return noResults();
  const sha = shaName(group.text('hashAlg'));
  const mask = group.has('maskFunction') ? group.text('maskFunction') : 'mgf1';
  if (isPss && mask !== 'mgf1') return skipped(saying('vectors.skip.algorithm', { name: `PSS, ${mask}` }));
  const fields: Record<string, Field> = {
    modulus: key.bytes('n'),
    publicExponent: exponent(key),
    sha,
    ...(isPss && { mgfSha: sha, sLen: group.integer('saltLen') }),
    msg: test.bytes('message'),
    sig: test.bytes('signature'),
  };
  const output = verifies ? test.boolean('testPassed') : true;
  const op = isPss ? 'rsa-pss-verify' : 'rsa-pkcs1-verify';
  return { checks: [{ request: { op, fields }, want: { kind: 'output', output } }] };
}

/** An exponent may have an odd number of digits. */
function exponent(key: Merged): Uint8Array {
  const digits = key.text('e');
  return fromHex(digits.length % 2 === 0 ? digits : `0${digits}`, 'e');
}
