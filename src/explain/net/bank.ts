/** The one site of the lessons on the web, and its one customer. */
import { SessionStore } from '../../net/http/session.ts';
import { createBank } from '../../net/http/site.ts';
import type { RandomSource } from '../../random/index.ts';

export const BANK = 'bank.example';
export const USER = 'alice';
export const PASSWORD = 'open-sesame';

/** What the site answers; `secure` where it is reached by https://, with or without HSTS. */
export function openBank(
  random: RandomSource,
  protection: { readonly secure: boolean; readonly hsts?: boolean },
) {
  const users = new Map([[USER, PASSWORD]]);
  const sessions = new SessionStore<string>(random.substream('sessions'));
  return createBank({ users, sessions, ...protection });
}
