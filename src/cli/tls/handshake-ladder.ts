/** The messages of a trace as the rows of a ladder. */
import { MESSAGE_NAMES } from '../../tls/index.ts';
import type { Trace, TraceStep } from '../../trace/index.ts';
import type { Session } from '../session.ts';
import type { LadderRow } from './ladder.ts';

const LABELS: Readonly<Record<string, string>> = { ...MESSAGE_NAMES, change_cipher_spec: 'ChangeCipherSpec' };

/** A message of a conversation, as its step tells it. */
export interface ShownMessage {
  readonly number: number;
  readonly from: 'client' | 'server';
  readonly label: string;
  readonly length: number;
  readonly isProtected: boolean;
  /** Not where the suite only authenticates. */
  readonly isEncrypted: boolean;
  readonly step: TraceStep;
  /** What was decrypted, and what protects it. */
  readonly further: readonly TraceStep[];
}

export function messagesOf(session: Session, { steps }: Trace): ShownMessage[] {
  return steps.flatMap((step): ShownMessage[] => {
    const [, number] = /^message\[(\d+)\]$/.exec(step.id) ?? [];
    if (number === undefined) return [];
    const { from, type = '', length, seq_num: sequenceNumber } = step.values;
    // What ClientKeyExchange carries is a step of the derivation.
    const further = steps.filter(
      ({ id }) =>
        id.startsWith(`${step.id}.`) || (type === 'client_key_exchange' && id === 'pre_master_secret'),
    );
    return [
      {
        number: Number(number),
        from: from === 'client' ? 'client' : 'server',
        label: labelOf(session, type),
        length: Number(length),
        isProtected: sequenceNumber !== '',
        isEncrypted: further.some(({ id }) => id === `${step.id}.plaintext`),
        step,
        further,
      },
    ];
  });
}

export function ladderRows(session: Session, messages: readonly ShownMessage[]): LadderRow[] {
  return messages.map((message) => {
    const { number, from, label, isProtected } = message;
    return { number, from, label, note: sizeText(session, message), protected: isProtected };
  });
}

/** How long it is, and whether anybody can read it. */
export function sizeText(
  session: Session,
  { length: count, isProtected, isEncrypted }: ShownMessage,
): string {
  if (!isProtected) return session.say('tls.demo.bytes', { count });
  return session.say(isEncrypted ? 'tls.demo.bytesEncrypted' : 'tls.demo.bytesWithMac', { count });
}

function labelOf(session: Session, type: string): string {
  if (type === 'application_data') return session.say('tls.ladder.applicationData');
  const names = type.split(' + ').map((name) => LABELS[name]);
  if (names.every((name) => name !== undefined)) return names.join(' + ');
  return session.say('tls.ladder.alert', { alert: type });
}
