/** The byte strings of a step that its sentence has no slot for, each with its label. */
import { fromHex, toHex } from '../bytes/index.ts';
import { catalogues, type MessageKey, type TraceStep } from '../trace/index.ts';
import { colorsOf, columnsOf, printable } from './render.ts';
import type { Session } from './session.ts';

const SHOWN_BYTES = 16;
const SHOWN_CHARACTERS = 56;

/** A line each; the labels are those of `story.value.` or `myth.value.`. */
export function shownValues(session: Session, step: TraceStep, topic: 'story' | 'myth'): string[] {
  const { dim } = colorsOf(session);
  const shown = Object.entries(step.values).filter(
    ([name]) => !new RegExp(`\\{${name}[|}]`).test(catalogues.en[step.say]),
  );
  const labels = shown.map(([name]) =>
    session.say(`${topic}.value.${name}` as Extract<MessageKey, `${typeof topic}.value.${string}`>),
  );
  const width = Math.max(0, ...labels.map(columnsOf));
  return shown.map(([, hex], i) => {
    const label = labels[i]! + ' '.repeat(width - columnsOf(labels[i]!));
    return `${dim(label)}  ${bytesText(hex)}`;
  });
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
