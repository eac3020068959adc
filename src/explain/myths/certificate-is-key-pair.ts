/** "A certificate is a key pair": it holds the public key, and nothing of the private one. */
import { toHex, utf8 } from '../../bytes/index.ts';
import { sha256 } from '../../hash/index.ts';
import { byteLength, i2osp, os2ip } from '../../math/index.ts';
import { encryptBlock, modulusLength, oaepDecrypt, oaepEncrypt, publicKeyOf } from '../../rsa/index.ts';
import { evidence, type Myth, mythStep } from './myth.ts';
import { smallChain } from './small-chain.ts';

const LETTER = utf8('The meeting is at ten.');

export const certificateIsKeyPair: Myth = {
  name: 'certificate-is-key-pair',
  said: 'myth.certificate-is-key-pair.said',
  truth: 'myth.certificate-is-key-pair.truth',
  better: 'myth.certificate-is-key-pair.better',
  run(random) {
    const stream = random.substream('myth.certificate-is-key-pair');
    const { owner, certify, verify } = smallChain(random);
    const certificate = certify(2n);
    const contains = (number: bigint) =>
      toHex(certificate.der).includes(toHex(i2osp(number, byteLength(number))));
    const secrets = [owner.d, ...Object.values(owner.crt ?? {})];
    const found = secrets.filter(contains).length;

    // What the certificate holds locks; raising to its exponent once more does not unlock.
    const known = publicKeyOf(owner);
    const ciphertext = oaepEncrypt(known, LETTER, { hash: sha256, random: stream.substream('oaep') });
    const again = i2osp(encryptBlock(known, os2ip(ciphertext)), modulusLength(known));
    const opened = oaepDecrypt(owner, ciphertext, { hash: sha256 });
    const readByAll = toHex(again).includes(toHex(LETTER));

    const second = certify(3n);
    const sameKey = toHex(second.spki) === toHex(certificate.spki);
    const bothGood = verify(certificate).valid && verify(second).valid;
    return evidence(
      'certificate-is-key-pair',
      [
        mythStep('search', 'myth.certificate-is-key-pair.step.search', {
          bytes: certificate.der.length,
          public: [owner.n, owner.e].filter(contains).length,
          secrets: secrets.length,
          found,
        }),
        mythStep('encrypt', 'myth.certificate-is-key-pair.step.encrypt', { ciphertext }),
        mythStep('open', 'myth.certificate-is-key-pair.step.open', { again, plaintext: opened }),
        mythStep(
          'again',
          bothGood && sameKey
            ? 'myth.certificate-is-key-pair.step.second'
            : 'myth.certificate-is-key-pair.step.other',
          {},
        ),
      ],
      [
        { claim: 'myth.certificate-is-key-pair.claim.private', holds: found > 0 },
        { claim: 'myth.certificate-is-key-pair.claim.decrypt', holds: readByAll },
        { claim: 'myth.certificate-is-key-pair.claim.renew', holds: !(bothGood && sameKey) },
      ],
    );
  },
};
