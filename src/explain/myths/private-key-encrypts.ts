/** "Signing is encrypting with the private key": a signature hides nothing, and PSS leaves nothing to decrypt. */
import { equalConstantTime, toHex, utf8 } from '../../bytes/index.ts';
import { sha256 } from '../../hash/index.ts';
import { i2osp, os2ip } from '../../math/index.ts';
import {
  encryptBlock,
  generateKey,
  modulusLength,
  pkcs1Sign,
  pssSign,
  pssVerify,
  publicKeyOf,
} from '../../rsa/index.ts';
import { evidence, type Myth, mythStep } from './myth.ts';

const ORDER = utf8('I, Alice, order 100 horses.');

export const privateKeyEncrypts: Myth = {
  name: 'private-key-encrypts',
  said: 'myth.private-key-encrypts.said',
  truth: 'myth.private-key-encrypts.truth',
  better: 'myth.private-key-encrypts.better',
  run(random) {
    const stream = random.substream('myth.private-key-encrypts');
    const key = generateKey(2048, { random: stream.substream('key') });
    const known = publicKeyOf(key);
    const k = modulusLength(known);
    /** What the public key makes of a signature: the encoded message. */
    const recover = (signature: Uint8Array) => i2osp(encryptBlock(known, os2ip(signature)), k);

    const salts = stream.substream('salt');
    const signatures = [
      pssSign(key, sha256, ORDER, { random: salts }),
      pssSign(key, sha256, ORDER, { random: salts }),
    ];
    const recovered = signatures.map(recover);
    const good = signatures.filter((signature) => pssVerify(known, sha256, ORDER, signature).valid).length;
    const same = equalConstantTime(recovered[0]!, recovered[1]!);
    const holdsMessage = recovered.some((block) => toHex(block).includes(toHex(ORDER)));
    const holdsHash = recovered.some((block) => toHex(block).includes(toHex(sha256(ORDER))));

    // Of the older padding the hash can be read; by anybody, which is the opposite of encryption.
    const older = recover(pkcs1Sign(key, sha256, ORDER));
    const hidden = !toHex(older).endsWith(toHex(sha256(ORDER)));
    return evidence(
      'private-key-encrypts',
      [
        mythStep('sign', 'myth.private-key-encrypts.step.sign', {
          good,
          signature: signatures[0]!,
          second: signatures[1]!,
        }),
        mythStep('recover', 'myth.private-key-encrypts.step.recover', {
          block: recovered[0]!,
          secondBlock: recovered[1]!,
        }),
        mythStep('older', 'myth.private-key-encrypts.step.older', {
          hash: older.slice(-32),
        }),
      ],
      [
        { claim: 'myth.private-key-encrypts.claim.message', holds: holdsMessage },
        { claim: 'myth.private-key-encrypts.claim.hash', holds: holdsHash || same },
        { claim: 'myth.private-key-encrypts.claim.hidden', holds: hidden },
      ],
    );
  },
};
