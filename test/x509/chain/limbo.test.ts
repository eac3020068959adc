/** Rules that hold always, and those for strictness; names that only look like the host's. */
import { describe, expect, it } from 'vitest';
import { CryptoError } from '../../../src/errors.ts';
import { verifyChain } from '../../../src/x509/index.ts';
import { NOW } from '../authority.ts';
import { LIMBO, named, OTHER_NAMES } from './limbo.ts';

describe('rules of RFC 5280, 4', () => {
  it.each(LIMBO)('$name: $rule', ({ leaf, options, rule, openssl, always }) => {
    const strict = verifyChain(leaf, options);
    expect(strict).toMatchObject({ valid: false, finding: { reason: 'profile', rule } });
    if (!strict.valid) expect(strict.opensslError ?? 0).toBe(openssl);
    expect(verifyChain(leaf, { ...options, strict: false }).valid).toBe(!always);
  });
});

describe('a name that is not the host', () => {
  it.each(OTHER_NAMES)('%j for %s', (name, host) => {
    const outcome = () => {
      const { root, middle, leaf } = named(name);
      return verifyChain(leaf, { anchors: [root], intermediates: [middle], at: NOW, host });
    };
    try {
      expect(outcome()).toMatchObject({ valid: false, reason: 'wrong-host' });
    } catch (error) {
      // Some cannot even be written.
      if (!(error instanceof CryptoError)) throw error;
    }
  });
});
