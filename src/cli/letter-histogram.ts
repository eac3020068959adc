/** The letters of a text as bars, above those of English. */
import { englishLetterShares } from '../classical/index.ts';
import { colorsOf } from './render.ts';
import type { Session } from './session.ts';

const BARS = ' ▁▂▃▄▅▆▇█';

/** Three lines: A to Z, the counts (26 of them) as bars, and English for comparison. */
export function letterHistogram(session: Session, counts: readonly number[]): string {
  const { dim } = colorsOf(session);
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i)).join(' ');
  return [
    `  ${letters}`,
    `  ${bars(counts)}   ${session.say('cli.histogram.text')}`,
    dim(`  ${bars(englishLetterShares())}   ${session.say('cli.histogram.english')}`),
  ].join('\n');
}

function bars(values: readonly number[]): string {
  const most = Math.max(...values, Number.MIN_VALUE);
  return values.map((value) => BARS[Math.ceil((value / most) * (BARS.length - 1))]!).join(' ');
}
