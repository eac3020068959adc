/** What every file of `commands/` exports. */
import type { Command } from '@commander-js/extra-typings';
import type { Session } from './session.ts';

/** Adds its verbs (or its action) to the noun's own command; `words` are those of the command line. */
export type Register = (noun: Command, session: Session, words?: readonly string[]) => void;
