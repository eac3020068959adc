/** The bytes of a message field by field, none left out: where, how many, what they are called, what they are, and who says so. */
import { fieldMeaning } from '../../explain/tls/field-meaning.ts';
import type { TraceStep } from '../../trace/index.ts';
import { colorsOf, table } from '../render.ts';
import type { Session } from '../session.ts';
import { visibleText } from '../visible.ts';

/** Digits of a value that are shown; of a longer one the first and last, unless all is asked for. */
const SHOWN_DIGITS = 32;
const SHOWN_ENDS = 12;
/** Characters of a text. */
const SHOWN_TEXT = 40;

/** A field as it is shown. */
export interface ShownField {
  readonly offset: number;
  readonly length: number;
  readonly name: string;
  /** The bytes themselves, in hex. */
  readonly hex: string;
  /** What they stand for, where that is more than the bytes. */
  readonly meaning: string | undefined;
  readonly clause: string;
}

export function shownFields({ values, fields = [] }: TraceStep): ShownField[] {
  const { value = '' } = values;
  return fields.map((field) => {
    const { offset, length, name, clause } = field;
    const hex = value.slice(2 * offset, 2 * (offset + length));
    return { offset, length, name, hex, meaning: fieldMeaning(field), clause };
  });
}

export function fieldLines(session: Session, step: TraceStep, all: boolean): string[] {
  const { dim } = colorsOf(session);
  const heading = (['offset', 'length', 'field', 'value', 'clause'] as const).map((name) =>
    session.say(`tls.fields.${name}`),
  );
  const rows = shownFields(step).map(({ offset, length, name, hex, meaning, clause }) => [
    String(offset),
    String(length),
    name,
    valueText(hex, meaning, all),
    clause,
  ]);
  const [first = '', ...rest] = table(heading, rows).split('\n');
  return [dim(first), ...rest];
}

function valueText(hex: string, meaning: string | undefined, all: boolean): string {
  const bytes =
    all || hex.length <= SHOWN_DIGITS ? hex : `${hex.slice(0, SHOWN_ENDS)}…${hex.slice(-SHOWN_ENDS)}`;
  if (meaning === undefined) return bytes;
  return `${bytes} (${visibleText(meaning, all ? Number.POSITIVE_INFINITY : SHOWN_TEXT)})`;
}
