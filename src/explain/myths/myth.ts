/**
 * A common sentence that is not quite so, and a run that contradicts it.
 *
 * A myth says what would follow if the sentence held; the run computes whether it does. Nothing is asserted: evidence
 * that does not contradict the sentence shows as such, and a test demands that all of it does.
 */
import { toHex } from '../../bytes/index.ts';
import type { RandomSource } from '../../random/index.ts';
import type { MessageKey, MessageValues, Trace, TraceStep } from '../../trace/index.ts';

/** What would have to be so. */
export interface Consequence {
  readonly claim: Extract<MessageKey, `myth.${string}.claim.${string}`>;
  /** Whether it was so when it was run. */
  readonly holds: boolean;
}

export interface Evidence {
  /** What was done; `output` is text or hex that the steps lead to. */
  readonly trace: Trace;
  readonly consequences: readonly Consequence[];
  /** Whether none of the consequences holds. */
  readonly contradicted: boolean;
}

/** Steps that differ in their numbers alone, as the rows of a table. */
export interface StepTable {
  /** Which steps: those that say this. */
  readonly say: StepKey;
  readonly caption: Extract<MessageKey, `myth.${string}.table.${string}`>;
  /** Headings, by the value of the step that stands below. */
  readonly columns: Readonly<Record<string, Extract<MessageKey, `myth.${string}.column.${string}`>>>;
}

export interface Myth {
  /** As it is asked for: `hashing-is-encryption`. */
  readonly name: string;
  /** The sentence as commonly said, what is true in it, and the better sentence. */
  readonly said: Extract<MessageKey, `myth.${string}.said`>;
  readonly truth: Extract<MessageKey, `myth.${string}.truth`>;
  readonly better: Extract<MessageKey, `myth.${string}.better`>;
  readonly run: (random: RandomSource) => Evidence;
  /** Which of its steps are better read as a table. */
  readonly tables?: readonly StepTable[];
}

type StepKey = Extract<MessageKey, `myth.${string}.step.${string}`>;
type Value = Uint8Array | string | number | bigint;

/** Values for the slots of a sentence; whatever it has no slot for is shown below it. */
type Values<K extends StepKey> = { readonly [N in keyof MessageValues<K>]: Value } & Readonly<
  Record<string, Value>
>;

export function mythStep<K extends StepKey>(id: string, say: K, values: Values<K>, clause = ''): TraceStep {
  const written = Object.entries(values).map(([name, value]) => [
    name,
    value instanceof Uint8Array ? toHex(value) : String(value),
  ]);
  return { id, clause, say, values: Object.fromEntries(written) };
}

export function evidence(
  subject: string,
  steps: readonly TraceStep[],
  consequences: readonly Consequence[],
): Evidence {
  const output = String(consequences.filter(({ holds }) => holds).length);
  return {
    trace: { version: 1, subject, inputs: {}, steps, output },
    consequences,
    contradicted: consequences.every(({ holds }) => !holds),
  };
}
