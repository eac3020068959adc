/** What a well-known mistake is: a wrong program, known by its outputs. */
import type { MessageKey } from '../../trace/index.ts';
import type { Fields } from '../operations/index.ts';
import type { Output } from '../request.ts';
import type { Want } from '../vector-file.ts';

export type WellKnownMistake = MadeMistake | RecognizedMistake;

interface Described {
  /** Its sentence is `vectors.mistake.<name>`. */
  readonly name: MistakeName;
  /** Where the standard says how it should be. */
  readonly clause: string | ((op: string) => string);
  /** The operations in which it can be made. */
  readonly ops: RegExp;
  /** Of its sentence. */
  readonly values?: (fields: Fields) => Readonly<Record<string, string>>;
}

/** One that is made here as well, to compare. */
export interface MadeMistake extends Described {
  /** What programs that make it give out; several where it can be made in several ways. */
  readonly outputs: (fields: Fields, op: string) => readonly Output[];
}

/** One that shows in an output, where randomness takes part or where making the whole output first would cost too much. */
export interface RecognizedMistake extends Described {
  readonly explains: (output: Uint8Array, fields: Fields, op: string, want: Want) => boolean;
}

/** The compiler knows the sentences. */
export type MistakeName = NameIn<MessageKey>;
type NameIn<K> = K extends `vectors.mistake.${infer Name}` ? Name : never;

/** Whether two byte strings are the same. Nothing here is secret. */
export function areSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Whether a tag is right in its first bytes, more of them than chance gives, and wrong behind them. */
export function beginAlike(right: Uint8Array, given: Uint8Array): boolean {
  return (
    !areSame(right.subarray(0, given.length), given) && areSame(right.subarray(0, 4), given.subarray(0, 4))
  );
}
