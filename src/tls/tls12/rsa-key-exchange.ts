/**
 * RSA key exchange (RFC 5246, 7.4.7.1): the client makes the premaster secret alone, and encrypts it with the public key of the
 * server's certificate.
 *
 * Whether it could be decrypted well, nobody is told: a wrong one is replaced by random bytes, and the handshake fails at
 * Finished, as it does for any other reason. And whoever gets the private key later, decrypts every secret that was recorded.
 */
import { isZero, select } from '../../bytes/constant-flow.ts';
import { concat } from '../../bytes/index.ts';
import { createDecrypter, createEncrypter, type PrivateKey, type PublicKey } from '../../keys/index.ts';
import type { RandomSource } from '../../random/index.ts';
import { TLS_1_2 } from '../version.ts';
import { asPremasterSecret, type PremasterSecret, SECRET_LENGTH } from './key-schedule.ts';

/** PreMasterSecret (7.4.7.1): the version of ClientHello, and 46 random bytes. */
export function makePremaster(random: RandomSource): PremasterSecret {
  const version = Uint8Array.of(TLS_1_2 >> 8, TLS_1_2 & 255);
  return asPremasterSecret(concat(version, random.substream('premaster').bytes(SECRET_LENGTH - 2)));
}

/** encrypted_pre_master_secret: PKCS#1 v1.5, whose padding is drawn from `random`. */
export function encryptPremaster(
  publicKey: PublicKey,
  premasterSecret: PremasterSecret,
  random: RandomSource,
): Uint8Array {
  const encrypter = createEncrypter(publicKey, random.substream('padding'));
  return encrypter.encrypt({ scheme: 'rsa-pkcs1' }, premasterSecret);
}

/**
 * The premaster secret that the client meant, or one that nobody knows; against Bleichenbacher's attack, and Klima's, who asked
 * about the version instead of the padding:
 *
 * 1. R, 48 random bytes, are drawn whether they are needed or not;
 * 2. M is decrypted; where the padding or the length is wrong, R is taken for it;
 * 3. so it is where M does not begin with the version of ClientHello;
 * 4. nothing says which it was.
 */
export function decryptPremaster(
  privateKey: PrivateKey,
  encryptedPremasterSecret: Uint8Array,
  clientVersion: number,
  random: RandomSource,
): PremasterSecret {
  const r = random.substream('premaster').bytes(SECRET_LENGTH);
  const m = createDecrypter(privateKey).decryptOr({ scheme: 'rsa-pkcs1' }, encryptedPremasterSecret, r);
  const difference = (m[0]! ^ (clientVersion >> 8)) | (m[1]! ^ (clientVersion & 255));
  const sameVersion = isZero(difference);
  return asPremasterSecret(m.map((byte, i) => select(sameVersion, byte, r[i]!)));
}
