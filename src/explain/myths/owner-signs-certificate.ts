/** "The signature in a certificate is its owner's": it is the issuer's; that is what makes it worth anything. */
import { verifySignature } from '../../x509/index.ts';
import { evidence, type Myth, mythStep } from './myth.ts';
import { smallChain } from './small-chain.ts';

export const ownerSignsCertificate: Myth = {
  name: 'owner-signs-certificate',
  said: 'myth.owner-signs-certificate.said',
  truth: 'myth.owner-signs-certificate.truth',
  better: 'myth.owner-signs-certificate.better',
  run(random) {
    const { owner, root, certify, verify } = smallChain(random);
    const certificate = certify(2n);
    const { signature } = certificate;
    const fitsOwner = verifySignature(certificate, certificate.publicKey).valid;
    const fitsIssuer = verifySignature(certificate, root.publicKey).valid;

    // If it were the owner's to sign, he could say of himself what he likes.
    const boast = certify(4n, 'CN=bob.example,O=Bank of the World', owner);
    const fitsOwnWork = verifySignature(boast, boast.publicKey).valid;
    const verdict = verify(boast);
    return evidence(
      'owner-signs-certificate',
      [
        mythStep(
          'owner',
          fitsOwner
            ? 'myth.owner-signs-certificate.step.ownerFits'
            : 'myth.owner-signs-certificate.step.ownerFails',
          { signature },
        ),
        mythStep(
          'issuer',
          fitsIssuer
            ? 'myth.owner-signs-certificate.step.issuerFits'
            : 'myth.owner-signs-certificate.step.issuerFails',
          {},
        ),
        mythStep(
          'boast',
          fitsOwnWork
            ? 'myth.owner-signs-certificate.step.boast'
            : 'myth.owner-signs-certificate.step.ownerFails',
          { signature: boast.signature },
        ),
        verdict.valid
          ? mythStep('verify', 'myth.owner-signs-certificate.step.accepted', {})
          : mythStep('verify', 'myth.owner-signs-certificate.step.refused', { reason: verdict.reason }),
      ],
      [
        { claim: 'myth.owner-signs-certificate.claim.fits', holds: fitsOwner },
        { claim: 'myth.owner-signs-certificate.claim.resign', holds: verdict.valid },
      ],
    );
  },
};
