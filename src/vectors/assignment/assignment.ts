/** An assignment: what a program must do, how it is tested, and what a student is told, in the language it was read in. */

/** How much of a failure's cause a student is told. */
export const HINTS = ['none', 'step', 'cause'] as const;
export type Hints = (typeof HINTS)[number];

export const VISIBILITIES = ['visible', 'hidden'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** `each`: every case that passed earns its part. `all`: points only where all passed. */
export const CREDITS = ['each', 'all'] as const;
export type Credit = (typeof CREDITS)[number];

export interface Assignment {
  readonly title: string;
  /** Letters, digits and hyphens: it stands in the seeds of the students. */
  readonly name: string;
  readonly description?: string;
  /** What a program is asked. */
  readonly operations: readonly string[];
  /** How a submission is started, in its own folder: `python3 aes.py`. */
  readonly run?: string;
  readonly hints: Hints;
  /** Seconds. */
  readonly limits: { readonly answer: number; readonly total: number };
  readonly tests: readonly AssignmentTest[];
}

export interface AssignmentTest {
  readonly name: string;
  readonly points: number;
  readonly visibility: Visibility;
  readonly source: TestSource;
  /** What is asked of the cases; that of the assignment as a whole by default. */
  readonly operations: readonly string[];
  /** Only the cases of these ids. */
  readonly cases?: readonly string[];
  /** What a student is told who fails. */
  readonly message?: string;
  readonly credit: Credit;
}

export type TestSource =
  /** A file of vectors: one that ships with the toolkit, by its name, or a path beside the assignment. */
  | { readonly vectors: string }
  /** Fresh ones, drawn from the student's seed. */
  | { readonly make: { readonly op: string; readonly count: number } };
