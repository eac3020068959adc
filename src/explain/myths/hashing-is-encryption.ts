/** "Hashing is encryption": nothing leads back, and there is no key. */
import { equalConstantTime, fromUtf8, toHex, utf8 } from '../../bytes/index.ts';
import { md5, sha256 } from '../../hash/index.ts';
import { MD5_COLLISION } from './md5-collision.ts';
import { evidence, type Myth, mythStep } from './myth.ts';

const LONG = 1_000_000;
const PINS = 10_000;

export const hashingIsEncryption: Myth = {
  name: 'hashing-is-encryption',
  said: 'myth.hashing-is-encryption.said',
  truth: 'myth.hashing-is-encryption.truth',
  better: 'myth.hashing-is-encryption.better',
  run(random) {
    const stream = random.substream('myth.hashing-is-encryption');
    const long = sha256(new Uint8Array(LONG).fill(0x61));
    const [first, second] = MD5_COLLISION;
    const collide = equalConstantTime(md5(first), md5(second));

    // A hash of something guessable is found by guessing: the PIN is hashed again and again, not decrypted.
    const [high, low] = stream.bytes(2);
    const pin = pinOf(((high! << 8) | low!) % PINS);
    const stolen = toHex(sha256(pin));
    let guesses = 0;
    while (guesses < PINS && toHex(sha256(pinOf(guesses))) !== stolen) guesses++;
    const found = pinOf(guesses);

    const plain = utf8('Alice and Bob');
    return evidence(
      'hashing-is-encryption',
      [
        mythStep('long', 'myth.hashing-is-encryption.step.long', { bytes: LONG, hash: long }),
        mythStep(
          'collision',
          collide ? 'myth.hashing-is-encryption.step.collision' : 'myth.hashing-is-encryption.step.different',
          { first: first.subarray(16, 32), second: second.subarray(16, 32), hash: md5(first) },
        ),
        mythStep('guess', 'myth.hashing-is-encryption.step.guess', {
          hash: sha256(pin),
          guesses: guesses + 1,
          pin: fromUtf8(found),
        }),
        mythStep('key', 'myth.hashing-is-encryption.step.key', { plaintext: plain, hash: sha256(plain) }),
      ],
      [
        { claim: 'myth.hashing-is-encryption.claim.back', holds: !collide },
        { claim: 'myth.hashing-is-encryption.claim.room', holds: long.length >= LONG },
        { claim: 'myth.hashing-is-encryption.claim.secret', holds: !equalConstantTime(found, pin) },
      ],
    );
  },
};

function pinOf(number: number): Uint8Array {
  return utf8(String(number).padStart(4, '0'));
}
