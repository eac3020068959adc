/**
 * A computation told step by step, as data.
 *
 * One trace drives the terminal, `--json`, the grader and a page alike; prose is rendered from it
 * through the catalogues, so no second story can drift from what the code did.
 */
import type { AnnotatedBytes } from '../bytes/index.ts';
import type { MessageKey } from './catalogue/index.ts';

export interface TraceStep {
  /** The standard's own name for what this step yields, e.g. `round[3].m_col` (FIPS 197). */
  readonly id: string;
  /** Where the standard says so, e.g. `FIPS 197, 5.1.3`; empty where there is no standard. */
  readonly clause: string;
  readonly say: MessageKey;
  /** Bytes in lower hex, integers in decimal, else text; the names are the message's slots, or more. */
  readonly values: Readonly<Record<string, string>>;
  /** Where this step yields a block with a layout: its fields, in order and without gaps. */
  readonly fields?: readonly AnnotatedBytes[];
}

export interface Trace {
  readonly version: 1;
  readonly subject: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly steps: readonly TraceStep[];
  readonly output: string;
}
