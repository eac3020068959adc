/** Options that several commands share, with one description each. */
import { Option } from '@commander-js/extra-typings';
import { InvalidArgumentError } from 'commander';
import { CIPHER_NAMES, type CipherName } from './ciphers.ts';
import { ENCODINGS } from './io/text-encoding.ts';
import type { Session } from './session.ts';

export function outputOption(session: Session) {
  return new Option('-o, --output <file>', session.say('cli.opt.output'));
}

export function forceOption(session: Session) {
  return new Option('--force', session.say('cli.opt.force'));
}

export function encodingOption(session: Session) {
  return new Option('--encoding <name>', session.say('cli.opt.encoding')).choices(ENCODINGS);
}

export function inputEncodingOption(session: Session) {
  return new Option('--input-encoding <name>', session.say('cli.opt.inputEncoding')).choices(ENCODINGS);
}

export function cipherOption(session: Session) {
  return new Option('--cipher <name>', session.say('modes.opt.cipher'))
    .choices(CIPHER_NAMES)
    .default('aes' as CipherName);
}

export function seedOption(session: Session) {
  return new Option('--seed <word>', session.say('cli.opt.seed')).argParser<string>((value) => {
    // Perhaps a variable that is not set: everybody has the keys made from it.
    if (value !== '') return value;
    throw new InvalidArgumentError(session.say('cli.error.emptySeed'));
  });
}

/** A lesson tells everybody the same run, unless asked for another. */
export function lessonSeedOption(session: Session) {
  return seedOption(session).default('lecture');
}

interface Helpful {
  addHelpText(position: 'after', text: string): unknown;
}

const exampleOf = new WeakMap<Helpful, readonly string[]>();

/** An example below the help, which works when pasted. */
export function addExample(command: Helpful, session: Session, ...lines: readonly string[]): void {
  exampleOf.set(command, lines);
  command.addHelpText(
    'after',
    `\n${session.say('cli.title.example')}\n${lines.map((line) => `  ${line}`).join('\n')}`,
  );
}

/** A noun without an example of its own shows that of its first verb. */
export function addExampleOfVerb(
  noun: Helpful & { readonly commands: readonly Helpful[] },
  session: Session,
): void {
  const lines = noun.commands.map((verb) => exampleOf.get(verb)).find((found) => found !== undefined);
  if (lines && !exampleOf.has(noun)) addExample(noun, session, ...lines);
}
