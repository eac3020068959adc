/** What happens when standard output or standard error can no longer be written. */

/** A reader that has seen enough (`| head -c 1`) is no fault of the command's: it ends silently with 0. */
export function watchOutput(describe: (reason: string) => string): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (isReaderGone(error)) process.exit(0);
    process.stderr.write(`crypto: ${describe(error.code ?? error.message)}\n`);
    process.exit(2);
  });
  // Nobody is left to be told; the exit status still tells.
  process.stderr.on('error', () => {});
}

/** Whoever was to read the output, of a pipe or a socket, has closed it. */
export function isReaderGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['EPIPE', 'ECONNRESET'].includes(String(error.code));
}
