import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOperation, operations, selectOperations } from '../../src/crosscheck/index.ts';
import { withCode } from '../with-code.ts';

describe('the table', () => {
  it.each(operations)('$name agrees with $reference.name', async (row) => {
    const result = await checkOperation(row, { runs: 60 });
    expect(result.disagreement).toBeUndefined();
    expect(result.unavailable).toBeUndefined();
    expect(result.agreed).toBe(result.runs);
    expect(result.runs).toBe(Array.isArray(row.inputs) ? row.inputs.length : 60);
  });

  it.each(operations)('$name is timed with inputs that it takes', ({ scratch, timed }) => {
    const inputs = timed.inputs();
    const { length } = scratch.run(inputs);
    expect(length).toBeGreaterThan(0);
    const sizes = Object.values(inputs).map((input) => (typeof input === 'number' ? input : input.length));
    expect(Math.abs(Math.max(...sizes) - timed.bytes)).toBeLessThanOrEqual(16);
  });

  /** Derivations, number theory, RSA and certificates take short inputs, whole. */
  const taken = operations.filter(({ name }) => !/^((hkdf|pbkdf2|rsa|mod|x509)-|gcd$|prime$|dh$)/.test(name));

  it.each(taken)('$name is checked in pieces too', ({ incremental }) => {
    expect(incremental).toBeDefined();
  });

  it('has each operation once', () => {
    const names = operations.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(['aes-gcm-decrypt', 'rsa-pkcs1-decrypt', 'rsa-oaep-decrypt'])(
    'lets %s open about as often as refuse',
    (opening) => {
      const row = operations.find(({ name }) => name === opening)!;
      const opened = fc
        .sample(row.inputs as fc.Arbitrary<object>, { numRuns: 100, seed: 1 })
        .map((inputs) => {
          try {
            row.scratch.run(inputs as Parameters<typeof row.scratch.run>[0]);
            return 'opened';
          } catch {
            return 'refused';
          }
        });
      expect(Math.abs(opened.filter((outcome) => outcome === 'opened').length - 50)).toBeLessThan(20);
    },
  );
});

describe('selectOperations', () => {
  const names = (name?: string) => selectOperations(name).map((row) => row.name);

  it('takes a name or how names begin', () => {
    expect(names()).toEqual(operations.map((row) => row.name));
    expect(names('sha256')).toEqual(['sha256']);
    expect(names('hkdf')).toEqual(['hkdf-sha256', 'hkdf-sha384']);
    expect(names('hmac').length).toBe(8);
    expect(names('rsa-oaep')).toEqual(['rsa-oaep-decrypt']);
    expect(names('aes-cbc')).toEqual(['aes-cbc-encrypt', 'aes-cbc-decrypt']);
    expect(names('aes-cbc-decrypt')).toEqual(['aes-cbc-decrypt']);
    expect(names('des').every((name) => name.startsWith('des-'))).toBe(true);
    expect(names('3des').length).toBe(names('des').length);
  });

  it('names what there is when asked for something else', () => {
    expect(() => selectOperations('blowfish')).toThrow(
      withCode(
        'bad-argument',
        /^name: expected md5, sha1, .*sha512-256, hmac, hkdf, pbkdf2, aes, 3des, des, rc4, mod-pow, .*, or one like aes-cbc-encrypt, got "blowfish"$/,
      ),
    );
    expect(() => selectOperations('aes-c')).toThrow(withCode('bad-argument'));
  });
});
