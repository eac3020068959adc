/** "Symmetric ciphers are just XOR": AES without its S-box is, and is solved like school equations. */
import { aes, encryptBlock } from '../../block/index.ts';
import { equalConstantTime, utf8, xor } from '../../bytes/index.ts';
import { linearAesEncrypt, solveLinearAes } from './linear-aes.ts';
import { evidence, type Myth, mythStep } from './myth.ts';

const KNOWN = utf8('Dear Bob, hello.');
const SECRET = utf8('Meet me at noon!');
const TRIALS = 200;

export const symmetricIsXor: Myth = {
  name: 'symmetric-is-xor',
  said: 'myth.symmetric-is-xor.said',
  truth: 'myth.symmetric-is-xor.truth',
  better: 'myth.symmetric-is-xor.better',
  run(random) {
    const stream = random.substream('myth.symmetric-is-xor');
    const key = stream.bytes(16);
    const cipher = aes(key);
    const real = (block: Uint8Array) => encryptBlock(cipher, block);
    const linear = (block: Uint8Array) => linearAesEncrypt(key, block);
    // A map is affine, XOR and constants, if and only if E(a) + E(b) + E(c) = E(a + b + c) always holds.
    const isAffine = (encrypt: typeof real) => {
      let times = 0;
      for (let trial = 0; trial < TRIALS; trial++) {
        const [a, b, c] = [stream.bytes(16), stream.bytes(16), stream.bytes(16)];
        const sum = xor(xor(encrypt(a), encrypt(b)), encrypt(c));
        if (equalConstantTime(sum, encrypt(xor(xor(a, b), c)))) times++;
      }
      return times;
    };
    const affine = { linear: isAffine(linear), real: isAffine(real) };

    const solved = solveLinearAes(KNOWN, linear(KNOWN)) ?? new Uint8Array(16);
    const intercepted = linear(SECRET);
    // Where encryption is affine, two ciphertexts differ by what two plaintexts differ by, mapped without any key.
    const opened = equalConstantTime(linearAesEncrypt(solved, SECRET), intercepted);
    const solvedReal = solveLinearAes(KNOWN, real(KNOWN)) ?? new Uint8Array(16);
    const openedReal = equalConstantTime(real(SECRET), encryptBlock(aes(solvedReal), SECRET));

    return evidence(
      'symmetric-is-xor',
      [
        mythStep('affine.without', 'myth.symmetric-is-xor.step.without', {
          times: affine.linear,
          trials: TRIALS,
        }),
        mythStep('solve.without', 'myth.symmetric-is-xor.step.solve', {
          key: solved,
          ciphertext: intercepted,
        }),
        mythStep(
          'open.without',
          opened ? 'myth.symmetric-is-xor.step.opened' : 'myth.symmetric-is-xor.step.closed',
          {},
        ),
        mythStep('affine.real', 'myth.symmetric-is-xor.step.real', { times: affine.real, trials: TRIALS }),
        mythStep(
          'open.real',
          openedReal ? 'myth.symmetric-is-xor.step.opened' : 'myth.symmetric-is-xor.step.closed',
          {},
        ),
      ],
      [
        { claim: 'myth.symmetric-is-xor.claim.affine', holds: affine.real > 0 },
        { claim: 'myth.symmetric-is-xor.claim.solved', holds: openedReal },
      ],
    );
  },
};
