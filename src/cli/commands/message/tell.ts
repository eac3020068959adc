/** `--explain` of a message: the whole diagram, and under it the steps with their values. */
import type { Trace } from '../../../trace/index.ts';
import type { Session } from '../../session.ts';
import { tellTrace } from '../../walk-through.ts';

export function tellMessage(session: Session, trace: Trace, verb: 'seal' | 'open'): void {
  const isSigned = trace.steps.some(({ id }) => id.startsWith('signerInfos'));
  const isEncrypted = trace.steps.some(({ id }) => id === 'encryptedContent');
  const parts = isSigned && isEncrypted ? 'both' : isSigned ? 'signed' : 'encrypted';
  session.stderr.write(`${session.say(`cms.figure.${verb}.${parts}`)}\n`);
  tellTrace(session, trace, { short: true });
}
