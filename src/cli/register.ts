/** What every file of `commands/` exports. */
import type { Command } from '@commander-js/extra-typings';
import type { Session } from './session.ts';

/** Adds its verbs (or its action) to the noun's own command. */
export type Register = (noun: Command, session: Session) => void;
