/** The curated key files: the valid are read as what they are, and written again; the invalid name their fault and byte. */
import { createPrivateKey, type JsonWebKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fromHex, fromUtf8 } from '../../src/bytes/index.ts';
import { CryptoError } from '../../src/errors.ts';
import {
  encodePkcs1Private,
  encodePkcs1Public,
  encodePkcs8,
  encodeSpki,
  type KeyFile,
  parseKeyFile,
  publicKeyOfPrivate,
  toJwk,
} from '../../src/keys/index.ts';
import { type VectorCase, vectors } from '../vectors.ts';

const cases = vectors('rsa-keys');
const [jwk] = cases;
const published = parseKeyFile(fromUtf8(fromHex(String(jwk!.key))));

function read({ key, passphrase }: VectorCase): KeyFile {
  return parseKeyFile(fromHex(String(key)), passphrase ? { passphrase: fromHex(String(passphrase)) } : {});
}

function written({ key, kind, form }: KeyFile): Uint8Array {
  if (kind === 'public') return form === 'spki' ? encodeSpki(key) : encodePkcs1Public(key);
  return form === 'pkcs1-private' ? encodePkcs1Private(key) : encodePkcs8(key);
}

describe('key files', () => {
  it('the published key is what the platform makes of it', () => {
    const text: unknown = JSON.parse(fromUtf8(fromHex(String(jwk!.key))));
    const platform = createPrivateKey({ key: text as JsonWebKey, format: 'jwk' });
    expect(published.kind === 'private' && toJwk(published.key)).toEqual(platform.export({ format: 'jwk' }));
  });

  it.each(cases.filter(({ result }) => result === 'valid'))('$id: $comment', (test) => {
    const file = read(test);
    expect(file.form).toBe(test.form);
    if (test.algorithm === 'unknown') expect(file.key.algorithm).toBe('unknown');
    else {
      const own = published.kind === 'private' ? published.key : undefined;
      expect(file.key).toEqual(file.kind === 'private' ? own : publicKeyOfPrivate(own!));
    }
    if (file.form !== 'jwk' && file.form !== 'encrypted-pkcs8') {
      expect(written(file)).toEqual(fromHex(String(test.key)));
    }
  });

  it.each(cases.filter(({ result }) => result === 'invalid'))('$id: $comment', (test) => {
    let error: unknown;
    try {
      read(test);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(CryptoError);
    const { code, message } = error as CryptoError;
    expect(code).toBe(test.error);
    if (test.byte !== undefined) expect(message).toMatch(new RegExp(`at byte ${String(test.byte)},`));
  });
});
