/** A progress bar on stderr, for people only: on a terminal, and only once the work has taken a while. */
import type { SingleBar } from 'cli-progress';
import type { Session } from '../session.ts';

const PATIENCE_MS = 1000;
/** The step ahead may take longer than all before it, and draws nothing meanwhile. */
const STEPS_PATIENCE_MS = 400;

export interface Progress {
  /** How much of the total is done now. */
  update(done: number): void;
  /** Lets the bar appear, before work that does not give way to it. */
  shown(): Promise<void>;
  stop(): void;
}

/** `total` in the same unit as `update`'s argument; without it there is nothing to measure against. */
export function startProgress(
  session: Session,
  total: number | undefined,
  unit: string,
  patience = PATIENCE_MS,
): Progress {
  if (!session.stderr.isTTY || session.json || !total) return { update() {}, async shown() {}, stop() {} };
  const startedAt = Date.now();
  let bar: SingleBar | 'loading' | undefined;
  let opened: Promise<void> | undefined;
  let latest = 0;
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
    bar.start(total, latest);
  };
  return {
    update(done) {
      latest = done;
      if (bar === undefined && Date.now() - startedAt > patience) {
        bar = 'loading';
        opened = open();
      } else if (typeof bar === 'object') {
        bar.update(done);
      }
    },
    async shown() {
      await opened;
      await new Promise((resolve) => setImmediate(resolve));
    },
    stop() {
      stopped = true;
      if (typeof bar === 'object') bar.stop();
    },
  };
}

export interface Steps {
  /** One more is done. */
  next(): Promise<void>;
  stop(): void;
}

/** Progress of work in `total` steps that keep the program busy: the bar is drawn between them. */
export function startSteps(session: Session, total: number): Steps {
  const progress = startProgress(session, total, session.say('cli.steps'), STEPS_PATIENCE_MS);
  let done = 0;
  return {
    async next() {
      progress.update(++done);
      await progress.shown();
    },
    stop: () => progress.stop(),
  };
}
