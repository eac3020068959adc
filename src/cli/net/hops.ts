/** A lesson of HTTP between parties as text or JSON, and its capture: a ladder of requests and answers, a figure, a sentence. */
import { fromUtf8 } from '../../bytes/index.ts';
import type { Hop, HopLesson, HopScene, Party } from '../../explain/net/hops.ts';
import { type Header, header } from '../../net/http/message.ts';
import { messageOf } from '../../trace/index.ts';
import { colorsOf } from '../render.ts';
import type { Session } from '../session.ts';
import { wrap } from '../wrap.ts';
import { type CaptureOptions, inOneCapture, isCaptureOnly, writeCapture } from './capture-file.ts';
import { type LaneRow, laneLines } from './lanes.ts';

export interface HopOptions extends CaptureOptions {
  readonly seed: string;
  readonly secrets?: boolean | undefined;
  /** Fields that are shown below a message, besides a form. */
  readonly fields?: readonly string[] | undefined;
  /** Stands between ladders and sentence. */
  readonly figure?: string | undefined;
}

export const HOP_WIDTH = 80;
const FIELDS = ['Location', 'Set-Cookie', 'Cookie', 'Strict-Transport-Security'];
/** Stands in every answer of the bank: the first time will do. */
const ONCE = 'Strict-Transport-Security';

export async function showHops(session: Session, lesson: HopLesson, options: HopOptions): Promise<void> {
  const { pcap, secrets, figure } = options;
  const keyLog = lesson.scenes.map((scene) => scene.keyLog).join('');
  const withSecrets = secrets !== false && keyLog !== '';
  await writeCapture(session, options, inOneCapture(lesson.scenes), withSecrets ? keyLog : undefined);
  const learned = messageOf(session.lang, lesson.learned, lesson.values);
  if (session.json) {
    const { name, facts, scenes } = lesson;
    const hops = scenes.map((scene) => scene.hops.map(hopJson));
    session.printJson({ lesson: name, seed: options.seed, facts, hops, learned });
  } else if (!isCaptureOnly(options)) {
    const ladders = lesson.scenes.map((scene) => hopLadder(session, scene, options.fields));
    const parts = [...ladders, ...(figure === undefined ? [] : [figure]), wrap(learned, HOP_WIDTH)];
    session.print(parts.join('\n\n'));
  }
  if (pcap === undefined) return;
  const shut = keyLog === '' ? 'hop.pcap' : 'hop.pcapShut';
  session.note(withSecrets ? 'hop.pcapOpen' : shut, { path: pcap });
}

/** The scene's title, its ladder, and what its two kinds of arrows mean. */
export function hopLadder(session: Session, scene: HopScene, fields: readonly string[] = FIELDS): string {
  const { bold, dim } = colorsOf(session);
  const parties: Party[] = scene.hacker ? ['alice', 'hacker', 'bank'] : ['alice', 'bank'];
  const names = parties.map((party) => session.say(`hop.party.${party}`));
  const shown = new Set<string>();
  const rows = scene.hops.map((hop) => rowOf(session, hop, parties, fields, shown));
  return [
    wrap(bold(messageOf(session.lang, scene.title, {})), HOP_WIDTH),
    ...laneLines(session, names, rows),
    dim(session.say('hop.legend')),
  ].join('\n');
}

function rowOf(
  session: Session,
  hop: Hop,
  parties: readonly Party[],
  fields: readonly string[],
  shown: Set<string>,
): LaneRow | string {
  if (hop.kind === 'said') return messageOf(session.lang, hop.say, hop.values);
  const ends = { from: parties.indexOf(hop.from), to: parties.indexOf(hop.to) };
  if (hop.kind === 'alert') {
    return { ...ends, label: `alert ${hop.failure.alert ?? ''}`, broken: true };
  }
  const { message, secure } = hop;
  const isRequest = 'method' in message;
  const form = isRequest && message.body.length > 0 ? [fromUtf8(message.body)] : [];
  return {
    ...ends,
    secure,
    label: isRequest
      ? `${message.method} ${shortIds(message.target)}`
      : `${message.status} ${message.reason}`,
    note: isRequest ? (secure ? 'https' : 'http') : '',
    below: [...fieldLines(message.headers, fields, shown), ...form],
    stolen: hop.to === 'hacker' && isRequest,
  };
}

/** `Set-Cookie: session=0123456789…; Secure`. */
function fieldLines(headers: readonly Header[], fields: readonly string[], shown: Set<string>): string[] {
  return fields.flatMap((name) => {
    const value = header({ headers }, name);
    if (value === undefined || (name === ONCE && shown.has(name))) return [];
    shown.add(name);
    return [`${name}: ${shortIds(value).replace('; Path=/', '')}`];
  });
}

function shortIds(text: string): string {
  return text.replace(/([0-9a-f]{8})[0-9a-f]{16,}/g, '$1…');
}

function hopJson(hop: Hop): Record<string, unknown> {
  if (hop.kind === 'said') return { ...hop };
  const { kind, time, from, to } = hop;
  if (hop.kind === 'alert') return { kind, time, from, to, alert: hop.failure.alert ?? null };
  const { message, secure } = hop;
  const start =
    'method' in message
      ? { request: `${message.method} ${message.target}` }
      : { status: message.status, reason: message.reason };
  return { kind, time, from, to, secure, ...start, headers: message.headers, body: fromUtf8(message.body) };
}
