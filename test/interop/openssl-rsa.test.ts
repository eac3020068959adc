/** Each decrypts and verifies what the other made: PKCS#1, OAEP and PSS, with many hashes and salts. */
import { describe, expect, it } from 'vitest';
import { toHex, utf8 } from '../../src/bytes/index.ts';
import { HASHES, type HashId } from '../../src/hash/index.ts';
import {
  oaepDecrypt,
  oaepEncrypt,
  pkcs1Decrypt,
  pkcs1Encrypt,
  pkcs1Sign,
  pkcs1Verify,
  pssSign,
  pssVerify,
} from '../../src/rsa/index.ts';
import { key, message, openOpensslRsa, publicKey, secret } from './openssl-rsa-peer.ts';
import { hasPeer } from './peer.ts';

const IDS = Object.keys(HASHES) as HashId[];

describe.skipIf(!hasPeer('openssl'))('openssl', () => {
  const openssl = openOpensslRsa();

  describe('encryption', () => {
    it('PKCS#1 v1.5, both ways', () => {
      expect(openssl.decrypted([], pkcs1Encrypt(publicKey, secret))).toEqual(secret);
      expect(pkcs1Decrypt(key, openssl.encrypted([]))).toEqual(secret);
    });

    it('OAEP with the defaults of both', () => {
      const mode = ['rsa_padding_mode:oaep'];
      expect(openssl.decrypted(mode, oaepEncrypt(publicKey, secret))).toEqual(secret);
      expect(oaepDecrypt(key, openssl.encrypted(mode))).toEqual(secret);
    });

    it.each(
      IDS.flatMap((hash) =>
        [undefined, 'sha1' as const, 'sha512' as const].map((mgf) => [hash, mgf] as const),
      ),
    )('OAEP with %s, MGF1 with %s, both ways', (hash, mgf) => {
      const label = utf8('label');
      const mode = [
        'rsa_padding_mode:oaep',
        `rsa_oaep_md:${hash}`,
        ...(mgf ? [`rsa_mgf1_md:${mgf}`] : []),
        `rsa_oaep_label:${toHex(label)}`,
      ];
      const ours = { hash: HASHES[hash], ...(mgf && { mgfHash: HASHES[mgf] }), label };
      expect(openssl.decrypted(mode, oaepEncrypt(publicKey, secret, ours))).toEqual(secret);
      expect(oaepDecrypt(key, openssl.encrypted(mode), ours)).toEqual(secret);
    });
  });

  describe('signatures', () => {
    it.each(IDS)('PKCS#1 v1.5 with %s: the same bytes', (hash) => {
      const ours = pkcs1Sign(key, HASHES[hash], message);
      expect(toHex(ours)).toBe(toHex(openssl.signed(hash, [])));
      expect(openssl.verified(hash, [], ours)).toBe('Verified OK\n');
      expect(pkcs1Verify(publicKey, HASHES[hash], message, ours).valid).toBe(true);
    });

    const salts = [0, 1, 20, 32, 'digest', 'max'] as const;
    it.each(
      (['sha1', 'sha256', 'sha384', 'sha512', 'md5'] as const).flatMap((hash) =>
        salts.map((salt) => [hash, salt] as const),
      ),
    )('PSS with %s and a salt of %s, both ways', (hash, salt) => {
      const { digestLength } = HASHES[hash];
      const saltLength = salt === 'digest' ? digestLength : salt === 'max' ? 256 - digestLength - 2 : salt;
      const mode = ['rsa_padding_mode:pss', `rsa_pss_saltlen:${salt}`];
      const theirs = openssl.signed(hash, mode);
      expect(pssVerify(publicKey, HASHES[hash], message, theirs, { saltLength })).toMatchObject({
        valid: true,
        saltLength,
      });
      const ours = pssSign(key, HASHES[hash], message, { saltLength });
      expect(openssl.verified(hash, mode, ours)).toBe('Verified OK\n');
    });

    it.each(IDS.map((hash) => [hash, hash === 'sha256' ? 'sha1' : 'sha256'] as const))(
      'PSS with %s, MGF1 with %s, both ways',
      (hash, mgf) => {
        const mode = ['rsa_padding_mode:pss', `rsa_mgf1_md:${mgf}`];
        const options = { mgfHash: HASHES[mgf], saltLength: 'auto' } as const;
        expect(pssVerify(publicKey, HASHES[hash], message, openssl.signed(hash, mode), options).valid).toBe(
          true,
        );
        const ours = pssSign(key, HASHES[hash], message, { mgfHash: HASHES[mgf] });
        expect(openssl.verified(hash, mode, ours)).toBe('Verified OK\n');
      },
    );
  });
});
