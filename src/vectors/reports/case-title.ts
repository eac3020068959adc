/** What a report calls a case. The comment is the file's: a stranger chose it. */
import { visibleText } from '../../bytes/visible.ts';
import type { VectorCase } from '../vector-file.ts';

export function caseTitle({ id, comment }: VectorCase): string {
  return visibleText(comment === '' ? id : `${id}: ${comment}`);
}
