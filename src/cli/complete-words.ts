/** What may stand next on the command line, for the completion scripts of the shells. */
import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { buildProgram } from './program.ts';
import type { Session } from './session.ts';

/** `words` are those after `crypto`, the last one unfinished; gives what it may become, or nothing (a file). */
export async function completeWords(session: Session, words: readonly string[]): Promise<string[]> {
  // Bash makes a word of its own of the sign in `--mode=cbc`.
  const unfinished = words.at(-1)?.replace(/^=$/, '') ?? '';
  const before = words.slice(0, -1).filter((word) => word !== '=');
  const found = await candidates(session, before, unfinished);
  return found.filter((word) => word.startsWith(unfinished));
}

async function candidates(
  session: Session,
  before: readonly string[],
  unfinished: string,
): Promise<string[]> {
  const names = before.filter((word, i) => !word.startsWith('-') && before[i - 1] !== '--lang');
  if (names[0] === 'help') names.shift();
  let command: CommandUnknownOpts = await buildProgram(session, names);
  for (const name of names) command = command.commands.find((inner) => inner.name() === name) ?? command;
  const last = before.at(-1) ?? '';
  const option = command.options.find((known) => known.long === last || known.short === last);
  if (option && (option.required || option.optional)) return [...(option.argChoices ?? [])];
  if (unfinished.startsWith('-')) {
    return [...command.options.flatMap((known) => known.long ?? []), '--help'];
  }
  if (command.commands.length > 0) return command.commands.map((inner) => inner.name());
  return command.registeredArguments.flatMap((argument) => argument.argChoices ?? []);
}
