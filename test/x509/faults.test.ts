/** Chains with one fault each: we find exactly that, and nothing where there is none. */
import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.ts';
import { publicKeyOfPrivate } from '../../src/keys/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import {
  type Certificate,
  type ChainReason,
  FAULT_NAMES,
  type Fault,
  type FaultName,
  formatName,
  makeFault,
  verifyChain,
} from '../../src/x509/index.ts';
import { withCode } from '../with-code.ts';
import { NOW } from './authority.ts';
import { chainOptions, FAULTS, testFault } from './faults.ts';

const good = FAULTS.find(({ name }) => name === 'good')!;

describe('a fault', () => {
  it.each(FAULTS)('$name: $reason, and openssl says $opensslError', (fault) => {
    const verdict = verifyChain(fault.leaf, chainOptions(fault));
    expect(verdict.valid ? null : verdict.reason).toBe(fault.reason);
    if (!verdict.valid && fault.opensslError !== null) expect(verdict.opensslError).toBe(fault.opensslError);
  });

  it.each(FAULTS)('$name: without the fault, the same question is answered with yes', (fault) => {
    const { host, at, purpose } = fault;
    expect(verifyChain(good.leaf, { ...chainOptions(good), host, at, purpose })).toMatchObject({
      valid: true,
    });
  });

  it.each(FAULTS.filter(({ name }) => name !== 'good'))(
    '$name: differs from the good one in one thing',
    (fault) => {
      expect(differences(fault)).toEqual(MORE[fault.name] ?? [expect.any(String)]);
    },
  );

  it.each(FAULTS)('$name: the key is that of the certificate', ({ leaf, leafKey }) => {
    expect(leaf.publicKey).toEqual(publicKeyOfPrivate(leafKey));
  });

  it('is there for every reason but those that a server never meets, or that ask for other keys', () => {
    const made = new Set<string | null>(FAULTS.map(({ reason }) => reason));
    for (const [reason, isFault] of Object.entries(REASONS))
      expect([reason, made.has(reason)]).toEqual([reason, isFault]);
  });

  it('is the same from the same seed', () => {
    const make = (word: string) => makeFault('expired', { at: NOW, bits: 1024, random: seededRandom(word) });
    const [a, b, c] = [make('a'), make('a'), make('b')] as const;
    expect(toHex(a.leaf.der)).toBe(toHex(b.leaf.der));
    expect(toHex(a.leaf.der)).not.toBe(toHex(c.leaf.der));
    expect(a.opensslArgs).toEqual(c.opensslArgs);
  });

  it('is judged in whole seconds', () => {
    const { at } = testFault('good', { at: new Date(NOW.getTime() + 999) });
    expect(at).toEqual(NOW);
  });

  it.each<[string, () => unknown]>([
    ['a name that is none', () => makeFault('nope' as FaultName)],
    ['a name of every object', () => makeFault('toString' as FaultName)],
    ['too short a key', () => makeFault('good', { bits: 1023 })],
    ['too long a key', () => makeFault('good', { bits: 4097 })],
    ['no number', () => makeFault('good', { bits: 1024.5 })],
    ['no date', () => makeFault('good', { at: new Date(Number.NaN) })],
    ['too early', () => makeFault('good', { at: new Date('1979-12-31T23:59:59Z') })],
    ['too late', () => makeFault('good', { at: new Date('9901-01-01T00:00:00Z') })],
  ])('refuses %s', (_, make) => expect(make).toThrow(withCode('bad-argument')));

  it.each(['1980-01-01T00:00:00Z', '9900-12-31T23:59:59Z'])('can be judged at %s', (text) => {
    const fault = testFault('expired', { at: new Date(text) });
    expect(verifyChain(fault.leaf, chainOptions(fault))).toMatchObject({ reason: 'expired' });
  });

  it('each name is one word, and `good` comes first', () => {
    expect(FAULT_NAMES[0]).toBe('good');
    for (const name of FAULT_NAMES) expect(name).toMatch(/^[a-z\d]+(-[a-z\d]+)*$/);
  });
});

/** Whether a fault has it. */
const REASONS: Readonly<Record<ChainReason, boolean>> = {
  'self-signed': true,
  'untrusted-root': true,
  'missing-issuer': true,
  'chain-too-long': false,
  'too-much-work': false,
  'bad-signature': true,
  'unsupported-key': false,
  'unsupported-signature': false,
  'algorithm-mismatch': true,
  'weak-hash': true,
  'weak-key': true,
  expired: true,
  'not-yet-valid': true,
  'not-a-ca': true,
  'no-cert-sign': true,
  'path-too-long': true,
  'wrong-purpose': true,
  'wrong-host': true,
  'wrong-email': false,
  'name-not-permitted': true,
  'name-excluded': true,
  'unsupported-constraint': false,
  'unknown-critical-extension': true,
  'duplicate-extension': true,
  'invalid-serial': true,
  'invalid-version': true,
  profile: false,
  revoked: true,
  'no-crl': true,
  'crl-bad-signature': true,
  'crl-signer-not-allowed': true,
  'crl-expired': true,
  'crl-not-yet-valid': true,
  'crl-unknown-critical-extension': true,
};

/** Which files of the good chain are other ones. */
function differences(fault: Fault): string[] {
  const partsOf = ({ root, chain, crls }: Fault) => ({
    root: toHex(root.der),
    ...Object.fromEntries(
      chain.map((certificate, i) => [i === 0 ? 'leaf' : roleOf(certificate), toHex(certificate.der)]),
    ),
    ...Object.fromEntries(crls.map(({ issuer, der }) => [`list of ${formatName(issuer)}`, toHex(der)])),
  });
  const [a, b]: Record<string, string>[] = [partsOf(good), partsOf(fault)];
  return [...new Set([...Object.keys(a!), ...Object.keys(b!)])].filter((part) => a![part] !== b![part]);
}

function roleOf({ subject }: Certificate): string {
  return formatName(subject);
}

/** What cannot be done in one file. */
const MORE: Partial<Record<FaultName, string[]>> = {
  // The root of the chain is sent along, and another is trusted.
  'untrusted-root': ['root', 'CN=Example Root CA, O=Crypto Primer'],
  // No CA has signed it, so none is sent along.
  'self-signed': ['leaf', 'CN=Example Intermediate CA, O=Crypto Primer'],
  // The CA that is one too many has signed the leaf, and a list.
  'path-too-long': [
    'leaf',
    'CN=Example Lower CA, O=Crypto Primer',
    'list of CN=Example Lower CA, O=Crypto Primer',
  ],
};
