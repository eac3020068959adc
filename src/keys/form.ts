/** The forms a key is written in, and the PEM labels they have (RFC 7468, 10, 11 and 13; PKCS#1's are OpenSSL's). */
import { pemEncode } from '../asn1/index.ts';
import { CryptoError, orList } from '../errors.ts';

const LABELS = {
  pkcs8: 'PRIVATE KEY',
  'encrypted-pkcs8': 'ENCRYPTED PRIVATE KEY',
  'pkcs1-private': 'RSA PRIVATE KEY',
  spki: 'PUBLIC KEY',
  'pkcs1-public': 'RSA PUBLIC KEY',
} as const;

/** The forms that are DER inside; JWK, which is JSON, is another. */
export type DerForm = keyof typeof LABELS;

export const DER_FORMS = Object.keys(LABELS) as readonly DerForm[];

/** The PEM label of a form. */
export function pemLabel(form: DerForm): string {
  if (Object.hasOwn(LABELS, form)) return LABELS[form];
  throw new CryptoError('bad-argument', `form: expected ${orList(DER_FORMS)}, got ${JSON.stringify(form)}`);
}

/** `der`, as an encoder of that form gives it, as PEM. */
export function toPem(form: DerForm, der: Uint8Array): string {
  return pemEncode(pemLabel(form), der);
}
