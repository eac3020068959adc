/** Faults in what a certificate is for: host, purpose, and names that its CA may not certify. */
import { fromHex } from '../../bytes/index.ts';
import { KEY_PURPOSES } from '../extensions/ext-key-usage.ts';
import { makeExtension } from '../extensions/extension.ts';
import { ADDRESS, dns, HOST, WWW } from './good.ts';
import type { FaultRule } from './plan.ts';

export const NAME_FAULTS = {
  'wrong-host': {
    plan: { leaf: { subject: 'CN=mallory.example', names: [dns('mallory.example')] } },
    reason: 'wrong-host',
    opensslError: 62,
    clause: 'RFC 9525, 6',
    place: 'leaf',
  },
  'common-name-only': {
    plan: { leaf: { names: [] } },
    reason: 'wrong-host',
    opensslError: null,
    clause: 'RFC 9525, 2',
    place: 'leaf',
  },
  'wildcard-too-wide': {
    plan: { leaf: { names: [dns('*.example')] } },
    reason: 'wrong-host',
    opensslError: 62,
    clause: 'RFC 9525, 6.3',
    place: 'leaf',
  },
  'wildcard-above': {
    plan: { leaf: { names: [dns('*.bob.example')] } },
    reason: 'wrong-host',
    opensslError: 62,
    clause: 'RFC 9525, 6.3',
    place: 'leaf',
  },
  'wildcard-in-label': {
    plan: { leaf: { names: [dns('w*.bob.example')] } },
    reason: 'wrong-host',
    opensslError: null,
    host: WWW,
    clause: 'RFC 9525, 6.3',
    place: 'leaf',
  },
  'ip-in-dns-name': {
    plan: { leaf: { names: [dns(HOST), dns(WWW), dns(ADDRESS)] } },
    reason: 'wrong-host',
    opensslError: 64,
    host: ADDRESS,
    clause: 'RFC 9525, 6.4',
    place: 'leaf',
  },
  'nul-in-name': {
    plan: { leaf: { names: [dns(`${HOST}\0.mallory.example`)] } },
    reason: 'wrong-host',
    opensslError: 62,
    clause: 'RFC 9525, 6.3',
    place: 'leaf',
  },

  'wrong-purpose': {
    plan: { leaf: { put: [makeExtension({ kind: 'extKeyUsage', purposes: [KEY_PURPOSES.clientAuth] })] } },
    reason: 'wrong-purpose',
    opensslError: 26,
    clause: 'RFC 5280, 4.2.1.12',
    place: 'leaf',
  },
  'wrong-purpose-key-usage': {
    plan: { leaf: { put: [makeExtension({ kind: 'keyUsage', usages: ['dataEncipherment'] })] } },
    reason: 'wrong-purpose',
    opensslError: 26,
    clause: 'RFC 5280, 4.2.1.3',
    place: 'leaf',
  },
  'wrong-purpose-intermediate': {
    plan: {
      intermediate: { put: [makeExtension({ kind: 'extKeyUsage', purposes: [KEY_PURPOSES.clientAuth] })] },
    },
    reason: 'wrong-purpose',
    opensslError: 26,
    clause: 'RFC 5280, 4.2.1.12',
    place: 'chain',
  },

  'name-constraint-violated': {
    plan: {
      intermediate: {
        put: [makeExtension({ kind: 'nameConstraints', permittedSubtrees: [dns('alice.example')] })],
      },
    },
    reason: 'name-not-permitted',
    opensslError: 47,
    clause: 'RFC 5280, 6.1.3 (b)',
    place: 'chain',
  },
  'excluded-name': {
    plan: {
      intermediate: { put: [makeExtension({ kind: 'nameConstraints', excludedSubtrees: [dns(HOST)] })] },
    },
    reason: 'name-excluded',
    opensslError: 48,
    clause: 'RFC 5280, 6.1.3 (c)',
    place: 'chain',
  },
  'address-not-permitted': {
    plan: {
      intermediate: {
        put: [
          makeExtension({
            kind: 'nameConstraints',
            // 10.0.0.0/8: address and mask.
            permittedSubtrees: [{ kind: 'iPAddress', bytes: fromHex('0a000000ff000000') }],
          }),
        ],
      },
    },
    reason: 'name-not-permitted',
    opensslError: 47,
    clause: 'RFC 5280, 6.1.3 (b)',
    place: 'chain',
  },
} as const satisfies Readonly<Record<string, FaultRule>>;
