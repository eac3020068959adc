/**
 * What the table of cross-checks consists of: one operation, done from scratch and by somebody else.
 */
import type { Arbitrary } from 'fast-check';

/** How long the messages are that speed is measured with, in bytes: enough to outweigh the key schedule. */
export const TIMED_LENGTH = 65536;

/** The inputs of one run by name; integers stand for sizes and offsets. */
export type Inputs = Readonly<Record<string, Uint8Array | number>>;

export interface Operation<I extends Inputs = Inputs> {
  /** Algorithm, mode and direction: `aes-cbc-encrypt`. */
  readonly name: string;
  /** Random inputs; or a fixed list of them, where only published values exist to compare with. */
  readonly inputs: Arbitrary<I> | readonly I[];
  /** Inputs that make it process `bytes` bytes, to measure speed with; made when they are needed. */
  readonly timed: { readonly bytes: number; inputs(): I };
  /** Ours. */
  readonly scratch: Implementation<I>;
  /** Ours again, in the form that takes the message piece by piece, where there is one. */
  readonly incremental?: Implementation<I>;
  readonly reference: Reference<I>;
  /** Set where inputs may be such that both must refuse them, as an altered ciphertext under GCM. */
  readonly mayRefuse?: true;
}

export interface Reference<I extends Inputs = Inputs> {
  /** Whose it is: `@noble/ciphers`, `RFC 6229`. */
  readonly name: string;
  /** True where `open` gives a list to look up, whose speed says nothing. */
  readonly published?: true;
  /** Loads it; rejects where the platform has it not. */
  open(): Promise<Implementation<I>>;
}

export interface Implementation<I extends Inputs = Inputs> {
  run(inputs: I): Uint8Array;
}

/** An entry of the table: its inputs are typed inside it, and any inputs to those who run it. */
export function operation<I extends Inputs>(entry: Operation<I>): Operation {
  return entry;
}
