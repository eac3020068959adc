/** One message taken apart on a terminal: on the wire, decrypted, and what protects it. */
import { messageOf, type TraceStep } from '../../trace/index.ts';
import { colorsOf } from '../render.ts';
import type { Session } from '../session.ts';
import { prose } from '../wrap.ts';
import { fieldLines } from './field-table.ts';
import type { ShownMessage } from './handshake-ladder.ts';

/** The headings of the tables, by the end of a step's id. */
const HEADINGS = {
  plaintext: 'tls.fields.plaintext',
  pre_master_secret: 'tls.fields.premaster',
  MAC_input: 'tls.fields.macInput',
  nonce: 'tls.fields.nonce',
  additional_data: 'tls.fields.additionalData',
} as const;

export function messageLines(session: Session, message: ShownMessage, all: boolean): string[] {
  const { bold } = colorsOf(session);
  const { number, label, from, length, step, further } = message;
  const [client, server] = [session.say('tls.ladder.client'), session.say('tls.ladder.server')];
  const way = from === 'client' ? `${client} → ${server}` : `${server} → ${client}`;
  const title = `${number}  ${label}  ${way}`;
  return [
    bold(title),
    sentence(session, step),
    '',
    session.say('tls.fields.record', { count: length }),
    ...fieldLines(session, step, all),
    ...(step.values.type === 'certificate' ? [session.say('tls.fields.certificate')] : []),
    ...further.flatMap((each) => ['', ...furtherLines(session, each, all)]),
  ];
}

function furtherLines(session: Session, step: TraceStep, all: boolean): string[] {
  const heading = headingOf(session, step);
  if (heading === undefined) {
    return [`${step.id.slice(step.id.lastIndexOf('.') + 1)}  ${step.values.value}`, sentence(session, step)];
  }
  return [heading, ...fieldLines(session, step, all), sentence(session, step)];
}

/** What stands above the fields of a step; undefined for one that is a single value. */
export function headingOf(session: Session, { id, values: { value = '' } }: TraceStep): string | undefined {
  const key = HEADINGS[id.slice(id.lastIndexOf('.') + 1) as keyof typeof HEADINGS];
  return key && session.say(key, { count: value.length / 2 });
}

function sentence(session: Session, step: TraceStep): string {
  const { dim } = colorsOf(session);
  return prose(session.stdout, `${stepSentence(session, step)} ${dim(`(${step.clause})`)}`);
}

/** With a capital, as it stands alone here. */
export function stepSentence(session: Session, { say, values }: TraceStep): string {
  const text = messageOf(session.lang, say, values);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
