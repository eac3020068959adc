/** The key derivation of TLS 1.2 (RFC 5246, 5, 6.3, 7.4.9 and 8.1; RFC 7627, 4), and the PRF of TLS 1.0 (RFC 2246, 5). */
import { concat } from '../../bytes/index.ts';
import { tls10Prf, tls12Prf } from '../../mac/index.ts';
import { bytes, type Fields, hashOf, integer, text, type VectorOperation } from './operation.ts';

/** SHA-256 unless the cipher suite says otherwise. */
const prfHash = (fields: Fields) => hashOf(fields.sha === undefined ? { sha: 'SHA-256' } : fields);

export const tlsOperations: readonly VectorOperation[] = [
  {
    name: 'tls12-prf',
    gives: 'output',
    fields: ['secret', 'label', 'seed', 'size'],
    optional: ['sha'],
    output: 'bytes',
    scratch: (fields) =>
      tls12Prf(
        prfHash(fields),
        bytes(fields, 'secret'),
        text(fields, 'label'),
        bytes(fields, 'seed'),
        integer(fields, 'size'),
      ),
  },
  {
    name: 'tls10-prf',
    gives: 'output',
    fields: ['secret', 'label', 'seed', 'size'],
    output: 'bytes',
    scratch: (fields) =>
      tls10Prf(
        bytes(fields, 'secret'),
        text(fields, 'label'),
        bytes(fields, 'seed'),
        integer(fields, 'size'),
      ),
  },
  {
    name: 'tls12-master-secret',
    gives: 'masterSecret',
    fields: ['premasterSecret', 'clientRandom', 'serverRandom'],
    optional: ['sha'],
    output: 'bytes',
    scratch: (fields) =>
      tls12Prf(
        prfHash(fields),
        bytes(fields, 'premasterSecret'),
        'master secret',
        concat(bytes(fields, 'clientRandom'), bytes(fields, 'serverRandom')),
        48,
      ),
  },
  {
    name: 'tls12-extended-master-secret',
    gives: 'masterSecret',
    fields: ['premasterSecret', 'sessionHash'],
    optional: ['sha'],
    output: 'bytes',
    scratch: (fields) =>
      tls12Prf(
        prfHash(fields),
        bytes(fields, 'premasterSecret'),
        'extended master secret',
        bytes(fields, 'sessionHash'),
        48,
      ),
  },
  {
    name: 'tls12-key-block',
    gives: 'keyBlock',
    fields: ['masterSecret', 'clientRandom', 'serverRandom', 'size'],
    optional: ['sha'],
    output: 'bytes',
    scratch: (fields) =>
      tls12Prf(
        prfHash(fields),
        bytes(fields, 'masterSecret'),
        'key expansion',
        concat(bytes(fields, 'serverRandom'), bytes(fields, 'clientRandom')),
        integer(fields, 'size'),
      ),
  },
  {
    name: 'tls12-verify-data',
    gives: 'verifyData',
    fields: ['masterSecret', 'label', 'handshakeHash'],
    optional: ['sha'],
    output: 'bytes',
    scratch: (fields) =>
      tls12Prf(
        prfHash(fields),
        bytes(fields, 'masterSecret'),
        text(fields, 'label'),
        bytes(fields, 'handshakeHash'),
        12,
      ),
  },
];
