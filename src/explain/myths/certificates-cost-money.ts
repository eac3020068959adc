/** "Certificates cost money": making one takes a signature. What is dear is a root that everybody has. */
import { toHex } from '../../bytes/index.ts';
import { evidence, type Myth, mythStep } from './myth.ts';
import { smallChain } from './small-chain.ts';

export const certificatesCostMoney: Myth = {
  name: 'certificates-cost-money',
  said: 'myth.certificates-cost-money.said',
  truth: 'myth.certificates-cost-money.truth',
  better: 'myth.certificates-cost-money.better',
  run(random) {
    const { root, certify, verify } = smallChain(random);
    const plain = certify(2n);
    const verdict = verify(plain);
    const stranger = verify(plain, []);
    // What one pays for is mostly more words about the owner.
    const dear = certify(5n, 'CN=bob.example,O=Bob and Sons Ltd,L=London,C=GB');
    const dearVerdict = verify(dear);
    const sameKey = toHex(dear.spki) === toHex(plain.spki);
    return evidence(
      'certificates-cost-money',
      [
        mythStep('make', 'myth.certificates-cost-money.step.make', {
          bytes: plain.der.length,
          signature: plain.signature,
        }),
        mythStep(
          'verify',
          verdict.valid
            ? 'myth.certificates-cost-money.step.accepted'
            : 'myth.certificates-cost-money.step.closed',
          {},
        ),
        stranger.valid
          ? mythStep('stranger', 'myth.certificates-cost-money.step.accepted', {})
          : mythStep('stranger', 'myth.certificates-cost-money.step.stranger', { reason: stranger.reason }),
        mythStep(
          'dear',
          dearVerdict.valid && sameKey
            ? 'myth.certificates-cost-money.step.dear'
            : 'myth.certificates-cost-money.step.closed',
          { more: dear.der.length - plain.der.length },
        ),
      ],
      [
        {
          claim: 'myth.certificates-cost-money.claim.price',
          holds: !(verdict.valid && verdict.chain.at(-1) === root),
        },
        {
          claim: 'myth.certificates-cost-money.claim.better',
          holds: dearVerdict.valid !== verdict.valid || !sameKey,
        },
      ],
    );
  },
};
