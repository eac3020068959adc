/** Whether a certificate is to be believed (RFC 5280, 6). Certificates are PEM, `at` is a time in ISO 8601. */
import { CryptoError, orList } from '../../errors.ts';
import { PURPOSES, type Purpose, parseCertificates, parseCrls, verifyChain } from '../../x509/index.ts';
import { type Fields, integer, text, texts, type VectorOperation } from './operation.ts';

export const certificateOperations: readonly VectorOperation[] = [
  {
    name: 'certificate-verify',
    gives: 'result',
    fields: ['leaf', 'intermediates', 'anchors', 'at'],
    optional: ['host', 'email', 'purpose', 'maxDepth', 'crls', 'strict'],
    output: 'verdict',
    scratch: (fields) => chainVerdict(fields).valid,
  },
];

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
