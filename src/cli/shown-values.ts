/** The byte strings of a step that its sentence has no slot for, each with its label. */
import { fromHex, toHex } from '../bytes/index.ts';
import { catalogues, type MessageKey, type TraceStep } from '../trace/index.ts';
import { colorsOf, columnsOf, printable } from './render.ts';
import type { Session } from './session.ts';

const SHOWN_BYTES = 16;
const SHOWN_CHARACTERS = 56;

type Topic = 'story' | 'myth';

/** Label and text of each; the labels are those of `story.value.` or `myth.value.`. */
export function shownPairs(session: Session, step: TraceStep, topic: Topic): [label: string, text: string][] {
  const shown = Object.entries(step.values).filter(
    ([name]) => !new RegExp(`\\{${name}[|}]`).test(catalogues.en[step.say]),
  );
  return shown.map(([name, hex]) => [
    session.say(`${topic}.value.${name}` as Extract<MessageKey, `${Topic}.value.${string}`>),
    bytesText(hex),
  ]);
}

/** A line each. */
export function shownValues(session: Session, step: TraceStep, topic: Topic): string[] {
  const { dim } = colorsOf(session);
  const pairs = shownPairs(session, step, topic);
  const width = Math.max(0, ...pairs.map(([label]) => columnsOf(label)));
  return pairs.map(([label, text]) => `${dim(label + ' '.repeat(width - columnsOf(label)))}  ${text}`);
}

/** Text where most of it is text, else the first bytes in hex. */
function bytesText(hex: string): string {
  const bytes = fromHex(hex);
  const readable = bytes.filter((byte) => (byte >= 0x20 && byte < 0x7f) || byte === 0x0d || byte === 0x0a);
  if (readable.length > 0.7 * bytes.length) {
    const lines = bytes.filter((byte) => byte !== 0x0d);
    const more = lines.length > SHOWN_CHARACTERS ? '…' : '';
    const shown = [...lines.subarray(0, SHOWN_CHARACTERS)];
    return `"${shown.map((byte) => (byte === 0x0a ? '⏎' : printable(Uint8Array.of(byte)))).join('')}${more}"`;
  }
  const digits = toHex(bytes.subarray(0, SHOWN_BYTES)).replace(/(..)(?=.)/g, '$1 ');
  return `${digits}${bytes.length > SHOWN_BYTES ? ' …' : ''}`;
}
