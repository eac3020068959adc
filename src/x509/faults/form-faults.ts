/** Faults of time and of form: what RFC 5280 forbids whatever else a certificate says. */
import { fromHex } from '../../bytes/index.ts';
import { makeExtension, makeUnknownExtension } from '../extensions/extension.ts';
import type { FaultRule } from './plan.ts';

/** Of nobody: an arc for examples (X.660, A.5: 2.999), and a NULL. */
export const unknownExtension = (critical: boolean) =>
  makeUnknownExtension('2.999.1', fromHex('0500'), critical);

const policy = (oid: string) =>
  makeExtension({ kind: 'certificatePolicies', policies: [{ policyIdentifier: oid, policyQualifiers: [] }] });

export const TIME_FAULTS = {
  expired: {
    plan: { leaf: { days: [-120, -30] } },
    reason: 'expired',
    opensslError: 10,
    clause: 'RFC 5280, 6.1.3 (a) (2)',
    place: 'leaf',
  },
  'not-yet-valid': {
    plan: { leaf: { days: [1, 91] } },
    reason: 'not-yet-valid',
    opensslError: 9,
    clause: 'RFC 5280, 6.1.3 (a) (2)',
    place: 'leaf',
  },
  'expired-intermediate': {
    plan: { intermediate: { days: [-1000, -1] } },
    reason: 'expired',
    opensslError: 10,
    clause: 'RFC 5280, 6.1.3 (a) (2)',
    place: 'chain',
  },
  'expired-root': {
    plan: { root: { days: [-3650, -1] } },
    reason: 'expired',
    opensslError: 10,
    clause: 'RFC 5280, 6.1.1 (d)',
    place: 'root',
  },
} as const satisfies Readonly<Record<string, FaultRule>>;

export const FORM_FAULTS = {
  'critical-unknown-extension': {
    plan: { leaf: { put: [unknownExtension(true)] } },
    reason: 'unknown-critical-extension',
    opensslError: 34,
    clause: 'RFC 5280, 4.2',
    place: 'leaf',
  },
  'duplicate-extension': {
    // Validated by the domain alone, and extended (CA/Browser Forum).
    plan: { leaf: { put: [policy('2.23.140.1.2.1'), policy('2.23.140.1.1')] } },
    reason: 'duplicate-extension',
    opensslError: null,
    clause: 'RFC 5280, 4.2',
    place: 'leaf',
  },
  'version-1-extensions': {
    plan: { leaf: { version: 1 } },
    reason: 'invalid-version',
    opensslError: null,
    clause: 'RFC 5280, 4.1.2.1',
    place: 'leaf',
  },
  'negative-serial': {
    plan: { leaf: { serialNumber: -5n } },
    reason: 'invalid-serial',
    opensslError: null,
    clause: 'RFC 5280, 4.1.2.2',
    place: 'leaf',
  },
  'zero-serial': {
    plan: { leaf: { serialNumber: 0n } },
    reason: 'invalid-serial',
    opensslError: null,
    clause: 'RFC 5280, 4.1.2.2',
    place: 'leaf',
  },
  'long-serial': {
    plan: { leaf: { serialNumber: 2n ** 160n + 5n } },
    reason: 'invalid-serial',
    opensslError: null,
    clause: 'RFC 5280, 4.1.2.2',
    place: 'leaf',
  },
} as const satisfies Readonly<Record<string, FaultRule>>;
