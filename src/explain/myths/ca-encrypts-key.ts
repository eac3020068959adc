/** "The CA encrypts the server's public key": it hashes the certificate, and signs the hash; the key stands there in the clear. */
import { fromHex, toHex } from '../../bytes/index.ts';
import { sha256 } from '../../hash/index.ts';
import { i2osp, os2ip } from '../../math/index.ts';
import { encryptBlock, modulusLength, publicKeyOf } from '../../rsa/index.ts';
import { parseCertificate, verifySignature } from '../../x509/index.ts';
import { evidence, type Myth, mythStep } from './myth.ts';
import { smallChain } from './small-chain.ts';

export const caEncryptsKey: Myth = {
  name: 'ca-encrypts-key',
  said: 'myth.ca-encrypts-key.said',
  truth: 'myth.ca-encrypts-key.truth',
  better: 'myth.ca-encrypts-key.better',
  run(random) {
    const { ca, owner, root, certify } = smallChain(random);
    const { der, tbs, spki, signature } = certify(2n);
    const modulus = i2osp(owner.n, modulusLength(owner));
    const at = toHex(der).indexOf(toHex(modulus)) / 2;

    // What the CA's public key makes of the signature: padding, and a hash behind it.
    const block = i2osp(encryptBlock(publicKeyOf(ca), os2ip(signature)), modulusLength(ca));
    const hash = block.slice(-32);
    const isHash = toHex(hash) === toHex(sha256(tbs));
    const holdsKey = toHex(block).includes(toHex(modulus));

    const altered = modulus.slice();
    altered[100]! ^= 1;
    const other = parseCertificate(fromHex(toHex(der).replace(toHex(modulus), toHex(altered))));
    const unnoticed = verifySignature(other, root.publicKey).valid;
    return evidence(
      'ca-encrypts-key',
      [
        mythStep('clear', 'myth.ca-encrypts-key.step.clear', { at, modulus }),
        mythStep('recover', 'myth.ca-encrypts-key.step.recover', { block, hash }),
        mythStep('compare', isHash ? 'myth.ca-encrypts-key.step.same' : 'myth.ca-encrypts-key.step.differs', {
          hash: sha256(tbs),
        }),
        mythStep('room', 'myth.ca-encrypts-key.step.room', { key: spki.length, signature: signature.length }),
        mythStep(
          'alter',
          unnoticed ? 'myth.ca-encrypts-key.step.unnoticed' : 'myth.ca-encrypts-key.step.noticed',
          {},
        ),
      ],
      [
        { claim: 'myth.ca-encrypts-key.claim.hidden', holds: at < 0 },
        { claim: 'myth.ca-encrypts-key.claim.decrypt', holds: holdsKey || !isHash },
        { claim: 'myth.ca-encrypts-key.claim.room', holds: signature.length >= spki.length },
      ],
    );
  },
};
