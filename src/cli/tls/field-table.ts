/** The bytes of a message field by field, none left out: where, how many, what they are called, what they are, and who says so. */
import { fieldMeaning } from '../../explain/tls/field-meaning.ts';
import type { TraceStep } from '../../trace/index.ts';
import { colorsOf, columnsOf, table } from '../render.ts';
import type { Session } from '../session.ts';
import { groupsOf } from '../trace-view.ts';
import { allVisible } from '../visible.ts';

/** Digits of a value that are shown; of a longer one the first and last, unless all is asked for. */
const SHOWN_DIGITS = 32;
const SHOWN_ENDS = 12;
/** Digits on a line, where all are shown. */
const LINE_DIGITS = 64;
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
  const rows = shownFields(step).flatMap(({ offset, length, name, hex, meaning, clause }) => {
    const [first = '', ...further] = valueLines(hex, meaning, all);
    return [[offset, length, name, first, clause].map(String), ...further.map((line) => ['', '', '', line])];
  });
  // A value may go on below, so that not every cell of a column of numbers is one.
  for (const column of [0, 1]) {
    const width = Math.max(...[heading, ...rows].map((row) => columnsOf(row[column]!)));
    for (const row of [heading, ...rows]) {
      row[column] = ' '.repeat(width - columnsOf(row[column]!)) + row[column];
    }
  }
  const [first = '', ...rest] = table(heading, rows).split('\n');
  return [dim(first), ...rest];
}

/** The bytes, and what they stand for; with all of them, on as many lines as it takes. */
function valueLines(hex: string, meaning: string | undefined, all: boolean): string[] {
  const shown = hex.length <= SHOWN_DIGITS ? hex : `${hex.slice(0, SHOWN_ENDS)}…${hex.slice(-SHOWN_ENDS)}`;
  const lines = all && hex.length > 0 ? groupsOf(hex, LINE_DIGITS) : [shown];
  if (meaning === undefined) return lines;
  const said = `(${all ? allVisible(meaning) : meaningText(meaning)})`;
  const last = lines.at(-1)!;
  return lines.length === 1 && last.length <= SHOWN_DIGITS ? [`${last} ${said}`] : [...lines, said];
}

/** What a field stands for; of a long text the beginning. */
function meaningText(meaning: string): string {
  const shown = meaning.length > SHOWN_TEXT ? `${meaning.slice(0, SHOWN_TEXT)}…` : meaning;
  return allVisible(shown);
}
