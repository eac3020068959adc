/** A program by other people that runs beside a test: it is talked to, listened to, and stopped. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { Waiting } from './waiting.ts';

export interface Program {
  /** What it printed so far, stdout and stderr as they came. */
  readonly output: string;
  /** What came on stdout alone. */
  readonly stdout: Buffer;
  write(text: string | Uint8Array): void;
  /** The end of its input. */
  end(text?: string | Uint8Array): void;
  /** Until it has printed this; fails where it ends before. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  /** Until that many bytes came on stdout. */
  received(length: number): Promise<boolean>;
  /** Its exit status; null where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** As with Ctrl-C; until it has ended. */
  interrupt(): Promise<void>;
  stop(): Promise<void>;
}

export interface ProgramOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

export function startProgram(program: string, args: readonly string[], options: ProgramOptions): Program {
  const env = { PATH: process.env.PATH ?? '', HOME: options.cwd, LANG: 'C.UTF-8', ...options.env };
  const child = spawn(program, args, { cwd: options.cwd, env });
  const all: Buffer[] = [];
  const stdout: Buffer[] = [];
  const waiting = new Waiting();
  let over = false;
  let total = 0;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      all.push(chunk);
      if (stream === child.stdout) {
        stdout.push(chunk);
        total += chunk.length;
      }
      waiting.changed();
    });
  }
  child.stdin.on('error', () => {}); // it may end before it has read everything
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      over = true;
      waiting.changed();
      resolve(status);
    });
  });
  const waitFor = <T>(what: string, attempt: () => T | undefined) =>
    waiting.until(
      attempt,
      () => `${program} did not say ${what}: ${output().slice(-2000)}`,
      () => over,
    );
  async function kill(signal: NodeJS.Signals): Promise<void> {
    if (over) return;
    child.kill(signal);
    await ended;
  }

  const output = () => Buffer.concat(all).toString();
  return {
    get output() {
      return output();
    },
    get stdout() {
      return Buffer.concat(stdout);
    },
    write: (text) => void child.stdin.write(text),
    end: (text) => void child.stdin.end(text ?? ''),
    until: (pattern) => waitFor(`${pattern}`, () => pattern.exec(output()) ?? undefined),
    received: (length) => waitFor(`${length} bytes`, () => total >= length || undefined),
    ended,
    interrupt: () => kill('SIGINT'),
    stop: () => kill('SIGKILL'),
  };
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
