/** What a thrown error means to the person at the terminal: one line, and an exit status. */
import { CommanderError } from 'commander';
import { excerpt } from '../bytes/index.ts';
import { CryptoError, type ErrorCode } from '../errors.ts';
import { errorText } from './chinese/errors.ts';
import { isReaderGone } from './io/closed-output.ts';
import { listed } from './lists.ts';
import type { Session } from './session.ts';
import { allVisible } from './visible.ts';

export interface Failure {
  readonly code: ErrorCode | 'usage' | 'internal';
  readonly message: string;
  readonly status: 0 | 1 | 2;
}

/** A check that ran and failed; everything else is usage or input. */
const CHECKS: ReadonlySet<ErrorCode> = new Set(['bad-padding', 'bad-tag', 'check-failed']);

export function failureOf(session: Session, error: unknown): Failure {
  if (error instanceof CommanderError) return usageFailure(session, error);
  if (error instanceof CryptoError) {
    const message = oneLine(errorText(session, error));
    return { code: error.code, message, status: CHECKS.has(error.code) ? 1 : 2 };
  }
  if (isReaderGone(error)) return { code: 'io', message: '', status: 0 };
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 'internal', message: oneLine(session.say('cli.error.internal', { reason })), status: 2 };
}

/** Something typed or pasted that has no end. Chinese has no spaces, and is no such word. */
const LONG_WORD = /([^\s\u3000-\u9fff\uff00-\uffef]{60})[^\s\u3000-\u9fff\uff00-\uffef]{60,}/g;

function usageFailure(session: Session, error: CommanderError): Failure {
  const [, suggestion] = /\(Did you mean (?:one of )?(.*?)\?\)/.exec(error.message) ?? [];
  const text = error.message
    .replace(/^error: /, '')
    .replace(/\s*\(Did you mean.*$/s, '')
    .replace(/\.$/, '');
  // What is wrong with a value says itself what was expected.
  const otherwise = error.code === 'commander.invalidArgument' ? '' : session.say('cli.seeHelp');
  const hint = suggestion ? session.say('cli.didYouMean', { name: suggestion }) : otherwise;
  const message = `${usageText(session, error.code, text)}${hint}`.replace(LONG_WORD, '$1…');
  return { code: 'usage', message: oneLine(message), status: 2 };
}

/** Commander speaks English; what it says most often is said in the session's language. */
function usageText(session: Session, code: string, text: string): string {
  const [, option, gotOption, whyOption] =
    /option '([^']*)' argument '(.*)' is invalid\. (.*)$/s.exec(text) ?? [];
  const [, gotWord, word, whyWord] =
    /value '(.*)' is invalid for argument '([^']*)'\. (.*)$/s.exec(text) ?? [];
  const name = option ?? word;
  const reason = whyOption ?? whyWord;
  if (name !== undefined && reason !== undefined) {
    const choices = /^Allowed choices are (.*)$/.exec(reason)?.[1];
    if (choices === undefined) return `${name}${session.lang === 'zh' ? '：' : ': '}${reason}`;
    return session.say('cli.usage.invalidChoice', {
      name,
      got: excerpt(gotOption ?? gotWord ?? ''),
      choices: listed(session, choices.split(', ')),
    });
  }
  return session.lang === 'zh' ? chinese(session, code, /'([^']*)'/s.exec(text)?.[1] ?? '', text) : text;
}

function chinese(session: Session, code: string, name: string, text: string): string {
  switch (code) {
    case 'commander.unknownOption':
      return session.say('cli.usage.unknownOption', { name });
    case 'commander.unknownCommand':
      return session.say('cli.usage.unknownCommand', { name });
    case 'commander.missingArgument':
      return session.say('cli.usage.missingArgument', { name });
    case 'commander.optionMissingArgument':
      return session.say('cli.usage.optionMissingArgument', { name });
    case 'commander.missingMandatoryOptionValue':
      return session.say('cli.usage.missingOption', { name });
    case 'commander.excessArguments': {
      const [expected = '', got = ''] = text.match(/\d+/g)?.slice(-2) ?? [];
      return session.say('cli.usage.excessArguments', { name, expected, got });
    }
    default:
      return text;
  }
}

/** Names come from outside: what would move the cursor of a terminal, or hide itself, is shown, not sent. */
function oneLine(text: string): string {
  return allVisible(text.replace(/\s*\n\s*/g, ' ')).trim();
}
