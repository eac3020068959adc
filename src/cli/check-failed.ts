/** Errors that come with what was found: `--json` shows that beside the error. */
import { CryptoError, type ErrorCode } from '../errors.ts';

export class ErrorWithEvidence extends CryptoError {
  readonly evidence: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, evidence: Readonly<Record<string, unknown>>) {
    super(code, message);
    this.evidence = evidence;
  }
}

/** A check that was run and failed. */
export class CheckFailed extends ErrorWithEvidence {
  constructor(message: string, evidence: Readonly<Record<string, unknown>>) {
    super('check-failed', message, evidence);
  }
}
