/** Everybody's files from end to end: nothing fails, and what is skipped says why. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { referenceEngine } from '../../../src/vectors/index.ts';
import { samples } from '../../samples.ts';
import { runText, summaryOf } from './run-text.ts';

const folder = new URL('../../../vectors/', import.meta.url);
const ours = readdirSync(folder).filter((name) => name.endsWith('.json'));

/** How many cases of our own files no operation asks for. */
const SKIPPED: Readonly<Record<string, number>> = {
  // Of the block function alone: no block, two blocks.
  'aes-block.json': 1,
  'tdes.json': 1,
  'hmac-drbg.json': 2,
  // No padding at all.
  'padding.json': 6,
  // Millions of iterations; more output than we give.
  'pbkdf2.json': 3,
  'rsa-keys.json': 37,
  'steps.json': 2,
  'tls-prf.json': 1,
};

describe('our own files', () => {
  it.each(ours)('%s', async (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const { numberOfTests } = JSON.parse(text) as { numberOfTests: number };
    const result = await runText(name, text);
    const { failed, skipped, passed } = summaryOf(result);
    const count = Object.values(skipped).reduce((sum, each) => sum + each, 0);
    expect(failed).toEqual([]);
    expect(result.file.format).toBe('crypto-primer');
    expect(count, JSON.stringify(skipped)).toBe(SKIPPED[name] ?? 0);
    expect(passed + count).toBe(numberOfTests);
  });
});

describe('the references', () => {
  const asked = ours.filter((name) =>
    /^(aes|des|tdes|hmac|hkdf|md5|sha224|rsa-(oaep|pss|pkcs1-s))/.test(name),
  );
  it.each(asked)('agree with %s', async (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    expect(summaryOf(await runText(name, text, referenceEngine())).failed).toEqual([]);
  });
});

describe('samples of others', () => {
  it.each([
    [
      'wycheproof/ecdsa_secp256r1_sha512_p1363_test.json',
      { 'ECDSA: not an algorithm of this toolkit': 332 },
      0,
    ],
    ['wycheproof/hkdf_sha512_test.json', {}, 83],
    ['wycheproof/hmac_sha224_test.json', {}, 172],
    ['wycheproof/rsa_oaep_2048_sha224_mgf1sha224_test.json', {}, 35],
    ['wycheproof/rsa_pkcs1_1536_sig_gen_test.json', {}, 32],
    ['wycheproof/rsa_pss_2048_sha512_256_mgf1_32_test.json', {}, 115],
    ['x509/limbo-sample.json', {}, 3],
  ])('%s', async (path, skipped, passed) => {
    const text = samples(path);
    if (text === undefined) return;
    const result = await runText(path, text);
    expect(summaryOf(result)).toEqual({ passed, failed: [], skipped });
    expect(result.file.format).toBe(path.startsWith('x509') ? 'x509-limbo' : 'wycheproof');
  });
});
