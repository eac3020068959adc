/** A progress bar on stderr, for people only: on a terminal, and only once the work has taken a second. */
import type { SingleBar } from 'cli-progress';
import type { Session } from '../session.ts';

const PATIENCE_MS = 1000;

export interface Progress {
  /** How much of the total is done now. */
  update(done: number): void;
  stop(): void;
}

/** `total` in the same unit as `update`'s argument; without it there is nothing to measure against. */
export function startProgress(session: Session, total: number | undefined, unit: string): Progress {
  if (!session.stderr.isTTY || session.json || !total) return { update() {}, stop() {} };
  const startedAt = Date.now();
  let bar: SingleBar | 'loading' | undefined;
  let stopped = false;
  const open = async () => {
    const { default: progress } = await import('cli-progress');
    if (stopped) return;
    bar = new progress.SingleBar(
      {
        format: `{bar} {percentage} % | {value}/{total} ${unit}`,
        clearOnComplete: true,
        // The terminal stays as it is: nobody would set it right again after Ctrl-C.
        hideCursor: false,
        linewrap: true,
      },
      progress.Presets.shades_classic,
    );
    bar.start(total, 0);
  };
  return {
    update(done) {
      if (bar === undefined && Date.now() - startedAt > PATIENCE_MS) {
        bar = 'loading';
        void open();
      } else if (typeof bar === 'object') {
        bar.update(done);
      }
    },
    stop() {
      stopped = true;
      if (typeof bar === 'object') bar.stop();
    },
  };
}
