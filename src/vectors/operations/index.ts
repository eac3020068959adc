/**
 * The one table of what vectors, programs and assignments may ask, by name and by fields.
 */
import { certificateOperations } from './certificates.ts';
import { cipherOperations } from './ciphers.ts';
import { gcmOperations } from './gcm.ts';
import { hashOperations } from './hashes.ts';
import type { VectorOperation } from './operation.ts';
import { paddingOperations } from './padding.ts';
import { rsaOperations } from './rsa.ts';
import { tlsOperations } from './tls.ts';

export { chainVerdict } from './certificates.ts';
export {
  BadRequest,
  bytes,
  bytesOrNone,
  type Fields,
  hashId,
  hashOf,
  integer,
  mgfHashOf,
  SHA_NAMES,
  text,
  texts,
  type VectorOperation,
} from './operation.ts';
export { fieldsFromJson, fieldsToJson, type JsonRecord, outputFromJson, outputToJson } from './record.ts';
export { privateKeyIn, publicKeyIn } from './rsa-key.ts';

export const OPERATIONS: readonly VectorOperation[] = [
  ...paddingOperations,
  ...cipherOperations,
  ...gcmOperations,
  ...hashOperations,
  ...rsaOperations,
  ...certificateOperations,
  ...tlsOperations,
];

const BY_NAME = new Map(OPERATIONS.map((operation) => [operation.name, operation]));

/** Undefined for a name that is not in the table. */
export function operationNamed(name: string): VectorOperation | undefined {
  return BY_NAME.get(name);
}
