/** The steps of paddings: what is added to a message, or found at its end. */
import { type PaddingName, pad, unpad } from '../../block/index.ts';
import { bytes, integer } from '../operations/index.ts';
import { bytesStep, type Part, type StepBuilder } from './step.ts';

const CLAUSES: Readonly<Record<PaddingName, string>> = {
  pkcs7: 'RFC 5652, 6.3',
  'ansi-x923': 'ANSI X9.23',
  'iso-7816-4': 'ISO/IEC 9797-1, method 2',
  zero: 'ISO/IEC 9797-1, method 1',
  none: '',
};

export function paddingBuilder(name: PaddingName, direction: 'pad' | 'unpad'): StepBuilder {
  const steps = direction === 'pad' ? addedPadding : removedPadding;
  return (fields) => steps(name, bytes(fields, 'msg'), integer(fields, 'blockSize'));
}

export function* addedPadding(name: PaddingName, msg: Uint8Array, blockSize: number): Generator<Part> {
  const padded = pad(name, msg, blockSize);
  yield bytesStep('padding', CLAUSES[name], padded.slice(msg.length));
  yield bytesStep('padded', CLAUSES[name], padded, ['padding']);
}

/** Nothing behind `padded` where the padding is not right. */
export function* removedPadding(name: PaddingName, padded: Uint8Array, blockSize: number): Generator<Part> {
  yield bytesStep('padded', CLAUSES[name], padded);
  const msg = unpad(name, padded, blockSize);
  yield bytesStep('padding', CLAUSES[name], padded.slice(msg.length), ['padded']);
  yield bytesStep('unpadded', CLAUSES[name], msg, ['padded', 'padding']);
}
