/** What it means for a waiting request that the program has ended. */
import { type Saying, saying } from '../../vectors/index.ts';
import type { Ending } from './process.ts';
import { shown } from './protocol.ts';

/** Neither status nor signal: it lives on, and has closed its output. Its last words are told where it has any. */
export function endingFault({ status, signal, error, lastWords }: Ending): Saying {
  const words = shown(lastWords);
  if (error !== undefined) return saying('exec.fault.notStarted', { detail: shown(error) });
  if (status === 127 || status === 126) return saying('exec.fault.notStarted', { detail: words });
  if (signal !== null) {
    return words === ''
      ? saying('exec.fault.signal', { signal })
      : saying('exec.fault.signalWords', { signal, words });
  }
  if (status === null) {
    return words === ''
      ? saying('exec.fault.closedOutput', {})
      : saying('exec.fault.closedOutputWords', { words });
  }
  return words === ''
    ? saying('exec.fault.ended', { status })
    : saying('exec.fault.endedWords', { status, words });
}
