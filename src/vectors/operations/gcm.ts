/** AES-GCM (NIST SP 800-38D); the output of encryption is the ciphertext followed by the tag. */
import { aes } from '../../block/index.ts';
import { concat } from '../../bytes/index.ts';
import { createGcm } from '../../modes/index.ts';
import { openPlatform } from '../../reference/index.ts';
import { bytes, bytesOrNone, type Fields, integer, keepLast, type VectorOperation } from './operation.ts';

const gcmOf = keepLast((key: Uint8Array) => createGcm(aes(key)));

/** `tagSize` is in bits, 128 where it is absent. */
const tagLength = (fields: Fields) => (fields.tagSize === undefined ? 128 : integer(fields, 'tagSize')) / 8;

const openedTagLength = (fields: Fields) =>
  fields.tagSize === undefined ? bytes(fields, 'tag').length : tagLength(fields);

export const gcmOperations: readonly VectorOperation[] = [
  {
    name: 'aes-gcm-encrypt',
    gives: 'ct',
    fields: ['key', 'iv', 'aad', 'msg'],
    optional: ['tagSize'],
    output: 'bytes',
    scratch: (fields) =>
      gcmOf(bytes(fields, 'key')).seal(
        bytes(fields, 'iv'),
        bytes(fields, 'msg'),
        bytesOrNone(fields, 'aad'),
        tagLength(fields),
      ),
    reference: {
      name: 'node:crypto',
      open: async () => {
        const { platformAesGcm } = await openPlatform();
        return (fields) =>
          platformAesGcm(tagLength(fields)).seal(
            bytes(fields, 'key'),
            bytes(fields, 'iv'),
            bytes(fields, 'msg'),
            bytesOrNone(fields, 'aad'),
          );
      },
    },
  },
  {
    name: 'aes-gcm-decrypt',
    gives: 'msg',
    fields: ['key', 'iv', 'aad', 'ct', 'tag'],
    // Where the tag has not the length that it should have.
    optional: ['tagSize'],
    output: 'bytes',
    scratch: (fields) =>
      gcmOf(bytes(fields, 'key')).open(
        bytes(fields, 'iv'),
        concat(bytes(fields, 'ct'), bytes(fields, 'tag')),
        bytesOrNone(fields, 'aad'),
        openedTagLength(fields),
      ),
    reference: {
      name: 'node:crypto',
      open: async () => {
        const { platformAesGcm } = await openPlatform();
        return (fields) =>
          platformAesGcm(openedTagLength(fields)).open(
            bytes(fields, 'key'),
            bytes(fields, 'iv'),
            concat(bytes(fields, 'ct'), bytes(fields, 'tag')),
            bytesOrNone(fields, 'aad'),
          );
      },
    },
  },
];
