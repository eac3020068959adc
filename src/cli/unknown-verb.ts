/** What is said of a verb that a noun does not have: those that it has, and the one that was perhaps meant. */
import type { Command } from '@commander-js/extra-typings';
import { similarTo } from '../bytes/similar.ts';
import { listed } from './lists.ts';
import type { Session } from './session.ts';

/** Ends the command as wrong usage. */
export function refuseVerb(session: Session, noun: Command, verb: string): never {
  const names = noun.commands.map((known) => known.name());
  const verbs = listed(session, names);
  const message = session.say('cli.usage.unknownVerb', { noun: noun.name(), verb, verbs });
  const meant = similarTo(verb, names);
  return noun.error(meant === undefined ? message : `${message} (Did you mean ${meant}?)`);
}
