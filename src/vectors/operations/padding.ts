/** Paddings: RFC 5652, ANSI X9.23, ISO/IEC 7816-4 and 9797-1. `blockSize` is in bytes. */
import { PADDINGS, pad, unpad } from '../../block/index.ts';
import { bytes, integer, type VectorOperation } from './operation.ts';

export const paddingOperations: readonly VectorOperation[] = PADDINGS.filter(
  (name) => name !== 'none',
).flatMap((name): VectorOperation[] => [
  {
    name: `${name}-pad`,
    gives: 'padded',
    fields: ['msg', 'blockSize'],
    output: 'bytes',
    scratch: (fields) => pad(name, bytes(fields, 'msg'), integer(fields, 'blockSize')),
  },
  {
    name: `${name}-unpad`,
    gives: 'unpadded',
    fields: ['msg', 'blockSize'],
    output: 'bytes',
    scratch: (fields) => unpad(name, bytes(fields, 'msg'), integer(fields, 'blockSize')),
  },
]);
