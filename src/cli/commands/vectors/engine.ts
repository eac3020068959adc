/** `--engine scratch|reference|exec:COMMAND` */
import { CryptoError } from '../../../errors.ts';
import type { Engine } from '../../../vectors/index.ts';
import { referenceEngine, scratchEngine } from '../../../vectors/index.ts';
import type { Session } from '../../session.ts';

export async function openEngine(session: Session, name: string, answerSeconds: number): Promise<Engine> {
  if (name === 'scratch') return scratchEngine;
  if (name === 'reference') return referenceEngine();
  const command = /^exec:(.*\S.*)$/s.exec(name)?.[1];
  if (command === undefined) {
    throw new CryptoError(
      'bad-argument',
      session.say('vectors.run.error.engine', { got: JSON.stringify(name) }),
    );
  }
  const { openProgram } = await import('../../exec/program.ts');
  return openProgram(command, { answerSeconds });
}
