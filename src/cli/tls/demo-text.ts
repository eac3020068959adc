/** What `crypto tls demo` prints: a ladder and a tree, one message, or everything. */
import { CryptoError } from '../../errors.ts';
import type { Trace, TraceStep } from '../../trace/index.ts';
import { colorsOf } from '../render.ts';
import type { Session } from '../session.ts';
import { stepLines } from '../trace-view.ts';
import { prose } from '../wrap.ts';
import { derivationTree, treeLines } from './derivation-tree.ts';
import { fieldLines } from './field-table.ts';
import { ladderRows, messagesOf, type ShownMessage } from './handshake-ladder.ts';
import { ladderLines } from './ladder.ts';
import { messageLines } from './message-view.ts';

export interface DemoView {
  /** Only that one. */
  readonly message?: number | undefined;
  /** Everything, and nothing left out of long values. */
  readonly all: boolean;
}

export function demoText(session: Session, trace: Trace, { message: chosen, all }: DemoView): string {
  const messages = messagesOf(session, trace);
  if (chosen !== undefined) {
    const found = messages.find(({ number }) => number === chosen);
    if (found) return messageLines(session, found, all).join('\n');
    const values = { count: messages.length, got: chosen };
    throw new CryptoError('bad-argument', session.say('tls.demo.error.message', values));
  }
  return all ? everything(session, trace, messages) : overview(session, trace, messages);
}

function overview(session: Session, trace: Trace, messages: readonly ShownMessage[]): string {
  const { bold } = colorsOf(session);
  const { suite = '', server_name: host = '', resumed } = trace.inputs;
  const legend = session.say(resumed === 'yes' ? 'tls.demo.legendResumed' : 'tls.demo.legend');
  return [
    bold(session.say('tls.demo.title', { suite, host })),
    ...ladderLines(session, ladderRows(session, messages)),
    '',
    prose(session.stdout, legend),
    ...treeLines(session, derivationTree(session, trace)),
    '',
    prose(session.stdout, session.say('tls.demo.more')),
  ].join('\n');
}

function everything(session: Session, trace: Trace, messages: readonly ShownMessage[]): string {
  const { bold } = colorsOf(session);
  const derivation = trace.steps.filter(({ id }) => !id.startsWith('message['));
  return [
    overview(session, trace, messages),
    ...messages.flatMap((message) => ['', ...messageLines(session, message, true)]),
    '',
    bold(session.say('tls.demo.derivation')),
    ...derivation.flatMap((step) => ['', ...derivationLines(session, step)]),
  ].join('\n');
}

/** A step in full, its fields, and how to follow its PRF further. */
function derivationLines(session: Session, step: TraceStep): string[] {
  const { dim } = colorsOf(session);
  const fields = step.fields ? fieldLines(session, step, true).map((line) => `  ${line}`) : [];
  const command = prfCommand(step);
  return [
    ...stepLines(session, step, 8, true),
    ...fields,
    ...(command === undefined ? [] : [`  ${dim(command)}`]),
  ];
}

/** The same value step by step. */
export function prfCommand({ values }: TraceStep): string | undefined {
  const { secret, label, seed, hash = '', value = '' } = values;
  if (secret === undefined) return undefined;
  const name = hash.toLowerCase().replace('-', '');
  return `crypto explain prf --secret ${secret} --label "${label}" --seed ${seed} --length ${value.length / 2} --hash ${name}`;
}
