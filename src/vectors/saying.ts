/** Makes sentences of the catalogues, held to their slots by the compiler. */
import { type Lang, type MessageKey, type MessageValues, messageOf } from '../trace/index.ts';
import type { Saying } from './request.ts';

export function saying<K extends MessageKey>(say: K, values: MessageValues<K>): Saying {
  return {
    say,
    values: Object.fromEntries(Object.entries<string | number>(values).map(([k, v]) => [k, String(v)])),
  };
}

/** The sentence in that language. */
export function said(lang: Lang, { say, values }: Saying): string {
  return messageOf(lang, say, values);
}
