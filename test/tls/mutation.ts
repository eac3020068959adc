/** Bytes of a flight, changed in ways that chance chooses: the same for the same number. */
import { concat, concatAll } from '../../src/bytes/index.ts';
import type { RandomSource } from '../../src/random/index.ts';

/** Integers from 0 to below `limit`. */
export type Dice = (limit: number) => number;

/** mulberry32: quick, and good enough to choose what to break. */
export function makeDice(seed: number): Dice {
  let state = (seed * 0x9e3779b1) >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** Random bytes for machines under test, which must be quick and need not be secret. */
export function quickRandom(seed: number): RandomSource {
  const dice = makeDice(seed);
  const source: RandomSource = {
    bytes: (length) => Uint8Array.from({ length }, () => dice(256)),
    substream: () => source,
    secret: false,
  };
  return source;
}

type Mutation = (bytes: Uint8Array, dice: Dice, other: Uint8Array) => Uint8Array;

/** A byte that is likely to mean something somewhere. */
const TELLING = [0, 1, 2, 3, 20, 21, 22, 23, 24, 127, 128, 254, 255];
const place = (bytes: Uint8Array, dice: Dice) => dice(bytes.length + 1);
const part = (bytes: Uint8Array, dice: Dice) => {
  const start = dice(bytes.length);
  return bytes.slice(start, start + 1 + dice(Math.min(64, bytes.length - start)));
};
const insert = (bytes: Uint8Array, at: number, more: Uint8Array) =>
  concatAll([bytes.subarray(0, at), more, bytes.subarray(at)]);
const set = (bytes: Uint8Array, at: number, value: number) => {
  const changed = bytes.slice();
  if (at < changed.length) changed[at] = value;
  return changed;
};

/** Where the records of a flight begin. */
function recordStarts(bytes: Uint8Array): number[] {
  const starts: number[] = [];
  for (let at = 0; at + 5 <= bytes.length; at += 5 + bytes[at + 3]! * 256 + bytes[at + 4]!) starts.push(at);
  return starts;
}

function recordAt(bytes: Uint8Array, at: number): Uint8Array {
  return bytes.slice(at, at + 5 + bytes[at + 3]! * 256 + bytes[at + 4]!);
}

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'a bit flipped': (bytes, dice) => {
    const at = dice(bytes.length);
    return set(bytes, at, bytes[at]! ^ (1 << dice(8)));
  },
  'a byte set': (bytes, dice) => set(bytes, dice(bytes.length), TELLING[dice(TELLING.length)]!),
  'a byte near the start of a record set': (bytes, dice) => {
    const starts = recordStarts(bytes);
    const at = starts[dice(starts.length)]! + dice(12);
    return set(bytes, at, dice(2) ? dice(256) : TELLING[dice(TELLING.length)]!);
  },
  'cut off': (bytes, dice) => bytes.slice(0, dice(bytes.length)),
  'a part left out': (bytes, dice) => {
    const start = dice(bytes.length);
    return concat(bytes.slice(0, start), bytes.slice(start + 1 + dice(40)));
  },
  'a part twice': (bytes, dice) => {
    const more = part(bytes, dice);
    return insert(bytes, place(bytes, dice), more);
  },
  'bytes put in': (bytes, dice) =>
    insert(
      bytes,
      place(bytes, dice),
      Uint8Array.from({ length: 1 + dice(20) }, () => dice(256)),
    ),
  'a record twice': (bytes, dice) => {
    const starts = recordStarts(bytes);
    const record = recordAt(bytes, starts[dice(starts.length)]!);
    return insert(bytes, starts[dice(starts.length)]!, record);
  },
  'a record left out': (bytes, dice) => {
    const starts = recordStarts(bytes);
    const at = starts[dice(starts.length)]!;
    return concat(bytes.slice(0, at), bytes.slice(at + recordAt(bytes, at).length));
  },
  'records the other way round': (bytes) =>
    concatAll(
      recordStarts(bytes)
        .map((at) => recordAt(bytes, at))
        .reverse(),
    ),
  'a record cut in two': (bytes, dice) => {
    const starts = recordStarts(bytes);
    const at = starts[dice(starts.length)]!;
    const record = recordAt(bytes, at);
    const cut = dice(record.length - 4);
    const pieceOf = (content: Uint8Array) =>
      concat(
        Uint8Array.of(record[0]!, record[1]!, record[2]!, content.length >> 8, content.length & 255),
        content,
      );
    const pieces = concat(pieceOf(record.slice(5, 5 + cut)), pieceOf(record.slice(5 + cut)));
    return concatAll([bytes.slice(0, at), pieces, bytes.slice(at + record.length)]);
  },
  'an alert put in': (bytes, dice) => {
    const starts = [...recordStarts(bytes), bytes.length];
    const alert = Uint8Array.of(21, 3, 3, 0, 2, dice(4), TELLING[dice(TELLING.length)]! % 121);
    return insert(bytes, starts[dice(starts.length)]!, alert);
  },
  'a record of any type put in': (bytes, dice) => {
    const starts = [...recordStarts(bytes), bytes.length];
    const content = Uint8Array.from({ length: dice(6) }, () => TELLING[dice(TELLING.length)]!);
    const record = concat(Uint8Array.of(19 + dice(6), 3, 3, 0, content.length), content);
    return insert(bytes, starts[dice(starts.length)]!, record);
  },
  'spliced with another flight': (bytes, dice, other) =>
    concat(bytes.slice(0, place(bytes, dice)), other.slice(place(other, dice))),
  'another flight instead': (_, __, other) => other,
  'another flight before it': (bytes, _, other) => concat(other, bytes),
  nothing: (bytes) => bytes,
};

const NAMES = Object.keys(MUTATIONS);

export interface Mutant {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** `other` is another flight of the same kind of connection. */
export function mutate(bytes: Uint8Array, dice: Dice, other: Uint8Array): Mutant {
  if (bytes.length === 0) return { name: 'nothing', bytes };
  const name = NAMES[dice(NAMES.length)]!;
  let mutant = MUTATIONS[name]!(bytes, dice, other);
  if (dice(4) === 0 && mutant.length > 0) mutant = MUTATIONS[NAMES[dice(3)]!]!(mutant, dice, other);
  return { name, bytes: mutant };
}
