/** Where a wrong answer went wrong: the first step that differs, or the well-known mistake that gives the same answer. */
import type { ReportedStep, Saying } from './request.ts';

/** At least one of them. */
export interface Diagnosis {
  /** Where the program reported its steps. */
  readonly step?: WrongStep;
  readonly mistake?: Mistake;
  /** Names of reported steps that the computation does not have: they were not compared. */
  readonly unknown?: readonly UnknownStep[];
}

export interface UnknownStep {
  readonly id: string;
  /** The name that was probably meant. */
  readonly nearest?: string;
}

/** The first of the reported steps that is not the standard's. */
export interface WrongStep {
  /** The standard's name of the value: `round[3].m_col`. */
  readonly id: string;
  /** `FIPS 197, 5.1.3` */
  readonly clause: string;
  /** The first byte that differs, from 0; absent where the lengths or the numbers differ as a whole. */
  readonly byte?: number;
  /** Set where the value is a decimal number, not bytes. */
  readonly decimal?: true;
  /** The whole values, as in the trace. */
  readonly got: string;
  readonly want: string;
  /** The state before it: the step that it is computed from, which was still right. */
  readonly before?: ReportedStep;
  /** What else it is computed from: the round key beside the state. */
  readonly beside?: readonly ReportedStep[];
}

export interface Mistake {
  /** `aes-mix-columns-in-last-round` */
  readonly name: string;
  /** What was done wrong, where the standard says how, and what to look at. */
  readonly text: Saying;
  readonly clause: string;
}
