/** What may stand next on the command line, for the completion scripts of the shells. */
import { NOUNS } from './nouns.ts';
import { buildProgram } from './program.ts';
import type { Session } from './session.ts';

/** `words` are those after `crypto`, the last one unfinished; gives what it may become, or nothing (a file). */
export async function completeWords(session: Session, words: readonly string[]): Promise<string[]> {
  const unfinished = words.at(-1) ?? '';
  const found = await candidates(session, words.slice(0, -1), unfinished);
  return found.filter((word) => word.startsWith(unfinished));
}

async function candidates(
  session: Session,
  before: readonly string[],
  unfinished: string,
): Promise<string[]> {
  const [nounName, verbName] = before;
  if (nounName === undefined) return [...NOUNS.map((noun) => noun.name), 'help'];
  const program = await buildProgram(session, [nounName]);
  const noun = program.commands.find((command) => command.name() === nounName);
  if (!noun) return [];
  const verb = noun.commands.find((command) => command.name() === verbName);
  if (noun.commands.length > 0 && !verb && !unfinished.startsWith('-')) {
    return verbName === undefined ? noun.commands.map((command) => command.name()) : [];
  }
  const command = verb ?? noun;
  const option = command.options.find((known) => [known.long, known.short].includes(before.at(-1)));
  if (option && (option.required || option.optional)) return [...(option.argChoices ?? [])];
  if (unfinished.startsWith('-')) {
    return [...command.options.flatMap((known) => known.long ?? []), '--help'];
  }
  return command.registeredArguments.flatMap((argument) => argument.argChoices ?? []);
}
