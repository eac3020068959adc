/**
 * Runs rows of the table, and shrinks what they disagree about to the smallest inputs that show it.
 */
import fc from 'fast-check';
import { CryptoError } from '../errors.ts';
import { seededRandom, systemRandom } from '../random/index.ts';
import { compareOutputs, type Disagreement, reasonOf } from './compare.ts';
import type { Implementation, Inputs, Operation } from './operation.ts';
import { type Clock, compareSpeeds } from './speed.ts';

export interface CrosscheckOptions {
  /** Random inputs per operation, 100 unless given. Where inputs are published, each is run once instead. */
  readonly runs?: number | undefined;
  /**
   * A word: equal words give equal inputs on every machine, as long as the version of fast-check is the same.
   * Without one the inputs are new each time.
   */
  readonly seed?: string | undefined;
  /** With a clock, agreeing operations are timed too. */
  readonly now?: Clock | undefined;
}

export interface CrosscheckResult {
  readonly name: string;
  /** The reference's name. */
  readonly reference: string;
  /** Runs made: all that were asked for, unless one of the next three says why not. */
  readonly runs: number;
  /** How many of them agreed. */
  readonly agreed: number;
  /** On the smallest inputs that were found. */
  readonly disagreement?: Disagreement;
  /** Why the reference could not be loaded. */
  readonly unavailable?: string;
  /** What broke off the row although nothing disagreed: inputs that could not be drawn, say. It proves nothing then. */
  readonly failure?: string;
  /** In 10^6 bytes per second; absent where it was not measured. */
  readonly scratchSpeed?: number;
  readonly referenceSpeed?: number;
}

/** Whether the row was run as asked, and agreed. */
export function isAgreed({ disagreement, unavailable, failure }: CrosscheckResult): boolean {
  return !disagreement && unavailable === undefined && failure === undefined;
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

/** One row. `bad-argument` unless `runs` is an integer from 1 up; whatever the row itself throws is in the result. */
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
  const result: CrosscheckResult = { ...labels, ...tried };
  return now && isAgreed(result) ? timed(result, operation, reference, now) : result;
}

function timed(
  result: CrosscheckResult,
  operation: Operation,
  reference: Implementation,
  now: Clock,
): CrosscheckResult {
  try {
    const speeds = compareSpeeds(operation, (inputs) => reference.run(inputs), now);
    return {
      ...result,
      ...(speeds.scratch !== undefined && { scratchSpeed: speeds.scratch }),
      ...(speeds.reference !== undefined && { referenceSpeed: speeds.reference }),
    };
  } catch (error) {
    return { ...result, failure: `while it was timed: ${reasonOf(error)}` };
  }
}

type Tried = Pick<CrosscheckResult, 'runs' | 'agreed' | 'disagreement' | 'failure'>;

type Compare = (inputs: Inputs) => Disagreement | undefined;

function tryEach(list: readonly Inputs[], compare: Compare): Tried {
  for (const [index, inputs] of list.entries()) {
    const disagreement = compare(inputs);
    if (disagreement) return { runs: index + 1, agreed: index, disagreement };
  }
  return { runs: list.length, agreed: list.length };
}

/** What disagrees is kept when it does: the same inputs may agree the next time. */
function tryRandom(inputs: fc.Arbitrary<Inputs>, compare: Compare, runs: number, seed: number): Tried {
  let made = 0;
  let agreed = 0;
  let disagreement: Disagreement | undefined;
  const property = fc.property(inputs, (drawn) => {
    // After the first failure fast-check draws nothing new, but looks for smaller inputs that fail too.
    const shrinking = agreed < made;
    if (!shrinking) made++;
    const found = compare(drawn);
    if (found) disagreement = found;
    else if (!shrinking) agreed++;
    return !found;
  });
  let reason: string | undefined;
  try {
    const { failed, errorInstance } = fc.check(property, { numRuns: runs, seed });
    if (errorInstance) reason = reasonOf(errorInstance);
    else if (failed || agreed < runs) reason = 'interrupted';
  } catch (error) {
    reason = `the next inputs cannot be drawn: ${reasonOf(error)}`;
  }
  if (disagreement) return { runs: made, agreed, disagreement };
  if (reason === undefined) return { runs: made, agreed };
  return { runs: made, agreed, failure: `after ${agreed} of ${runs} runs: ${reason}` };
}

/** Each operation has its own sub-stream of the seed, so that its inputs are the same without the others. */
function fastCheckSeed(name: string, word: string | undefined): number {
  const random = word === undefined ? systemRandom : seededRandom(word);
  const [a, b, c, d] = random.substream(`crosscheck.${name}`).bytes(4);
  return (a! << 24) | (b! << 16) | (c! << 8) | d!;
}

/** `Array.isArray` does not recognise a readonly array. */
function isList(inputs: Operation['inputs']): inputs is readonly Inputs[] {
  return Array.isArray(inputs);
}
