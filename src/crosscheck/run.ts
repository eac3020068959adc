/**
 * Runs rows of the table, and shrinks what they disagree about to the smallest inputs that show it.
 */
import fc from 'fast-check';
import { toHex } from '../bytes/index.ts';
import { CryptoError } from '../errors.ts';
import { seededRandom, systemRandom } from '../random/index.ts';
import type { Implementation, Inputs, Operation } from './operation.ts';
import { type Clock, compareSpeeds } from './speed.ts';

export interface CrosscheckOptions {
  /** Random inputs per operation, 100 unless given. Where inputs are published, each is run once instead. */
  readonly runs?: number | undefined;
  /** A word: equal words give equal inputs on every machine. Without one the inputs are new each time. */
  readonly seed?: string | undefined;
  /** With a clock, agreeing operations are timed too. */
  readonly now?: Clock | undefined;
}

export interface CrosscheckResult {
  readonly name: string;
  /** The reference's name. */
  readonly reference: string;
  /** Runs made: fewer than asked for after a disagreement, none if the reference cannot be loaded. */
  readonly runs: number;
  /** How many of them agreed. */
  readonly agreed: number;
  readonly disagreement?: Disagreement;
  /** Why the reference could not be loaded. */
  readonly unavailable?: string;
  /** In 10^6 bytes per second; absent where it was not measured. */
  readonly scratchSpeed?: number;
  readonly referenceSpeed?: number;
}

/** Bytes in hex, integers in decimal; an output that is none reads `refused: ` and why. */
export interface Disagreement {
  readonly inputs: Readonly<Record<string, string>>;
  readonly scratch: string;
  readonly reference: string;
}

/** All rows, one after the other. */
export async function runCrosscheck(
  operations: readonly Operation[],
  options: CrosscheckOptions = {},
): Promise<CrosscheckResult[]> {
  const results: CrosscheckResult[] = [];
  for (const operation of operations) results.push(await checkOperation(operation, options));
  return results;
}

/** One row. `bad-argument` unless `runs` is an integer from 1 up. */
export async function checkOperation(
  operation: Operation,
  { runs = 100, seed, now }: CrosscheckOptions = {},
): Promise<CrosscheckResult> {
  if (!Number.isSafeInteger(runs) || runs < 1) {
    throw new CryptoError('bad-argument', `runs: expected an integer from 1 up, got ${runs}`);
  }
  const { name } = operation;
  const labels = { name, reference: operation.reference.name };
  let reference: Implementation;
  try {
    reference = await operation.reference.open();
  } catch (error) {
    return { ...labels, runs: 0, agreed: 0, unavailable: reasonOf(error) };
  }

  const compare = (inputs: Inputs) => compareOutputs(operation, reference, inputs);
  const tried = isList(operation.inputs)
    ? tryEach(operation.inputs, compare)
    : tryRandom(operation.inputs, compare, runs, fastCheckSeed(name, seed));
  if (tried.disagreement) return { ...labels, ...tried };

  const speeds = now && compareSpeeds(operation, (inputs) => reference.run(inputs), now);
  return {
    ...labels,
    ...tried,
    ...(speeds?.scratch !== undefined && { scratchSpeed: speeds.scratch }),
    ...(speeds?.reference !== undefined && { referenceSpeed: speeds.reference }),
  };
}

interface Tried {
  readonly runs: number;
  readonly agreed: number;
  readonly disagreement?: Disagreement;
}

type Compare = (inputs: Inputs) => Disagreement | undefined;

function tryEach(list: readonly Inputs[], compare: Compare): Tried {
  for (const [index, inputs] of list.entries()) {
    const disagreement = compare(inputs);
    if (disagreement) return { runs: index + 1, agreed: index, disagreement };
  }
  return { runs: list.length, agreed: list.length };
}

function tryRandom(inputs: fc.Arbitrary<Inputs>, compare: Compare, runs: number, seed: number): Tried {
  const property = fc.property(inputs, (drawn) => compare(drawn) === undefined);
  const { failed, numRuns, counterexample } = fc.check(property, { numRuns: runs, seed });
  const disagreement = counterexample ? compare(counterexample[0]) : undefined;
  if (!failed || !disagreement) return { runs: numRuns, agreed: numRuns };
  return { runs: numRuns, agreed: numRuns - 1, disagreement };
}

/** Each operation has its own sub-stream of the seed, so that its inputs are the same without the others. */
function fastCheckSeed(name: string, word: string | undefined): number {
  const random = word === undefined ? systemRandom : seededRandom(word);
  const [a, b, c, d] = random.substream(`crosscheck.${name}`).bytes(4);
  return (a! << 24) | (b! << 16) | (c! << 8) | d!;
}

/** Equal outputs agree; so do two refusals, where the operation is there to refuse. */
function compareOutputs(
  operation: Operation,
  reference: Implementation,
  inputs: Inputs,
): Disagreement | undefined {
  const ours = outcomeOf(operation.scratch, inputs);
  const theirs = outcomeOf(reference, inputs);
  const bothRefuse = ours.refused && theirs.refused;
  if (bothRefuse ? operation.mayRefuse : ours.text === theirs.text) return undefined;
  const shown = Object.entries(inputs).map(([name, value]) => [
    name,
    typeof value === 'number' ? String(value) : toHex(value),
  ]);
  return { inputs: Object.fromEntries(shown), scratch: ours.text, reference: theirs.text };
}

function outcomeOf(implementation: Implementation, inputs: Inputs): { refused: boolean; text: string } {
  try {
    return { refused: false, text: toHex(implementation.run(inputs)) };
  } catch (error) {
    return { refused: true, text: `refused: ${reasonOf(error)}` };
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** `Array.isArray` does not recognise a readonly array. */
function isList(inputs: Operation['inputs']): inputs is readonly Inputs[] {
  return Array.isArray(inputs);
}
