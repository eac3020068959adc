/** What makes the inputs of an operation: varied, with the edges among them, and invalid ones where it has to refuse. */
import type { RandomSource } from '../../../random/index.ts';
import type { Fields } from '../../operations/index.ts';
import type { Draw } from '../draw.ts';

export interface MadeInput {
  readonly comment: string;
  readonly fields: Fields;
  /** What of the comment is worth counting: `BadPadding`. */
  readonly flags?: readonly string[];
  /** Beside the fields, for whoever judges; a program is never given it. */
  readonly hidden?: Fields;
}

/** The maker of case `i` (from 0) of one file. */
export type InputMaker = (draw: Draw, i: number) => MadeInput;

/** What a file needs once, such as a key, is made from `random` when the first case asks for it. */
export type OpenMaker = (random: RandomSource) => InputMaker;
