/** RSASSA-PSS-params in the keys of others: what defaults to what, and what is refused. */
import { describe, expect, it } from 'vitest';
import {
  encodeBitString,
  encodeExplicit,
  encodeInteger,
  encodeNull,
  encodeOid,
  encodeSequence,
} from '../../src/asn1/index.ts';
import { encodePkcs1Public, encodeSpki, parsePublicKey } from '../../src/keys/index.ts';
import { KEY_1024 } from '../rsa/keys.ts';
import { withCode } from '../with-code.ts';

const { n, e } = KEY_1024;
const PSS = encodeOid('1.2.840.113549.1.1.10');
const SHA1 = encodeSequence(encodeOid('1.3.14.3.2.26'), encodeNull());
const SHA256 = encodeSequence(encodeOid('2.16.840.1.101.3.4.2.1'), encodeNull());
const SHA3_256 = encodeSequence(encodeOid('2.16.840.1.101.3.4.2.8'));
const mgf = (oid: string, hash: Uint8Array) => encodeSequence(encodeOid(oid), hash);
const MGF1 = '1.2.840.113549.1.1.8';
const integer = (value: bigint) => encodeInteger(value);

/** A public key with these parameters. */
const spki = (...fields: Uint8Array[]) =>
  encodeSequence(
    encodeSequence(PSS, encodeSequence(...fields)),
    encodeBitString(encodePkcs1Public({ algorithm: 'rsa', rsa: { n, e } })),
  );
const restriction = (...fields: Uint8Array[]) => {
  const key = parsePublicKey(spki(...fields));
  return key.algorithm === 'rsassa-pss' ? key.restriction : undefined;
};
const DEFAULTS = { hash: 'sha1', mgfHash: 'sha1', saltLength: 20 };

describe('parameters of an RSASSA-PSS key', () => {
  it('are those of SHA-1 where left out, and may be written out (RFC 8017, A.2.3)', () => {
    expect(restriction()).toEqual(DEFAULTS);
    const all = [SHA1, mgf(MGF1, SHA1), integer(20n), integer(1n)].map((field, i) =>
      encodeExplicit(i, field),
    );
    expect(restriction(...all)).toEqual(DEFAULTS);
    expect(encodeSpki(parsePublicKey(spki(...all)))).toEqual(spki());
  });

  it('stand each for itself: the MGF does not follow the hash', () => {
    expect(restriction(encodeExplicit(0, SHA256))).toEqual({ ...DEFAULTS, hash: 'sha256' });
    expect(restriction(encodeExplicit(1, mgf(MGF1, SHA256)))).toEqual({ ...DEFAULTS, mgfHash: 'sha256' });
    expect(restriction(encodeExplicit(2, integer(0n)))).toEqual({ ...DEFAULTS, saltLength: 0 });
  });

  it.each<[string, Uint8Array, Parameters<typeof withCode>]>([
    ['a hash that is not known', encodeExplicit(0, SHA3_256), ['unsupported', /^PSS hashAlgorithm: /]],
    ['its MGF hash', encodeExplicit(1, mgf(MGF1, SHA3_256)), ['unsupported', /^PSS MGF1 hash: /]],
    ['no MGF1', encodeExplicit(1, mgf('1.2.3', SHA1)), ['unsupported', /^PSS maskGenAlgorithm: /]],
    ['a salt below 0', encodeExplicit(2, integer(-1n)), ['bad-format', /^PSS saltLength: /]],
    ['a salt too long', encodeExplicit(2, integer(2049n)), ['bad-format', /^PSS saltLength: /]],
    ['trailer 0', encodeExplicit(3, integer(0n)), ['unsupported', /^PSS trailerField: .*got 0$/]],
    ['trailer 2', encodeExplicit(3, integer(2n)), ['unsupported', /^PSS trailerField: .*got 2$/]],
    ['a fifth field', encodeExplicit(4, integer(1n)), ['bad-format', /^RSASSA-PSS-params: expected its end/]],
  ])('%s is refused', (_, field, error) => {
    expect(() => parsePublicKey(spki(field))).toThrow(withCode(...error));
  });
});
