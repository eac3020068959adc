/** Faults of revocation: certificates that were taken back, and lists of no use. */
import { makeExtension } from '../extensions/extension.ts';
import { unknownExtension } from './form-faults.ts';
import type { FaultRule } from './plan.ts';

export const LIST_FAULTS = {
  revoked: {
    plan: { intermediateList: { revokes: true } },
    reason: 'revoked',
    opensslError: 23,
    clause: 'RFC 5280, 6.3',
    place: 'crl',
  },
  'revoked-intermediate': {
    plan: { rootList: { revokes: true } },
    reason: 'revoked',
    opensslError: 23,
    clause: 'RFC 5280, 6.3',
    place: 'crl',
  },
  'missing-crl': {
    plan: { intermediateList: { left: 'out' } },
    reason: 'no-crl',
    opensslError: 3,
    clause: 'RFC 5280, 6.3.3',
    place: 'crl',
  },
  'expired-crl': {
    plan: { intermediateList: { days: [-30, -23] } },
    reason: 'crl-expired',
    opensslError: 12,
    clause: 'RFC 5280, 5.1.2.5',
    place: 'crl',
  },
  'not-yet-valid-crl': {
    plan: { intermediateList: { days: [1, 8] } },
    reason: 'crl-not-yet-valid',
    opensslError: 11,
    clause: 'RFC 5280, 5.1.2.4',
    place: 'crl',
  },
  'crl-by-another-key': {
    plan: { intermediateList: { signer: 'mallory' } },
    reason: 'crl-bad-signature',
    opensslError: 8,
    clause: 'RFC 5280, 6.3.3 (g)',
    place: 'crl',
  },
  'no-crl-sign': {
    plan: { intermediate: { put: [makeExtension({ kind: 'keyUsage', usages: ['keyCertSign'] })] } },
    reason: 'crl-signer-not-allowed',
    opensslError: 35,
    clause: 'RFC 5280, 6.3.3 (f)',
    place: 'chain',
  },
  'critical-unknown-crl-extension': {
    plan: { intermediateList: { put: [unknownExtension(true)] } },
    reason: 'crl-unknown-critical-extension',
    opensslError: 36,
    clause: 'RFC 5280, 5.2',
    place: 'crl',
  },
} as const satisfies Readonly<Record<string, FaultRule>>;
