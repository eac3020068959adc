/** "Whoever records it can do nothing": until the private key is stolen; with Diffie–Hellman there is none to steal. */
import { aes } from '../../block/index.ts';
import { equalConstantTime, utf8 } from '../../bytes/index.ts';
import { dhGroup, dhKeyPair, dhShared } from '../../dh/index.ts';
import { CryptoError } from '../../errors.ts';
import { sha256 } from '../../hash/index.ts';
import { i2osp } from '../../math/index.ts';
import { gcmOpen, gcmSeal } from '../../modes/index.ts';
import { generateKey, oaepDecrypt, oaepEncrypt, publicKeyOf } from '../../rsa/index.ts';
import { evidence, type Myth, mythStep } from './myth.ts';

const LETTER = utf8('The meeting is at ten.');

export const recordedIsSafe: Myth = {
  name: 'recorded-is-safe',
  said: 'myth.recorded-is-safe.said',
  truth: 'myth.recorded-is-safe.truth',
  better: 'myth.recorded-is-safe.better',
  run(random) {
    const stream = random.substream('myth.recorded-is-safe');
    const server = generateKey(2048, { random: stream.substream('key') });
    const open = (key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array) => {
      try {
        return gcmOpen(aes(key), nonce, sealed);
      } catch (error) {
        if (error instanceof CryptoError) return undefined;
        throw error;
      }
    };

    // RSA carries the key: all that is needed later is on the tape, but for the private key.
    const sessionKey = stream.bytes(16);
    const nonce = stream.bytes(12);
    const wrapped = oaepEncrypt(publicKeyOf(server), sessionKey, {
      hash: sha256,
      random: stream.substream('oaep'),
    });
    const tape = { wrapped, nonce, sealed: gcmSeal(aes(sessionKey), nonce, LETTER) };
    const stolen = oaepDecrypt(server, tape.wrapped, { hash: sha256 });
    const opened = open(stolen, tape.nonce, tape.sealed);
    const readLater = opened !== undefined && equalConstantTime(opened, LETTER);

    // Diffie–Hellman: the tape has two public values; the private ones were thrown away when the session ended.
    const group = dhGroup('ffdhe2048');
    const alice = dhKeyPair(group, stream.substream('alice'));
    const bob = dhKeyPair(group, stream.substream('bob'));
    const keyOf = (secret: bigint) => sha256(i2osp(secret, 256)).slice(0, 16);
    const shared = keyOf(dhShared(group, alice.privateValue, bob.publicValue));
    const dhTape = { sealed: gcmSeal(aes(shared), nonce, LETTER) };
    // What the thief of the long-term key can make of it: every number that he has, as the secret.
    const guesses = [server.d, server.n, alice.publicValue, bob.publicValue].map((number) =>
      keyOf(number % group.p),
    );
    const readDh = guesses.some((key) => open(key, nonce, dhTape.sealed) !== undefined);
    return evidence(
      'recorded-is-safe',
      [
        mythStep('record', 'myth.recorded-is-safe.step.record', {
          wrapped: tape.wrapped,
          ciphertext: tape.sealed,
        }),
        mythStep(
          'steal',
          readLater ? 'myth.recorded-is-safe.step.read' : 'myth.recorded-is-safe.step.closed',
          {
            ...(opened && { plaintext: opened }),
          },
        ),
        mythStep('dh', 'myth.recorded-is-safe.step.dh', { ciphertext: dhTape.sealed }),
        mythStep(
          'steal.dh',
          readDh ? 'myth.recorded-is-safe.step.readDh' : 'myth.recorded-is-safe.step.closed',
          {},
        ),
      ],
      [{ claim: 'myth.recorded-is-safe.claim.forever', holds: !readLater }],
    );
  },
};
