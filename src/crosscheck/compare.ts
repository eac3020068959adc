/**
 * One run of a row: what every side makes of the same inputs, held side by side.
 */
import { toHex } from '../bytes/index.ts';
import type { Implementation, Inputs, Operation } from './operation.ts';

/** Bytes in hex, integers in decimal; an output that is none reads `refused: ` and why. */
export interface Disagreement {
  readonly inputs: Readonly<Record<string, string>>;
  readonly scratch: string;
  /** Ours with the message in pieces, where the row has that form. */
  readonly incremental?: string;
  readonly reference: string;
}

/**
 * Undefined where all sides agree: equal outputs, or refusals all round where the operation is there to refuse.
 * Each side has its own copy of the inputs, and one that writes into it disagrees, whatever its output.
 */
export function compareOutputs(
  operation: Operation,
  reference: Implementation,
  inputs: Inputs,
): Disagreement | undefined {
  const scratch = outcomeOf(operation.scratch, inputs);
  const incremental = operation.incremental && outcomeOf(operation.incremental, inputs);
  const theirs = outcomeOf(reference, inputs);
  const sides = incremental ? [scratch, incremental, theirs] : [scratch, theirs];
  const agree = sides.every(({ refused }) => refused)
    ? operation.mayRefuse
    : sides.every(({ text }) => text === scratch.text);
  if (agree && !sides.some(({ changed }) => changed)) return undefined;
  return {
    inputs: shown(inputs),
    scratch: scratch.text,
    ...(incremental && { incremental: incremental.text }),
    reference: theirs.text,
  };
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

interface Outcome {
  readonly text: string;
  readonly refused: boolean;
  /** Whether it wrote into its inputs. */
  readonly changed: boolean;
}

function outcomeOf(implementation: Implementation, inputs: Inputs): Outcome {
  const own = copyOf(inputs);
  const { text, refused } = outputOf(implementation, own);
  const [before, after] = [shown(inputs), shown(own)];
  const changed = Object.keys(before).filter((name) => before[name] !== after[name]);
  if (changed.length === 0) return { text, refused, changed: false };
  return { text: `${text}, after writing into its input ${changed.join(', ')}`, refused, changed: true };
}

function outputOf(implementation: Implementation, inputs: Inputs): { text: string; refused: boolean } {
  try {
    return { text: toHex(implementation.run(inputs)), refused: false };
  } catch (error) {
    return { text: `refused: ${reasonOf(error)}`, refused: true };
  }
}

function copyOf(inputs: Inputs): Inputs {
  const entries = Object.entries(inputs);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === 'number' ? value : new Uint8Array(value)]),
  );
}

function shown(inputs: Inputs): Record<string, string> {
  const entries = Object.entries(inputs);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === 'number' ? String(value) : toHex(value)]),
  );
}
