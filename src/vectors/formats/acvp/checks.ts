/** What becomes of a test: checks, or a reason why there is nothing to check. */
import type { Saying } from '../../request.ts';
import { saying } from '../../saying.ts';
import type { Check } from '../../vector-file.ts';

export interface CaseChecks {
  readonly checks: readonly Check[];
  readonly skip?: Saying;
}

export function skipped(skip: Saying): CaseChecks {
  return { checks: [], skip };
}

/** A prompt without its results. */
export function noResults(): CaseChecks {
  return skipped(saying('vectors.skip.noResults', {}));
}
