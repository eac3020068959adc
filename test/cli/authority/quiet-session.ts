/** A session that says nothing, for tests that call the work of a command. */
import { openSession, type Session } from '../../../src/cli/session.ts';

export function quietSession(...argv: string[]): Session {
  return { ...openSession(argv, {}), print() {}, printJson() {}, note() {}, tell() {} };
}
