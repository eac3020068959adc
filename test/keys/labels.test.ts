/** Labels that do not tell the truth about what stands under them. */
import { expect, it } from 'vitest';
import { pemEncode } from '../../src/asn1/index.ts';
import { encodePkcs1Private, encodePkcs8, parsePrivateKey } from '../../src/keys/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import { generateKey } from '../../src/rsa/index.ts';
import { withCode } from '../with-code.ts';

const key = { algorithm: 'rsa', rsa: generateKey(512, { random: seededRandom('labels') }) } as const;

it('reads PKCS#1 under the label of PKCS#8, as OpenSSL does', () => {
  expect(parsePrivateKey(pemEncode('PRIVATE KEY', encodePkcs1Private(key)))).toEqual(key);
});

it('says of what is damaged there what PKCS#8 would have had', () => {
  const der = encodePkcs1Private(key);
  const cut = pemEncode('PRIVATE KEY', der.subarray(0, der.length - 1));
  expect(() => parsePrivateKey(cut)).toThrow(withCode('bad-format', /^PKCS#8/));
});

it('reads no PKCS#8 under the label of PKCS#1', () => {
  const wrong = pemEncode('RSA PRIVATE KEY', encodePkcs8(key));
  expect(() => parsePrivateKey(wrong)).toThrow(withCode('bad-format', /^PKCS#1/));
});
