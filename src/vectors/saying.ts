/** Makes sentences of the catalogues, held to their slots by the compiler. */
import { allVisible } from '../bytes/visible.ts';
import { type Lang, type MessageKey, type MessageValues, messageOf } from '../trace/index.ts';
import type { Saying } from './request.ts';

export function saying<K extends MessageKey>(say: K, values: MessageValues<K>): Saying {
  return {
    say,
    values: Object.fromEntries(Object.entries<string | number>(values).map(([k, v]) => [k, String(v)])),
  };
}

/** The sentence in that language. What programs and files said in it is shown as a terminal may have it. */
export function said(lang: Lang, { say, values }: Saying): string {
  const shown = Object.entries(values).map(([name, value]) => [name, allVisible(value)]);
  return messageOf(lang, say, Object.fromEntries(shown));
}
