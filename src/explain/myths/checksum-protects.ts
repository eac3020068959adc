/** "A checksum protects the data": from noise, not from people, who compute it anew. */
import { fromUtf8, utf8 } from '../../bytes/index.ts';
import { sha256 } from '../../hash/index.ts';
import { hmac } from '../../mac/index.ts';
import { internetChecksum } from '../../net/wire/checksum.ts';
import { evidence, type Myth, mythStep } from './myth.ts';

const PAGE = utf8('<p>Pay 100 to Bob.</p>');
const FORGED = utf8('<p>Pay 900 to Eve.</p>');

export const checksumProtects: Myth = {
  name: 'checksum-protects',
  said: 'myth.checksum-protects.said',
  truth: 'myth.checksum-protects.truth',
  better: 'myth.checksum-protects.better',
  run(random) {
    const stream = random.substream('myth.checksum-protects');
    const sent = internetChecksum(PAGE);
    // Noise: one bit turned, at any place.
    let noticed = 0;
    for (let bit = 0; bit < 8 * PAGE.length; bit++) {
      const noisy = PAGE.slice();
      noisy[bit >> 3]! ^= 1 << (bit & 7);
      if (internetChecksum(noisy) !== sent) noticed++;
    }
    // A person: another text, under a checksum that he computes as the receiver will; no key is asked for.
    const attached = internetChecksum(FORGED);
    const accepted = internetChecksum(FORGED) === attached;
    const key = stream.bytes(32);
    const guess = hmac(sha256, stream.bytes(32), FORGED);
    const tagAccepted = fromUtf8(hmac(sha256, key, FORGED)) === fromUtf8(guess);
    return evidence(
      'checksum-protects',
      [
        mythStep(
          'send',
          'myth.checksum-protects.step.send',
          { plaintext: PAGE, checksum: hex16(sent) },
          'RFC 1071',
        ),
        mythStep('noise', 'myth.checksum-protects.step.noise', { bits: 8 * PAGE.length, noticed }),
        mythStep(
          'forge',
          accepted ? 'myth.checksum-protects.step.forged' : 'myth.checksum-protects.step.refused',
          { plaintext: FORGED, checksum: hex16(attached) },
        ),
        mythStep(
          'mac',
          tagAccepted ? 'myth.checksum-protects.step.macFooled' : 'myth.checksum-protects.step.mac',
          {},
        ),
      ],
      [{ claim: 'myth.checksum-protects.claim.noticed', holds: !accepted }],
    );
  },
};

function hex16(value: number): string {
  return value.toString(16).padStart(4, '0');
}
