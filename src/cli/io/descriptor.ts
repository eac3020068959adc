/** Open descriptors by the paths that name them: `/dev/stdin`, `/dev/fd/3`, `/proc/self/fd/3`. */
import { closeSync, openSync, readSync } from 'node:fs';

/** The number of the descriptor that a path names; `undefined` for every other path. */
export function descriptorOf(path: string): number | undefined {
  const [, name, number] =
    /^\/(?:dev\/(stdin|stdout|stderr)|(?:dev|proc\/self)\/fd\/(\d+))$/.exec(path) ?? [];
  if (name !== undefined) return ['stdin', 'stdout', 'stderr'].indexOf(name);
  return number === undefined ? undefined : Number(number);
}

/** Whether an input's path, perhaps absent, means standard input. */
export function isStdin(path: string | undefined): boolean {
  return path === undefined || path === '-' || descriptorOf(path) === 0;
}

/** Whether an output's path, perhaps absent, means standard output. */
export function isStdout(path: string | undefined): boolean {
  return path === undefined || path === '-' || descriptorOf(path) === 1;
}

/** The first bytes of a file, pipe or device, as many as it has and at most `limit`. */
export function readUpTo(path: string, limit: number): Uint8Array {
  // Standard input is read as it is: it may be a socket, which cannot be opened by name.
  const fd = descriptorOf(path) === 0 ? 0 : openSync(path, 'r');
  try {
    let bytes = new Uint8Array(Math.min(limit, 1 << 16));
    let length = 0;
    for (;;) {
      const count = readSync(fd, bytes, length, bytes.length - length, null);
      length += count;
      if (count === 0 || length === limit) return bytes.slice(0, length);
      if (length === bytes.length) {
        const longer = new Uint8Array(Math.min(limit, 2 * length));
        longer.set(bytes);
        bytes = longer;
      }
    }
  } finally {
    if (fd !== 0) closeSync(fd);
  }
}
