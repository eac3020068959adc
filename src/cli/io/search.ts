/**
 * Progress of a search that nobody knows the length of: a line on stderr that counts, for people only, and
 * only once the search has taken a while.
 */
import type { Session } from '../session.ts';

const PATIENCE_MS = 500;
const INTERVAL_MS = 100;
const ERASE_LINE = '\r\u001b[K';

export interface Search {
  /** How far it is; the text is asked for only when it is shown. */
  update(text: () => string): void;
  /** Takes the line away. */
  stop(): void;
}

export interface SearchOptions {
  /**
   * Set where the work is done elsewhere: the line is taken away on Ctrl-C too. Work in this thread would keep a signal
   * waiting that anybody listens to.
   */
  readonly elsewhere?: boolean;
}

export function startSearch(session: Session, { elsewhere = false }: SearchOptions = {}): Search {
  if (!session.stderr.isTTY || session.json) return { update() {}, stop() {} };
  let next = Date.now() + PATIENCE_MS;
  let shown = false;
  const erase = () => {
    if (shown) session.stderr.write(ERASE_LINE);
  };
  const interrupted = () => {
    erase();
    // Once more, now unhandled.
    process.kill(process.pid, 'SIGINT');
  };
  if (elsewhere) process.once('SIGINT', interrupted);
  return {
    update(text) {
      const now = Date.now();
      if (now < next) return;
      next = now + INTERVAL_MS;
      shown = true;
      session.stderr.write(`${ERASE_LINE}${text()}`);
    },
    stop() {
      process.off('SIGINT', interrupted);
      erase();
    },
  };
}
