/** The options of the coreutils' `sha256sum -c`, which `crypto hash` and `crypto hmac` share. */
import type { Command, OptionValues } from '@commander-js/extra-typings';
import { CryptoError } from '../errors.ts';
import type { CheckOptions } from './check-lists.ts';
import { listed } from './lists.ts';
import type { Session } from './session.ts';

export interface DigestOptions extends CheckOptions {
  readonly check?: true | undefined;
}

export function addCheckOptions<Args extends unknown[], Opts extends OptionValues>(
  command: Command<Args, Opts>,
  session: Session,
) {
  return command
    .option('-c, --check', session.say('hash.opt.check'))
    .option('--ignore-missing', session.say('hash.opt.ignoreMissing'))
    .option('--quiet', session.say('hash.opt.quiet'))
    .option('--status', session.say('hash.opt.status'))
    .option('--strict', session.say('hash.opt.strict'))
    .option('-w, --warn', session.say('hash.opt.warn'));
}

/** `bad-argument` if options are given that say nothing here: those of a check without one, and the other way round. */
export function expectCheckOptions(
  session: Session,
  options: DigestOptions & { readonly tag?: true | undefined },
): void {
  const { check, tag, ignoreMissing, quiet, status, strict, warn } = options;
  if (check) {
    if (tag) throw new CryptoError('bad-argument', session.say('hash.error.tagInCheck'));
    return;
  }
  const given = Object.entries({ '--ignore-missing': ignoreMissing, '--quiet': quiet, '--status': status })
    .concat(Object.entries({ '--strict': strict, '--warn': warn }))
    .filter(([, value]) => value)
    .map(([flag]) => flag);
  if (given.length === 0) return;
  throw new CryptoError(
    'bad-argument',
    session.say('hash.error.onlyCheck', { flags: listed(session, given) }),
  );
}
