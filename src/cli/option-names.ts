/** Errors of the library under the names that the user knows: `--salt` for `saltLength`, a file's for the key in it. */
import { CryptoError } from '../errors.ts';

/** What an argument of the library is on the command line. */
export type OptionNames = Readonly<Record<string, string>>;

/** What `run` returns; a CryptoError about one of the arguments named says instead what it comes from. */
export function withOptionNames<T>(names: OptionNames, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw optionError(error, names);
  }
}

/** The error to throw instead of `error`, which may be any; for work that is waited for. */
export function optionError(error: unknown, names: OptionNames): unknown {
  if (!(error instanceof CryptoError)) return error;
  const [argument = ''] = error.message.split(': ', 1);
  if (!Object.hasOwn(names, argument)) return error;
  return new CryptoError(error.code, names[argument] + error.message.slice(argument.length));
}
