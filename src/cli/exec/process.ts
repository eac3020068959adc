/**
 * A program under /bin/sh -c, in a process group of its own, whose output comes line by line and within bounds.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { StringDecoder } from 'node:string_decoder';
import { type Bounds, groupOf, shellArguments, watchMemory } from './bounds.ts';
import { endStragglers, markOf, ownerOf, type RunAs } from './stragglers.ts';

export interface ProcessOptions {
  readonly cwd?: string | undefined;
  /** The whole environment of the program. */
  readonly env: NodeJS.ProcessEnv;
  /** Another user than ours; only root can. */
  readonly runAs?: RunAs | undefined;
  readonly bounds?: Bounds | undefined;
}

export interface ProcessEvents {
  line(line: string): void;
  /** More than `MAX_SILENT` bytes that end no answer. */
  flood(): void;
  /** More memory than its bounds allow. */
  swollen(mostMiB: number): void;
  /** All its output has been given out; it answers no more. */
  ended(how: Ending): void;
}

export interface Ending {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Where it could not be started at all. */
  readonly error?: string;
  /** The last line that it wrote to standard error and that says something. */
  readonly lastWords: string;
}

/** Bytes that a program may print since its last answer: a line, or several that are no answers. */
export const MAX_SILENT = 4 * 2 ** 20;
const KEPT_OF_STDERR = 4096;
/** How long it may take to leave after its output has ended, and its children to let go of the pipe after it has left. */
const PATIENCE_MS = 500;

export class ProgramProcess {
  private readonly child: ChildProcess;
  private readonly decoder = new StringDecoder('utf8');
  private readonly mark = markOf();
  private tail = '';
  private silent = 0;
  private stderr = '';
  private over = false;
  private left: { status: number | null; signal: NodeJS.Signals | null } | undefined;
  private readonly runAs: RunAs | undefined;
  private readonly events: ProcessEvents;
  private readonly stopWatching: () => void;

  constructor(command: string, { cwd, env, runAs, bounds }: ProcessOptions, events: ProcessEvents) {
    this.runAs = runAs;
    this.events = events;
    this.child = spawn('/bin/sh', shellArguments(command, bounds), {
      cwd,
      env: { ...env, [this.mark.name]: this.mark.value },
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(runAs && { uid: runAs.uid, gid: runAs.gid }),
    });
    running.add(this);
    watchExit();
    const { pid } = this.child;
    this.stopWatching =
      bounds && pid !== undefined
        ? watchMemory(
            (other) => (runAs ? ownerOf(other) === runAs.uid : groupOf(other) === pid),
            bounds,
            () => this.over || this.events.swollen(bounds.memoryMiB),
          )
        : () => {};
    const { stdin, stdout, stderr } = this.child;
    // It may have gone, or have closed its input: its end says so.
    stdin!.on('error', () => {});
    stdout!.on('error', () => {});
    stderr!.on('error', () => {});
    stdout!.on('data', (chunk: Buffer) => this.take(chunk));
    stdout!.on('end', () => this.later());
    stderr!.on('data', (chunk: Buffer) => {
      this.stderr = (this.stderr + chunk.toString('utf8')).slice(-KEPT_OF_STDERR);
    });
    this.child.on('error', (error) => this.end({ status: null, signal: null, error: error.message }));
    this.child.on('exit', (status, signal) => {
      this.left = { status, signal };
      this.later();
    });
    // Only now have both its output and its standard error been read to the end.
    this.child.on('close', () => this.end(this.left ?? { status: null, signal: null }));
  }

  /** False once enough is under way: the program has not read what it was sent. */
  write(text: string): boolean {
    return this.over || !this.child.stdin!.writable || this.child.stdin!.write(text);
  }

  onDrain(go: () => void): void {
    this.child.stdin!.on('drain', go);
  }

  /** What comes from now on counts anew. */
  answered(): void {
    this.silent = 0;
  }

  /** Ends it and whatever it has started, at once; no event follows. */
  kill(): void {
    this.over = true;
    running.delete(this);
    this.stopWatching();
    this.killGroup();
    this.child.stdin!.destroy();
    this.child.stdout!.destroy();
    this.child.stderr!.destroy();
  }

  /** Lets it end by itself at the end of its input for a moment, then ends it; resolves when nothing is left of it. */
  async close(): Promise<void> {
    this.over = true;
    if (!this.left && this.child.pid !== undefined) {
      this.child.stdin!.end();
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, PATIENCE_MS);
        this.child.once('exit', () => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
    this.kill();
  }

  private killGroup(): void {
    const { pid } = this.child;
    if (pid !== undefined) killQuietly(-pid);
    endStragglers(this.mark, this.runAs);
  }

  private take(chunk: Buffer): void {
    if (this.over) return;
    this.silent += chunk.length;
    const text = this.decoder.write(chunk);
    let from = 0;
    for (let at = text.indexOf('\n'); at >= 0 && !this.over; at = text.indexOf('\n', from)) {
      const line = this.tail + text.slice(from, at);
      this.tail = '';
      from = at + 1;
      this.events.line(line);
    }
    this.tail += text.slice(from);
    if (!this.over && this.silent > MAX_SILENT) this.events.flood();
  }

  /** Its output has ended, or it has left: the other should follow soon. */
  private later(): void {
    setTimeout(() => this.end(this.left ?? { status: null, signal: null }), PATIENCE_MS).unref();
  }

  private end(how: Omit<Ending, 'lastWords'>): void {
    if (this.over) return;
    const last = this.tail + this.decoder.end();
    this.tail = '';
    if (last.trim() !== '') this.events.line(last);
    if (this.over) return;
    const lastWords = lastWordsIn(this.stderr);
    this.kill();
    this.events.ended({ ...how, lastWords });
  }
}

/** Node ends its errors with the places in the code, what else it knows of the error, and its own version. */
export function lastWordsIn(stderr: string): string {
  const lines = stderr
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const isNode = /^Node\.js v\d/.test(lines.at(-1) ?? '');
  const error = isNode ? lines.findLast((line) => /^\w*(Error|Exception)\b.*: /.test(line)) : undefined;
  return error ?? lines.findLast((line) => !/^(at |Node\.js v\d)/.test(line)) ?? '';
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has gone.
  }
}

const running = new Set<ProgramProcess>();
let watching = false;

/** Programs never outlive us, whatever ends us. */
function watchExit(): void {
  if (watching) return;
  watching = true;
  const endAll = () => {
    for (const program of [...running]) program.kill();
  };
  process.once('exit', endAll);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // First of all: what it runs in is removed by others, and must not be written anew meanwhile.
    process.prependOnceListener(signal, () => {
      endAll();
      process.kill(process.pid, signal);
    });
  }
}
