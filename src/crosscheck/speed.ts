/** How fast two implementations are beside each other, by a clock that the caller brings. */
import type { Inputs, Operation } from './operation.ts';

/** Milliseconds, from any start: `performance.now`. */
export type Clock = () => number;

/** In 10^6 bytes per second. */
export interface Speeds {
  readonly scratch: number | undefined;
  readonly reference: number | undefined;
}

const WARM_UP = 4;
export const ROUNDS = 9;

/**
 * The medians of a few rounds, by turns, so that a busy machine is busy for both. Undefined where the clock
 * does not move, and for a reference that is only a list.
 */
export function compareSpeeds(
  operation: Operation,
  runReference: (inputs: Inputs) => Uint8Array,
  now: Clock,
): Speeds {
  const { bytes } = operation.timed;
  const inputs = operation.timed.inputs();
  const sides: (() => unknown)[] = [() => operation.scratch.run(inputs)];
  if (!operation.reference.published) sides.push(() => runReference(inputs));
  const [scratch, reference] = medianTimes(sides, now).map((median) =>
    median > 0 ? bytes / 1000 / median : undefined,
  );
  return { scratch, reference };
}

/** For each side the median of `ROUNDS` rounds by turns, in milliseconds for one run; a round is `repeats` runs. */
export function medianTimes(sides: readonly (() => unknown)[], now: Clock, repeats = 1): number[] {
  const elapsed: number[][] = sides.map(() => []);
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    sides.forEach((run, side) => {
      const start = now();
      for (let i = 0; i < repeats; i++) run();
      if (round >= 0) elapsed[side]!.push((now() - start) / repeats);
    });
  }
  return elapsed.map((times) => times.sort((a, b) => a - b)[ROUNDS >> 1]!);
}
