/** Whether a certificate is to be believed (RFC 5280, 6). Certificates are PEM, `at` is a time in ISO 8601. */
import { CryptoError, orList } from '../../errors.ts';
import {
  type Certificate,
  findExtension,
  KEY_USAGES,
  type KeyUsageName,
  PURPOSES,
  type Purpose,
  parseCertificates,
  parseCrls,
  verifyChain,
} from '../../x509/index.ts';
import { type Fields, integer, text, texts, type VectorOperation } from './operation.ts';

export const certificateOperations: readonly VectorOperation[] = [
  {
    name: 'certificate-verify',
    gives: 'result',
    fields: ['leaf', 'intermediates', 'anchors', 'at'],
    optional: ['host', 'email', 'purpose', 'keyUsage', 'maxDepth', 'crls', 'strict'],
    output: 'verdict',
    scratch: (fields) => {
      const verdict = chainVerdict(fields);
      return verdict.valid && hasUsages(verdict.chain[0]!, fields);
    },
  },
];

/** All the uses that are asked for, where the leaf says which its key is for (RFC 5280, 4.2.1.3). */
function hasUsages({ extensions }: Certificate, fields: Fields): boolean {
  const asked = fields.keyUsage === undefined ? [] : texts(fields, 'keyUsage').map(usageNamed);
  const usages = findExtension(extensions, 'keyUsage')?.usages;
  return usages === undefined || asked.every((usage) => usages.includes(usage));
}

function usageNamed(name: string): KeyUsageName {
  const known = KEY_USAGES.find((usage) => usage === name);
  if (known) return known;
  throw new CryptoError(
    'unsupported',
    `keyUsage: expected ${orList(KEY_USAGES)}, got ${JSON.stringify(name)}`,
  );
}

/** The whole verdict, with its finding. A certificate that cannot be read throws `bad-format`. */
export function chainVerdict(fields: Fields) {
  const [leafPem, anchors, intermediates] = [
    text(fields, 'leaf'),
    texts(fields, 'anchors'),
    texts(fields, 'intermediates'),
  ];
  const at = new Date(text(fields, 'at'));
  const [leaf] = parseCertificates(leafPem);
  return verifyChain(leaf!, {
    anchors: anchors.flatMap((pem) => parseCertificates(pem)),
    intermediates: intermediates.flatMap((pem) => parseCertificates(pem)),
    at,
    ...(fields.crls !== undefined && { crls: texts(fields, 'crls').flatMap((pem) => parseCrls(pem)) }),
    ...(fields.host !== undefined && { host: text(fields, 'host') }),
    ...(fields.email !== undefined && { email: text(fields, 'email') }),
    ...(fields.purpose !== undefined && { purpose: purposeOf(fields) }),
    ...(fields.maxDepth !== undefined && { maxDepth: integer(fields, 'maxDepth') }),
    ...(fields.strict === true && { strict: true }),
  });
}

function purposeOf(fields: Fields): Purpose {
  const name = text(fields, 'purpose');
  const known = PURPOSES.find((purpose) => purpose === name);
  if (known) return known;
  throw new CryptoError('unsupported', `purpose: expected ${orList(PURPOSES)}, got ${JSON.stringify(name)}`);
}
