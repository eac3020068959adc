/**
 * Groups that name an operation of this toolkit, as `crypto vectors make` writes them: each test asks that, and nothing else.
 *
 * An operation that draws randomness has no one output; what comes is held against the private key, which the test has, too.
 */
import { equalConstantTime } from '../../../bytes/index.ts';
import { CryptoError } from '../../../errors.ts';
import { i2osp, os2ip } from '../../../math/index.ts';
import { decryptBlock, modulusLength } from '../../../rsa/index.ts';
import {
  type Fields,
  fieldsFromJson,
  operationNamed,
  outputFromJson,
  privateKeyIn,
  type VectorOperation,
} from '../../operations/index.ts';
import { saying } from '../../saying.ts';
import type { Check, Want } from '../../vector-file.ts';
import type { JsonObject } from '../json.ts';
import { ask, type ReadGroup, refuses, resultOf, skipAll, wants } from './asked.ts';

export const readOperation: ReadGroup = (group) => {
  const op = group.text('op');
  const operation = operationNamed(op);
  if (!operation) return skipAll(saying('vectors.skip.unknownOperation', { op }));
  return (test) =>
    test.located(() => {
      const fields = fieldsFromJson(operation, test.fields);
      const asked = { op, fields };
      if (resultOf(test) === 'invalid') return ask(refuses(test, asked));
      if (operation.output === 'verdict') return ask(wants(test, asked, true));
      if (operation.randomized) return ask(accepted(operation, fields, test));
      return ask(wants(test, asked, outputFromJson(operation, test.fields)));
    });
};

/** The operation that undoes or checks what a randomized one gives, and what that must say. */
function accepted({ name: op }: VectorOperation, fields: Fields, test: JsonObject): Check {
  const isSignature = op.endsWith('-sign');
  const inverse = operationNamed(op.replace(/-sign$/, '-verify').replace(/-encrypt$/, '-decrypt'))!;
  const known = fieldsFromJson(inverse, test.fields);
  const accepts = (output: Uint8Array): boolean => {
    try {
      const got = inverse.scratch({ ...known, [isSignature ? 'sig' : 'ct']: output });
      return isSignature ? got === true : equalConstantTime(got as Uint8Array, fields.msg as Uint8Array);
    } catch (error) {
      if (error instanceof CryptoError) return false;
      throw error;
    }
  };
  const as = isSignature
    ? saying('vectors.want.verifies', {})
    : saying('vectors.want.decrypts', { msg: test.text('msg') });
  const open = isSignature ? undefined : (output: Uint8Array) => openedBlock(known, output);
  const want: Want = { kind: 'accepted', accepts, as, open };
  return { request: { op, fields }, want };
}

/** c^d mod n, as long as n: the padded message. */
function openedBlock(known: Fields, output: Uint8Array): Uint8Array {
  const key = privateKeyIn(known);
  return i2osp(decryptBlock(key, os2ip(output)), modulusLength(key));
}
