/** JWK: what RFC 7518 demands of its members, and what a member that is wrong is blamed for. */
import { describe, expect, it } from 'vitest';
import { parseKeyFile, parsePrivateKey, publicKeyOfPrivate, toJwk } from '../../src/keys/index.ts';
import { KEY_1024 } from '../rsa/keys.ts';
import { withCode } from '../with-code.ts';

const key = { algorithm: 'rsa', rsa: KEY_1024 } as const;
const jwk = toJwk(key);
const parse = (value: unknown) => parseKeyFile(JSON.stringify(value));

describe('a JWK', () => {
  it('has its members in the order of the standard, and no padding', () => {
    expect(Object.keys(jwk)).toEqual(['kty', 'n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi']);
    expect(toJwk(publicKeyOfPrivate(key))).toEqual({ kty: 'RSA', n: jwk.n, e: 'AQAB' });
    expect(Object.values(jwk).join('')).toMatch(/^[\w-]+$/);
  });

  it('is read among white space, with members that are none of the key', () => {
    const text = `\ufeff \r\n${JSON.stringify({ kid: 'a', use: 'sig', alg: 'PS256', ...jwk }, null, 2)}\n`;
    expect(parseKeyFile(text)).toEqual({ kind: 'private', key, form: 'jwk', encoding: 'json' });
    expect(parseKeyFile(Buffer.from(text)).key).toEqual(key);
  });

  it('may leave out the primes, all of them', () => {
    const { n, e, d } = KEY_1024;
    const bare = { kty: 'RSA', n: jwk.n, e: jwk.e, d: jwk.d };
    expect(parsePrivateKey(JSON.stringify(bare))).toEqual({ algorithm: 'rsa', rsa: { n, e, d } });
    expect(toJwk({ algorithm: 'rsa', rsa: { n, e, d } })).toEqual(bare);
  });

  it.each<[unknown, Parameters<typeof withCode>]>([
    [{}, ['bad-format', /^JWK kty: expected "RSA", got none$/]],
    [{ ...jwk, kty: 'EC' }, ['unsupported', /^JWK kty: expected "RSA", got "EC"$/]],
    [{ ...jwk, kty: 5 }, ['bad-format', /^JWK kty: expected "RSA", got a number$/]],
    // What cannot be made a string of is no reason to crash.
    [{ kty: { toString: 1, valueOf: 1 } }, ['bad-format', /^JWK kty: expected "RSA", got an Object$/]],
    [{ keys: [jwk] }, ['bad-format', /^JWK: expected one key, got a set of keys$/]],
    [{ kty: 'RSA', e: 'AQAB' }, ['bad-format', /^JWK n: expected base64url, got none$/]],
    [{ ...jwk, e: 65537 }, ['bad-format', /^JWK e: expected base64url, got a number$/]],
    [{ ...jwk, e: null }, ['bad-format', /^JWK e: expected base64url, got null$/]],
    [{ ...jwk, e: 'AAEAAQ' }, ['bad-format', /^JWK e: expected a positive number.*got 00 in front$/]],
    [{ ...jwk, e: 'AA' }, ['bad-format', /^JWK e: expected a positive number/]],
    [{ ...jwk, e: '' }, ['bad-format', /^JWK e: expected a positive number.*got nothing$/]],
    [{ ...jwk, e: 'Aw==' }, ['bad-encoding', /^JWK e: expected base64url without padding, got "Aw=="$/]],
    [{ ...jwk, d: 'a+b/' }, ['bad-encoding', /^JWK d: expected base64url without padding/]],
    [{ ...jwk, qi: undefined }, ['bad-format', /^JWK qi: expected base64url, got none$/]],
    [{ kty: 'RSA', n: jwk.n, e: jwk.e, d: jwk.d, dp: jwk.dp }, ['bad-format', /^JWK p: /]],
    [{ ...jwk, oth: {} }, ['bad-format', /^JWK oth: expected an array of primes, got an Object$/]],
    [{ ...jwk, oth: [] }, ['bad-format', /^JWK oth: expected an array of primes/]],
    [{ ...jwk, oth: [5] }, ['bad-format', /^JWK oth\[0\]: expected a JSON object, got a number$/]],
    [
      { ...jwk, oth: [{ r: 'Aw', d: 'Aw' }] },
      ['bad-format', /^JWK oth\[0\]\.t: expected base64url, got none$/],
    ],
    [{ ...jwk, n: 'Aw' }, ['bad-format', /^RSA n: /]],
  ])('%#', (value, error) => expect(() => parse(value)).toThrow(withCode(...error)));

  it.each(['{', '{"kty":"RSA",}', '{}x'])('%j is no JSON', (text) =>
    expect(() => parseKeyFile(text)).toThrow(withCode('bad-format', /^JWK: expected JSON/)),
  );

  it('cannot say what a PSS key is restricted to', () =>
    expect(() => toJwk({ algorithm: 'rsassa-pss', rsa: KEY_1024 })).toThrow(
      withCode('unsupported', /^key: expected a plain RSA key, got RSASSA-PSS/),
    ));
});
