/** Our own code as an engine. */
import { CryptoError } from '../../errors.ts';
import { operationNamed } from '../operations/index.ts';
import type { Answer, Engine } from '../request.ts';
import { saying } from '../saying.ts';

export const scratchEngine: Engine = {
  name: 'scratch',
  window: 1,
  answer: ({ op, fields }) => {
    const operation = operationNamed(op);
    if (!operation) return { kind: 'unsupported', why: saying('vectors.skip.unknownOperation', { op }) };
    try {
      return { kind: 'output', output: operation.scratch(fields) };
    } catch (error) {
      return refusalOf(error);
    }
  },
};

/** What an error of an implementation that throws means. */
function refusalOf(error: unknown): Answer {
  if (error instanceof CryptoError) {
    if (error.code !== 'unsupported') return { kind: 'error', error: error.message, code: error.code };
    return { kind: 'unsupported', why: saying('vectors.skip.unsupported', { detail: error.message }) };
  }
  // A lacking field, or a bug: neither is a refusal, which an invalid case would wait for.
  const detail = error instanceof Error ? error.message : String(error);
  return { kind: 'broken', fault: saying('vectors.fault.internal', { detail }) };
}
