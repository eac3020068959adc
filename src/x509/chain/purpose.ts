/**
 * What a certificate is to be used for (RFC 5280, 4.2.1.3 and 4.2.1.12), as OpenSSL's -purpose has it.
 *
 * An extKeyUsage in a CA certificate limits what is below it: no word of RFC 5280, 6, and yet what everybody does. As
 * OpenSSL does, anyExtendedKeyUsage alone does not stand for a purpose that is asked for, which RFC 5280 leaves open.
 */
import type { Certificate } from '../certificate.ts';
import { KEY_PURPOSES, purposeName } from '../extensions/ext-key-usage.ts';
import { findExtension } from '../extensions/extension.ts';
import type { KeyUsageName } from '../extensions/key-usage.ts';
import type { ChainFinding } from './verdict.ts';

interface PurposeRule {
  readonly extKeyUsage?: keyof typeof KEY_PURPOSES;
  /** One of them, where the certificate has a keyUsage. */
  readonly keyUsage: readonly KeyUsageName[];
}

const RULES = {
  any: { keyUsage: [] },
  server: { extKeyUsage: 'serverAuth', keyUsage: ['digitalSignature', 'keyEncipherment', 'keyAgreement'] },
  client: { extKeyUsage: 'clientAuth', keyUsage: ['digitalSignature', 'keyAgreement'] },
  'email-sign': { extKeyUsage: 'emailProtection', keyUsage: ['digitalSignature', 'nonRepudiation'] },
  'email-encrypt': { extKeyUsage: 'emailProtection', keyUsage: ['keyEncipherment'] },
  code: { extKeyUsage: 'codeSigning', keyUsage: ['digitalSignature'] },
} as const satisfies Record<string, PurposeRule>;

export type Purpose = keyof typeof RULES;

export const PURPOSES = Object.keys(RULES) as readonly Purpose[];

/** What is wrong with `certificate` for that purpose: for a CA certificate only its extKeyUsage counts. */
export function purposeFinding(
  { extensions }: Certificate,
  purpose: Purpose,
  isLeaf: boolean,
): ChainFinding | undefined {
  const rule: PurposeRule = RULES[purpose];
  const purposes = findExtension(extensions, 'extKeyUsage')?.purposes;
  if (rule.extKeyUsage && purposes && !purposes.includes(KEY_PURPOSES[rule.extKeyUsage])) {
    return {
      reason: 'wrong-purpose',
      extension: 'extKeyUsage',
      needed: [rule.extKeyUsage],
      found: purposes.map(purposeName),
    };
  }
  const usages = findExtension(extensions, 'keyUsage')?.usages;
  if (!isLeaf || !usages || rule.keyUsage.length === 0) return undefined;
  if (rule.keyUsage.some((usage) => usages.includes(usage))) return undefined;
  return { reason: 'wrong-purpose', extension: 'keyUsage', needed: rule.keyUsage, found: usages };
}
