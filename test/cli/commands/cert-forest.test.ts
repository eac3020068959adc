/** Who issued whom: whatever the order, with loops, namesakes and copies. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Branch, chainAbove, forestOf } from '../../../src/cli/commands/cert/forest.ts';
import { formatName } from '../../../src/x509/index.ts';
import { certify, INTERMEDIATE, LEAF, makeTestChain, person, ROOT } from '../../x509/authority.ts';

const { root, intermediate, leaf } = makeTestChain();
const shape = ({ certificate, link, children }: Branch): unknown[] => [
  formatName(certificate.subject).replace(/,.*/, ''),
  link,
  ...children.map(shape),
];
const TREE = ['CN=Test Root', 'root', ['CN=Test Intermediate', 'verified', ['CN=bob.example', 'verified']]];

describe('a forest', () => {
  it('is the same whatever the order, and however often a certificate is there', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([root, intermediate, leaf, root, leaf], { minLength: 5 }), (order) => {
        expect(forestOf(order).map(shape)).toEqual([TREE]);
      }),
      { numRuns: 20 },
    );
  });

  it('has each certificate once, also where two only name each other', () => {
    const a = person('CN=A');
    const b = person('CN=B');
    const [ab, ba] = [certify(a, b, { profile: 'ca' }), certify(b, a, { profile: 'ca' })];
    expect(forestOf([ab, ba]).map(shape)).toEqual([['CN=A', 'verified', ['CN=B', 'verified']]]);
    expect(chainAbove(ab, [ba])).toEqual([ab, ba]);
    expect(chainAbove(ab, [ab, ba])).toEqual([ab, ba]);
  });

  it('prefers the issuer whose key it is over a namesake', () => {
    const impostor = certify({ ...INTERMEDIATE, privateKey: LEAF.privateKey }, ROOT, {
      profile: 'ca',
      by: root,
    });
    for (const order of [
      [impostor, intermediate],
      [intermediate, impostor],
    ]) {
      const [tree] = forestOf([leaf, ...order, root]);
      expect(shape(tree!)).toEqual([
        'CN=Test Root',
        'root',
        ...order.map((each) =>
          each === impostor
            ? ['CN=Test Intermediate', 'verified']
            : ['CN=Test Intermediate', 'verified', ['CN=bob.example', 'verified']],
        ),
      ]);
      expect(chainAbove(leaf, [...order, root])).toEqual([leaf, intermediate, root]);
    }
    // And of namesakes alone, the one that is there, to show what its key makes of the signature.
    expect(chainAbove(leaf, [impostor])).toEqual([leaf, impostor]);
    expect(forestOf([leaf, impostor]).map(({ link }) => link)).toEqual(['not-signed', 'no-issuer']);
  });

  it('hangs a cross-signed key under the first that signed it', () => {
    const other = person('CN=Other Root');
    const otherRoot = certify(other, other);
    const cross = certify(INTERMEDIATE, other, { profile: 'ca', by: otherRoot });
    const forest = forestOf([otherRoot, cross, root, intermediate, leaf]);
    expect(forest.map(shape)).toEqual([
      ['CN=Other Root', 'root', ['CN=Test Intermediate', 'verified', ['CN=bob.example', 'verified']]],
      ['CN=Test Root', 'root', ['CN=Test Intermediate', 'verified']],
    ]);
  });
});
