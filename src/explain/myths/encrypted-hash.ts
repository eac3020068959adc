/** "Send the hash encrypted along with the message": under CTR, with a known text, both are rewritten. */
import { aes } from '../../block/index.ts';
import { concat, equalConstantTime, utf8, xor } from '../../bytes/index.ts';
import { sha256 } from '../../hash/index.ts';
import { hmac } from '../../mac/index.ts';
import { ctrXor } from '../../modes/index.ts';
import { evidence, type Myth, mythStep } from './myth.ts';

const ORDER = utf8('Please pay Bob 100 euros.');
const FORGED = utf8('Please pay Eve 900 euros.');

export const encryptedHash: Myth = {
  name: 'encrypted-hash',
  said: 'myth.encrypted-hash.said',
  truth: 'myth.encrypted-hash.truth',
  better: 'myth.encrypted-hash.better',
  run(random) {
    const stream = random.substream('myth.encrypted-hash');
    const cipher = aes(stream.bytes(16));
    const [counter, macKey] = [stream.bytes(16), stream.bytes(32)];
    const encrypt = (text: Uint8Array) => ctrXor(cipher, counter, text);
    /** What the receiver does: decrypts, and compares the check behind the text with one of his own. */
    const accepts = (sent: Uint8Array, check: (text: Uint8Array) => Uint8Array) => {
      const opened = encrypt(sent);
      const text = opened.slice(0, ORDER.length);
      return { text, accepted: equalConstantTime(opened.slice(ORDER.length), check(text)) };
    };

    const sent = encrypt(concat(ORDER, sha256(ORDER)));
    // The attacker knows the text and hence its hash: he XORs what he knows away and what he wants in.
    const altered = xor(sent, xor(concat(ORDER, sha256(ORDER)), concat(FORGED, sha256(FORGED))));
    const fooled = accepts(altered, sha256);

    const tag = (text: Uint8Array) => hmac(sha256, macKey, text);
    // The text he can still rewrite; of the tag he knows neither the old value nor the new one, and leaves it.
    const difference = concat(xor(ORDER, FORGED), new Uint8Array(32));
    const alteredWithTag = xor(encrypt(concat(ORDER, tag(ORDER))), difference);
    const warned = accepts(alteredWithTag, tag);

    return evidence(
      'encrypted-hash',
      [
        mythStep('send', 'myth.encrypted-hash.step.send', { plaintext: ORDER, ciphertext: sent }),
        mythStep('alter', 'myth.encrypted-hash.step.alter', { ciphertext: altered }),
        mythStep(
          'receive',
          fooled.accepted ? 'myth.encrypted-hash.step.accepts' : 'myth.encrypted-hash.step.refuses',
          { plaintext: fooled.text },
        ),
        mythStep('mac', 'myth.encrypted-hash.step.mac', {}),
        mythStep(
          'receive.mac',
          warned.accepted ? 'myth.encrypted-hash.step.accepts' : 'myth.encrypted-hash.step.refuses',
          { plaintext: warned.text },
        ),
      ],
      [
        { claim: 'myth.encrypted-hash.claim.noticed', holds: !fooled.accepted },
        { claim: 'myth.encrypted-hash.claim.sameAsMac', holds: fooled.accepted === warned.accepted },
      ],
    );
  },
};
