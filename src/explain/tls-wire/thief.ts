/**
 * Somebody who has recorded a conversation under Diffie–Hellman, and later steals the server's private key: what can be made of
 * both, tried on the recorded bytes.
 */
import { CryptoError } from '../../errors.ts';
import { byteLength, i2osp, modPow } from '../../math/index.ts';
import { systemRandom } from '../../random/index.ts';
import type { RsaPrivateKey } from '../../rsa/index.ts';
import {
  asPremasterSecret,
  CONTENT_TYPES,
  createProtection,
  deriveKeyBlock,
  deriveMaster,
} from '../../tls/index.ts';
import { EPHEMERAL_CIPHERS, type EphemeralConversation } from './ephemeral.ts';

type Tape = Pick<
  EphemeralConversation,
  'records' | 'publicValues' | 'group' | 'clientRandom' | 'serverRandom'
>;

/** Whether a number, taken for the shared secret, opens the client's first record under the keys. */
export function opensTape({ records, ...randoms }: Tape, number: bigint): boolean {
  const fromClient = records.filter(({ from }) => from === 'client').map(({ bytes }) => bytes);
  const change = fromClient.findIndex(([type]) => type === CONTENT_TYPES.change_cipher_spec);
  const premasterSecret = asPremasterSecret(i2osp(number, byteLength(number)));
  const { masterSecret } = deriveMaster(EPHEMERAL_CIPHERS, premasterSecret, randoms);
  const { client } = deriveKeyBlock(EPHEMERAL_CIPHERS, masterSecret, randoms);
  try {
    const protection = createProtection(EPHEMERAL_CIPHERS, client, false, systemRandom);
    protection.open('handshake', fromClient[change + 1]!.subarray(RECORD_HEADER));
    return true;
  } catch (error) {
    if (error instanceof CryptoError) return false;
    throw error;
  }
}

const RECORD_HEADER = 5;

/**
 * What one can make of the two public values and a private RSA key: decrypt them, take one of the numbers for the secret,
 * multiply them, raise one to the other.
 */
export function tryPrivateKey(tape: Tape, { n, d }: RsaPrivateKey): { tries: number; opened: number } {
  const { client: Yc, server: Ys } = tape.publicValues;
  const { p } = tape.group;
  const guesses = [
    ...[modPow(Yc, d, n), modPow(Ys, d, n), d, n],
    ...[Yc, Ys, (Yc * Ys) % p, modPow(Ys, d, p), modPow(Yc, d, p), modPow(Yc, Ys, p)],
  ];
  return { tries: guesses.length, opened: guesses.filter((guess) => opensTape(tape, guess)).length };
}
