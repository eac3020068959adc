/** Chains with one thing wrong each: we find exactly that. */
import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../../src/x509/index.ts';
import { SCENARIOS } from './scenarios.ts';

describe('a chain', () => {
  it.each(SCENARIOS)('$name: $expected', ({ leaf, options, expected, openssl }) => {
    const verdict = verifyChain(leaf, options);
    expect(verdict.valid ? 'valid' : verdict.reason).toBe(expected);
    if (verdict.valid) {
      expect(verdict.chain[0]).toBe(leaf);
      expect(options.anchors).toContain(verdict.chain.at(-1));
    } else if (openssl !== undefined) {
      expect(verdict.opensslError ?? 0).toBe(openssl);
    }
  });
});
