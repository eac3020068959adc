/** Lists as each language writes them. */
import { orList } from '../errors.ts';
import type { Session } from './session.ts';

type Items = readonly (string | number)[];

/** "a, b, c" or "a、b、c" */
export function listed({ lang }: Pick<Session, 'lang'>, items: Items): string {
  return items.join(lang === 'zh' ? '、' : ', ');
}

/** "16, 24 or 32" or "16、24 或 32" */
export function anyOf(session: Pick<Session, 'lang'>, items: Items): string {
  if (session.lang === 'en' || items.length < 2) return orList(items);
  return `${listed(session, items.slice(0, -1))} 或 ${items.at(-1)}`;
}
