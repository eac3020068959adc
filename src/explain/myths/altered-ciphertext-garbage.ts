/** "Altered ciphertext decrypts to garbage": under CTR it decrypts to what the attacker chose. */
import { aes } from '../../block/index.ts';
import { fromUtf8, utf8, xor } from '../../bytes/index.ts';
import { changedBits, flipCiphertext } from '../../modes/index.ts';
import { evidence, type Myth, mythStep } from './myth.ts';

const ORDER = utf8('Please pay Bob 100 euros. Yours, Alice');
const WANTED = utf8('Please pay Eve 900 euros. Yours, Alice');

export const alteredCiphertextGarbage: Myth = {
  name: 'altered-ciphertext-garbage',
  said: 'myth.altered-ciphertext-garbage.said',
  truth: 'myth.altered-ciphertext-garbage.truth',
  better: 'myth.altered-ciphertext-garbage.better',
  run(random) {
    const stream = random.substream('myth.altered-ciphertext-garbage');
    const cipher = aes(stream.bytes(16));
    const iv = stream.bytes(16);
    const bits = changedBits(ORDER, WANTED);
    const ctr = flipCiphertext(cipher, { mode: 'ctr', iv }, ORDER, bits);
    const cbc = flipCiphertext(cipher, { mode: 'cbc', iv }, ORDER, bits);
    const gcm = flipCiphertext(cipher, { mode: 'gcm', iv: iv.subarray(0, 12) }, ORDER, bits);
    const received = ctr.after ?? new Uint8Array(0);
    const turned = ctr.blocks.flatMap((block) => block.changedBits);
    const garbled = cbc.blocks.filter(({ fate }) => fate === 'garbled').length;
    return evidence(
      'altered-ciphertext-garbage',
      [
        mythStep('send', 'myth.altered-ciphertext-garbage.step.send', {
          plaintext: ORDER,
          ciphertext: ctr.ciphertext,
        }),
        mythStep('alter', 'myth.altered-ciphertext-garbage.step.alter', {
          bits: bits.length,
          sum: xor(ctr.ciphertext, ctr.altered),
        }),
        mythStep('receive', 'myth.altered-ciphertext-garbage.step.receive', {
          turned: turned.length,
          plaintext: received,
        }),
        mythStep('cbc', 'myth.altered-ciphertext-garbage.step.cbc', { garbled }),
        mythStep(
          'gcm',
          gcm.noticed === 'tag'
            ? 'myth.altered-ciphertext-garbage.step.gcm'
            : 'myth.altered-ciphertext-garbage.step.gcmFooled',
          {},
        ),
      ],
      [
        {
          claim: 'myth.altered-ciphertext-garbage.claim.garbage',
          holds: fromUtf8(received) !== fromUtf8(WANTED),
        },
        { claim: 'myth.altered-ciphertext-garbage.claim.noticed', holds: ctr.noticed !== 'no' },
      ],
    );
  },
};
