/** A check that was run and failed, with what it found: `--json` shows that beside the error. */
import { CryptoError } from '../errors.ts';

export class CheckFailed extends CryptoError {
  readonly evidence: Readonly<Record<string, unknown>>;

  constructor(message: string, evidence: Readonly<Record<string, unknown>>) {
    super('check-failed', message);
    this.evidence = evidence;
  }
}
