/** Faults on the way up to somebody who is trusted: links that are missing, signatures, and who may sign. */
import { makeExtension } from '../extensions/extension.ts';
import { ADDRESS, dns, ip, NAMES } from './good.ts';
import type { FaultRule } from './plan.ts';

export const TRUST_FAULTS = {
  'untrusted-root': {
    plan: { trusts: 'another-root', sends: 'root-too' },
    reason: 'untrusted-root',
    opensslError: 19,
    clause: 'RFC 5280, 6.1.1 (d)',
    place: 'chain',
  },
  'self-signed': {
    plan: {
      leaf: { issuer: NAMES.leaf, signer: 'leaf', drop: ['authorityKeyIdentifier'] },
      sends: 'leaf-alone',
    },
    reason: 'self-signed',
    opensslError: 18,
    revocation: 'not-asked',
    clause: 'RFC 5280, 6.1',
    place: 'leaf',
  },
  'missing-intermediate': {
    plan: { sends: 'leaf-alone' },
    reason: 'missing-issuer',
    opensslError: 20,
    clause: 'RFC 5246, 7.4.2',
    place: 'chain',
  },
  'wrong-issuer-name': {
    plan: { leaf: { issuer: 'CN=Example Intermediate CA,O=Somebody Else' } },
    reason: 'missing-issuer',
    opensslError: 20,
    clause: 'RFC 5280, 6.1.3 (a) (4)',
    place: 'chain',
  },

  'tampered-subject': {
    // Of one letter each.
    plan: {
      leaf: {
        signed: {
          subject: 'CN=mob.example',
          names: [dns('mob.example'), dns('www.mob.example'), ip(ADDRESS)],
        },
      },
    },
    reason: 'bad-signature',
    opensslError: 7,
    clause: 'RFC 5280, 6.1.3 (a) (1)',
    place: 'signature',
  },
  'tampered-signature': {
    plan: { leaf: { flipped: true } },
    reason: 'bad-signature',
    opensslError: 7,
    clause: 'RFC 5280, 6.1.3 (a) (1)',
    place: 'signature',
  },
  'tampered-dates': {
    plan: { leaf: { signed: { days: [-120, -30] } } },
    reason: 'bad-signature',
    opensslError: 7,
    clause: 'RFC 5280, 6.1.3 (a) (1)',
    place: 'signature',
  },
  'swapped-key': {
    plan: { leaf: { key: 'mallory', signed: {} } },
    reason: 'bad-signature',
    opensslError: 7,
    clause: 'RFC 5280, 6.1.3 (a) (1)',
    place: 'signature',
  },
  'forged-by-another-key': {
    plan: { leaf: { signer: 'mallory' } },
    reason: 'bad-signature',
    opensslError: 7,
    clause: 'RFC 5280, 6.1.3 (a) (1)',
    place: 'signature',
  },
  'forged-intermediate': {
    plan: { intermediate: { signer: 'mallory' } },
    reason: 'bad-signature',
    opensslError: 7,
    clause: 'RFC 5280, 6.1.3 (a) (1)',
    place: 'signature',
  },
  'mismatched-algorithms': {
    plan: { leaf: { inside: 'sha384' } },
    reason: 'algorithm-mismatch',
    opensslError: 7,
    clause: 'RFC 5280, 4.1.1.2',
    place: 'leaf',
  },
  'weak-hash': {
    plan: { leaf: { hash: 'sha1' } },
    reason: 'weak-hash',
    opensslError: 68,
    opensslArgs: ['-auth_level', '1'],
    clause: 'NIST SP 800-131A, 9',
    place: 'leaf',
  },
  'weak-hash-md5': {
    plan: { intermediate: { hash: 'md5' } },
    reason: 'weak-hash',
    opensslError: 68,
    opensslArgs: ['-auth_level', '1'],
    clause: 'RFC 6151, 2',
    place: 'chain',
  },
  'weak-key': {
    plan: { leaf: { bits: 512 } },
    reason: 'weak-key',
    opensslError: 66,
    opensslArgs: ['-auth_level', '1'],
    clause: 'NIST SP 800-131A, 3',
    place: 'leaf',
  },

  'not-a-ca': {
    plan: { intermediate: { put: [makeExtension({ kind: 'basicConstraints', cA: false })] } },
    reason: 'not-a-ca',
    opensslError: 79,
    clause: 'RFC 5280, 6.1.4 (k)',
    place: 'chain',
  },
  'no-basic-constraints': {
    plan: { intermediate: { drop: ['basicConstraints'] } },
    reason: 'not-a-ca',
    opensslError: 79,
    clause: 'RFC 5280, 6.1.4 (k)',
    place: 'chain',
  },
  'version-1-ca': {
    plan: { intermediate: { version: 1, drop: 'all' } },
    reason: 'not-a-ca',
    opensslError: 79,
    clause: 'RFC 5280, 6.1.4 (k)',
    place: 'chain',
  },
  'path-too-long': {
    plan: { lower: {} },
    reason: 'path-too-long',
    opensslError: 25,
    clause: 'RFC 5280, 6.1.4 (l)',
    place: 'chain',
  },
  'wrong-key-usage': {
    plan: {
      intermediate: { put: [makeExtension({ kind: 'keyUsage', usages: ['digitalSignature', 'cRLSign'] })] },
    },
    reason: 'no-cert-sign',
    opensslError: 79,
    clause: 'RFC 5280, 6.1.4 (n)',
    place: 'chain',
  },
} as const satisfies Readonly<Record<string, FaultRule>>;
