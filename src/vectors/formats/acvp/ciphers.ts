/** ACVP-AES-* and ACVP-TDES-*: AFT, and Monte Carlo tests, of which every round is checked. */
import { concat } from '../../../bytes/index.ts';
import { GCM_TAG_LENGTHS } from '../../../modes/index.ts';
import type { Field } from '../../request.ts';
import { saying } from '../../saying.ts';
import type { Check } from '../../vector-file.ts';
import { cipherLoop } from '../cavp/monte-carlo.ts';
import type { JsonObject } from '../json.ts';
import { type CaseChecks, noResults, skipped } from './checks.ts';
import type { Merged } from './document.ts';

/** Undefined for an algorithm that is none of these. */
export function cipherChecks(algorithm: string, group: Merged, test: Merged): CaseChecks | undefined {
  const [, family, mode] = /^ACVP-(AES|TDES)-(ECB|CBC|CTR|OFB|CFB128|CFB64|GCM)$/.exec(algorithm) ?? [];
  if (!family || !mode) return undefined;
  if (mode === 'GCM') return gcmChecks(group, test);
  const cipher = `${family === 'AES' ? 'aes' : '3des'}-${mode.toLowerCase().replace(/\d+$/, '')}`;
  const type = group.text('testType');
  if (type === 'MCT') return monteCarlo(cipher, group, test);
  if (type !== 'AFT' && type !== 'CTR') {
    return skipped(saying('vectors.skip.testType', { algorithm, type }));
  }
  // The counters are the tester's to choose.
  if (cipher.endsWith('ctr') && !test.has('iv'))
    return skipped(saying('vectors.skip.testType', { algorithm, type }));
  const decrypts = group.text('direction') === 'decrypt';
  const [input, output] = decrypts ? ['ct', 'pt'] : ['pt', 'ct'];
  if (!test.has(output!)) return noResults();
  for (const name of ['payloadLen', 'dataLen']) {
    if (test.has(name) && test.integer(name) % 8 !== 0) {
      return skipped(saying('vectors.skip.bitOriented', { bits: test.integer(name) }));
    }
  }
  const fields: Record<string, Field> = {
    key: keyOf(test),
    ...(!cipher.endsWith('ecb') && { iv: test.bytes('iv') }),
    [decrypts ? 'ct' : 'msg']: test.bytes(input!),
  };
  const request = { op: `${cipher}-${decrypts ? 'decrypt' : 'encrypt'}`, fields };
  return { checks: [{ request, want: { kind: 'output', output: test.bytes(output!) } }] };
}

function keyOf(test: Merged | JsonObject): Uint8Array {
  if (test.has('key')) return test.bytes('key');
  return concat(test.bytes('key1'), test.bytes('key2'), test.bytes('key3'));
}

/** Each entry of `resultsArray` is a round with its own key, IV and text. */
function monteCarlo(cipher: string, group: Merged, test: Merged): CaseChecks {
  if (!test.has('resultsArray')) return noResults();
  if (cipher.endsWith('ctr'))
    return skipped(saying('vectors.skip.testType', { algorithm: cipher, type: 'MCT' }));
  const direction = group.text('direction') === 'decrypt' ? 'decrypt' : 'encrypt';
  const [input, output] = direction === 'decrypt' ? ['ct', 'pt'] : ['pt', 'ct'];
  const op = `${cipher}-${direction}`;
  const checks = test
    .with('resultsArray')
    .objects('resultsArray')
    .map((round): Check => {
      const iv = cipher.endsWith('ecb') ? undefined : round.bytes('iv');
      const loop = cipherLoop({ cipher, direction, key: keyOf(round), iv, text: round.bytes(input!) });
      return { op, loop, want: { kind: 'output', output: round.bytes(output!) } };
    });
  return { checks };
}

function gcmChecks(group: Merged, test: Merged): CaseChecks {
  const tagSize = group.has('tagLen') ? group.integer('tagLen') : 8 * test.bytes('tag').length;
  if (!GCM_TAG_LENGTHS.some((length) => 8 * length === tagSize)) {
    return skipped(saying('vectors.skip.tagSize', { bits: tagSize }));
  }
  const aad = test.has('aad') ? test.bytes('aad') : NONE;
  const decrypts = group.text('direction') === 'decrypt';
  if (decrypts) {
    if (!test.has('pt') && !test.has('testPassed')) return noResults();
    const [key, iv, ct, tag] = [
      test.bytes('key'),
      test.bytes('iv'),
      bytesOrNone(test, 'ct'),
      test.bytes('tag'),
    ];
    const request = { op: 'aes-gcm-decrypt', fields: { key, iv, aad, ct, tag } };
    const refused = test.has('testPassed') && !test.boolean('testPassed');
    if (refused) return { checks: [{ request, want: { kind: 'refusal' } }] };
    return { checks: [{ request, want: { kind: 'output', output: bytesOrNone(test, 'pt') } }] };
  }
  // A nonce that the implementation draws stands in the results.
  if (!test.has('tag') || !test.has('iv')) return noResults();
  const fields = { key: test.bytes('key'), iv: test.bytes('iv'), aad, msg: bytesOrNone(test, 'pt'), tagSize };
  const output = concat(bytesOrNone(test, 'ct'), test.bytes('tag'));
  return { checks: [{ request: { op: 'aes-gcm-encrypt', fields }, want: { kind: 'output', output } }] };
}

const NONE = new Uint8Array(0);

function bytesOrNone(test: Merged, name: string): Uint8Array {
  return test.has(name) ? test.bytes(name) : NONE;
}
