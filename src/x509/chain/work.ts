/** How much one verification may do: whoever sends certificates chooses how many, and what they say of each other. */
const LIMITS = {
  /** RSA operations, and megabytes that are hashed for them. */
  signatures: 200,
  /** Certificates put on top of a chain, or tried there: cross-signs multiply the chains. */
  steps: 2000,
  /** Names held against the subtrees of name constraints. */
  comparisons: 2 ** 19,
} as const;

export class Work {
  readonly #left: Record<keyof typeof LIMITS, number> = { ...LIMITS };

  /** Whether there was as much left. */
  spend(kind: keyof typeof LIMITS, amount = 1): boolean {
    this.#left[kind] -= amount;
    return this.#left[kind] >= 0;
  }
}
