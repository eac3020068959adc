/**
 * What is asked of an implementation, and what it says: one operation on named inputs, and its output.
 *
 * Fields have Project Wycheproof's names. As JSON, on the lines that programs read, bytes are lower hex.
 */
import type { ErrorCode } from '../errors.ts';
import type { MessageKey } from '../trace/index.ts';

/** Bytes; a length in bits or bytes, by the field; text such as a label or a PEM block; or several of those. */
export type Field = Uint8Array | number | string | boolean | readonly string[];

export interface Request {
  /** The operation's name: `aes-cbc-encrypt`. */
  readonly op: string;
  readonly fields: Readonly<Record<string, Field>>;
}

/** Bytes; or of an operation that judges, such as verifying a signature, whether it accepts. */
export type Output = Uint8Array | boolean;

/** A value on the way, under the standard's name for it: `round[3].m_col`. */
export interface ReportedStep {
  readonly id: string;
  /** Lower hex, or decimal, as the trace of the operation has it. */
  readonly value: string;
}

export type Answer =
  | { readonly kind: 'output'; readonly output: Output; readonly steps?: readonly ReportedStep[] }
  /** It refuses the input: a bad tag, a bad padding, a length that does not fit. */
  | {
      readonly kind: 'error';
      readonly error: string;
      readonly code?: ErrorCode;
      readonly steps?: readonly ReportedStep[];
    }
  /** It does not do this, and says so: the case is skipped. */
  | { readonly kind: 'unsupported'; readonly why: Saying }
  /** No answer: the program crashed, hung, or printed something else. */
  | { readonly kind: 'broken'; readonly fault: Saying };

/** A sentence of the catalogues, to be said in the reader's language. */
export interface Saying {
  readonly say: MessageKey;
  readonly values: Readonly<Record<string, string>>;
}

/** Something that answers: our code, the reference, or a program. */
export interface Engine {
  /** `scratch`, `reference` or `exec:COMMAND`. */
  readonly name: string;
  /** How many requests it takes before it has answered the first; 1 where it answers at once. */
  readonly window: number;
  /** Never rejects: whatever goes wrong is an answer. */
  answer(request: Request): Answer | Promise<Answer>;
  /** Of a program: why it has never been there to answer anything. */
  readonly notStarted?: Saying | undefined;
  /** Ends what it has started. */
  close?(): Promise<void>;
}
