/** Waiting for what other programs do: until something holds, and never for ever. */

/** How long anything may take. */
export const PATIENCE = 15_000;

export class Waiting {
  readonly #waiters = new Set<() => void>();

  /** Everybody who waits looks again. */
  changed(): void {
    for (const look of this.#waiters) look();
  }

  /** What `attempt` gives, as soon as it is not undefined. Fails with `failure` when time is up, or `hopeless` says so. */
  until<T>(attempt: () => T | undefined, failure: () => string, hopeless: () => boolean): Promise<T> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = attempt();
        if (found === undefined && !hopeless()) return;
        stop();
        if (found !== undefined) resolve(found);
        else reject(new Error(failure()));
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`${failure()} (in ${PATIENCE} ms)`));
      }, PATIENCE);
      const stop = () => {
        clearTimeout(timer);
        this.#waiters.delete(look);
      };
      this.#waiters.add(look);
      look();
    });
  }
}
