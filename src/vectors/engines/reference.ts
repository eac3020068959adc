/** Independent implementations as an engine: noble, jsbn and the platform, each where it has the operation. */
import { CryptoError } from '../../errors.ts';
import { BadRequest, operationNamed } from '../operations/index.ts';
import type { Run } from '../operations/operation.ts';
import type { Answer, Engine, Request } from '../request.ts';
import { saying } from '../saying.ts';

/** Loads each reference when it is asked for the first time. */
export function referenceEngine(): Engine {
  const opened = new Map<string, Promise<Run> | Run>();
  const answer = ({ op, fields }: Request): Answer | Promise<Answer> => {
    const reference = operationNamed(op)?.reference;
    if (!reference) return { kind: 'unsupported', why: saying('vectors.skip.notByReference', { op }) };
    const run = opened.get(op) ?? reference.open();
    if (typeof run === 'function') return answerOf(run, fields);
    opened.set(op, run);
    return run.then(
      (ready) => {
        opened.set(op, ready);
        return answerOf(ready, fields);
      },
      (error) => ({
        kind: 'unsupported' as const,
        why: saying('vectors.skip.unsupported', { detail: messageOf(error) }),
      }),
    );
  };
  return { name: 'reference', window: 1, answer };
}

/** Whatever another library throws is its way to refuse. */
function answerOf(run: Run, fields: Request['fields']): Answer {
  try {
    return { kind: 'output', output: run(fields) };
  } catch (error) {
    const detail = messageOf(error);
    if (error instanceof BadRequest) {
      return { kind: 'broken', fault: saying('vectors.fault.internal', { detail }) };
    }
    if (error instanceof CryptoError && error.code === 'unsupported') {
      return { kind: 'unsupported', why: saying('vectors.skip.unsupported', { detail }) };
    }
    return { kind: 'error', error: detail };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
