/** What a stranger can make large: it takes no more than a second or two, whatever the answer. */
import { expect, it } from 'vitest';
import {
  type Certificate,
  type GeneralName,
  issueCrl,
  makeExtension,
  parseCertificate,
  parseCrl,
  parseName,
  verifyChain,
} from '../../../src/x509/index.ts';
import { certify, INTERMEDIATE, LEAF, NOW, ROOT, VALIDITY } from '../authority.ts';
import { three } from './scenarios.ts';

/** Of slow machines at work on other tests. */
const MS = 5000;

function timed<T>(run: () => T): T {
  const start = performance.now();
  const result = run();
  expect(performance.now() - start).toBeLessThan(MS);
  return result;
}

/** As many as asked for, each with another signature. */
const damagedCopies = (certificate: Certificate, count: number) =>
  Array.from({ length: count }, (_, i) => {
    const der = certificate.der.slice();
    der[der.length - 1 - (i % 100)]! ^= 1 + Math.floor(i / 100);
    return parseCertificate(der);
  });

const { root, middle, leaf } = three();

it('10,000 intermediates of one name', () => {
  const intermediates = damagedCopies(middle, 10_000);
  const verdict = timed(() => verifyChain(leaf, { anchors: [root], intermediates, at: NOW }));
  expect(verdict).toMatchObject({ valid: false, reason: 'too-much-work' });
});

it('700 names under 700 constraints', () => {
  const names = (word: string): GeneralName[] =>
    Array.from({ length: 700 }, (_, i) => ({
      kind: 'directoryName',
      name: parseName(`${'OU=the same,'.repeat(15)}CN=${word} ${i}`),
    }));
  const limits = makeExtension({ kind: 'nameConstraints', excludedSubtrees: names('not this') });
  const between = certify(INTERMEDIATE, ROOT, { profile: 'ca', more: [limits] });
  const end = certify(LEAF, INTERMEDIATE, { names: names('this') });
  const verdict = timed(() => verifyChain(end, { anchors: [root], intermediates: [between], at: NOW }));
  expect(verdict).toMatchObject({ valid: true });
});

it('a list of 150,000 entries, by 300 signers perhaps', () => {
  const revoked = Array.from({ length: 150_000 }, (_, i) => ({
    serialNumber: BigInt(i) + 2n ** 64n,
    revocationDate: VALIDITY.notBefore,
  }));
  const { notBefore: thisUpdate, notAfter: nextUpdate } = VALIDITY;
  const contents = { issuer: INTERMEDIATE.name, thisUpdate, nextUpdate, revoked };
  const number = makeExtension({ kind: 'cRLNumber', number: 1n });
  const { der } = issueCrl({ ...contents, extensions: [number] }, { privateKey: INTERMEDIATE.privateKey });
  const crl = timed(() => parseCrl(der));
  const options = { anchors: [root], intermediates: [middle], at: NOW, revocation: 'leaf' } as const;
  expect(timed(() => verifyChain(leaf, { ...options, crls: [crl] })).valid).toBe(true);

  const forged = { ...crl, signature: crl.signature.map((octet) => octet ^ 1) };
  const intermediates = [middle, ...damagedCopies(middle, 300)];
  const verdict = timed(() => verifyChain(leaf, { ...options, intermediates, crls: [forged] }));
  expect(verdict).toMatchObject({ valid: false, reason: 'too-much-work' });
}, 60_000);
