/**
 * What every command is given: the language, the streams and how to speak on them.
 *
 * stdout carries results only; stderr the rest: remarks after `crypto: `, drawn values as `name: value`.
 */
import type { Lang, MessageKey, ValuesArgument } from '../trace/index.ts';
import { message } from '../trace/index.ts';
import { prose, type Screen } from './wrap.ts';

export interface Session {
  readonly lang: Lang;
  readonly json: boolean;
  /** Whether stdout takes colours. */
  readonly color: boolean;
  /** How many colours it takes, where it takes any. */
  readonly colorDepth: 'truecolor' | '256';
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** The message in the session's language. */
  say<K extends MessageKey>(key: K, ...values: ValuesArgument<K>): string;
  /** Text and a line end to stdout. */
  print(text: string): void;
  /** One JSON value, on one line, to stdout. */
  printJson(value: unknown): void;
  /** A remark for the person, on stderr. */
  note<K extends MessageKey>(key: K, ...values: ValuesArgument<K>): void;
  /** A value the program drew, on stderr as `name: value`. */
  tell(name: string, value: string): void;
}

/** Reads what must be known before the command line is parsed: the last `--lang`, and `--json`. */
export function openSession(argv: readonly string[], env: NodeJS.ProcessEnv): Session {
  const end = argv.indexOf('--');
  const words = end < 0 ? argv : argv.slice(0, end);
  const lang = chosenLang(words) ?? langOf(env);
  const { stdout, stderr } = process;
  const say: Session['say'] = (key, ...values) => message(lang, key, ...values);
  const session: Session = {
    lang,
    json: words.includes('--json'),
    color: takesColor(stdout, env),
    colorDepth: /^(truecolor|24bit)$/.test(env.COLORTERM ?? '') ? 'truecolor' : '256',
    stdout,
    stderr,
    say,
    print: (text) => void stdout.write(`${text}\n`),
    printJson: (value) => void stdout.write(`${JSON.stringify(value)}\n`),
    note: (key, ...values) => void stderr.write(remark(stderr, say(key, ...values))),
    tell: (name, value) => void stderr.write(`${name}: ${value}\n`),
  };
  return session;
}

/** `crypto: …`: one line, which is broken at words where a terminal's columns end. */
export function remark(stderr: Screen, text: string): string {
  const line = `crypto: ${text}`;
  return `${stderr.isTTY ? prose(stderr, line, 2) : line}\n`;
}

function chosenLang(words: readonly string[]): Lang | undefined {
  const at = words.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  if (at < 0) return undefined;
  const value = words[at]!.includes('=') ? words[at]!.slice('--lang='.length) : words[at + 1];
  return value === 'en' || value === 'zh' ? value : undefined;
}

/** POSIX order: LC_ALL, then LC_MESSAGES, then LANG. */
function langOf(env: NodeJS.ProcessEnv): Lang {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^zh/i.test(locale) ? 'zh' : 'en';
}

/** https://no-color.org: any non-empty NO_COLOR turns colours off. */
function takesColor(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR && env.FORCE_COLOR !== '0') return true;
  return stream.isTTY === true && env.TERM !== 'dumb';
}
