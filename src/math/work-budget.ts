/** How much work may be done, counted in steps: a bound, and somebody to ask whether to go on. */
export class WorkBudget {
  steps = 0;
  readonly #most: number;
  readonly #goOn: ((steps: number) => boolean) | undefined;
  #stopped = false;

  constructor(most: number, goOn?: (steps: number) => boolean) {
    this.#most = most;
    this.#goOn = goOn;
  }

  /** Counts up to `wanted` steps and says how many of them may be done; 0 once it is over. */
  take(wanted: number): number {
    if (this.#stopped || (this.#goOn && !this.#goOn(this.steps))) {
      this.#stopped = true;
      return 0;
    }
    const granted = Math.min(wanted, this.#most - this.steps);
    this.steps += granted;
    return granted;
  }

  /** Gives back steps that were not needed. */
  giveBack(unused: number): void {
    this.steps -= unused;
  }
}
