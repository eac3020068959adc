/** Chains with one thing wrong each: we find exactly that. */
import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../../src/x509/index.ts';
import { INTERMEDIATE, NOW, ROOT } from '../authority.ts';
import { listOf, SCENARIOS, three } from './scenarios.ts';

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

describe('of whom no list was asked', () => {
  const { root, middle, leaf } = three();
  const lists = { root: listOf(ROOT), middle: listOf(INTERMEDIATE) };

  it.each([
    ['none', [], [leaf, middle]],
    ['given', [lists.middle], [middle]],
    ['given', [lists.middle, lists.root], []],
    ['leaf', [lists.middle, lists.root], [middle]],
    ['all', [lists.middle, lists.root], []],
  ] as const)('%s', (revocation, crls, unknown) => {
    const options = { anchors: [root], intermediates: [middle], crls, revocation, at: NOW };
    expect(verifyChain(leaf, options)).toMatchObject({ valid: true, revocationUnknown: unknown });
  });
});
