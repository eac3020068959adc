/** A verb typed where its noun belongs: `crypto sha256 file` for `crypto hash sha256 file`. */
import { CommanderError } from 'commander';
import { anyOf } from './lists.ts';
import { NOUNS } from './nouns.ts';
import { buildProgram } from './program.ts';
import type { Session } from './session.ts';

/** Beyond this many nouns they share one command in the hint. */
const FEW = 3;

/** The error for an unknown command, with what was meant where it is a verb. Loads every noun: only for when it has failed. */
export async function withNoun(session: Session, error: CommanderError): Promise<CommanderError> {
  const [, word = ''] = /^(?:error: )?unknown command '(.*?)'/s.exec(error.message) ?? [];
  const nouns: string[] = [];
  for (const { name } of NOUNS) {
    const noun = (await buildProgram(session, [name])).commands.find((command) => command.name() === name);
    if (noun?.commands.some((verb) => verb.name() === word.toLowerCase())) nouns.push(name);
  }
  if (nouns.length === 0) return error;
  const written = nouns.length > FEW ? [nouns.join('|')] : nouns;
  const meant = written.map((noun) => `crypto ${noun} ${word.toLowerCase()}`);
  const hint = `(Did you mean ${anyOf(session, meant)}?)`;
  return new CommanderError(error.exitCode, error.code, `error: unknown command '${word}'\n${hint}`);
}
