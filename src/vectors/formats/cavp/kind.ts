/** What becomes of a record: checks, or a reason why there is nothing to check. */
import type { Saying } from '../../request.ts';
import type { Check } from '../../vector-file.ts';
import type { CavpRecord } from './records.ts';

export interface Skipped {
  readonly skip: Saying;
}

export type CaseMaker = (record: CavpRecord) => Check[] | Skipped;

/** A kind of file that was recognised. */
export interface CavpKind {
  /** As people say it: `AES-CBC`, `SHA-512 ShortMsg`. */
  readonly algorithm: string;
  readonly make: CaseMaker;
}

/** Thrown while a record is read, where it cannot be asked after all; caught where records become cases. */
export class NotAsked extends Error {
  readonly why: Saying;

  constructor(why: Saying) {
    super(why.say);
    this.why = why;
  }
}

export function skipped(skip: Saying): Skipped {
  return { skip };
}
