/** Builds the command line: all nouns by name and summary, and the one that is asked for in full. */
import { Command, Option } from '@commander-js/extra-typings';
import { similarTo } from '../bytes/similar.ts';
import { CryptoError } from '../errors.ts';
import { listed } from './lists.ts';
import { NOUNS } from './nouns.ts';
import { addExampleOfVerb } from './options.ts';
import type { Session } from './session.ts';
import { refuseVerb } from './unknown-verb.ts';
import { widthOf, wrap } from './wrap.ts';

/** `writeHelp` is given every piece of a help that was asked for. */
export async function buildProgram(
  session: Session,
  words: readonly string[],
  writeHelp: (text: string) => void = () => {},
): Promise<Command> {
  const showAll = words.includes('--all') && words.some((word) => /^(help|--help|-h)$/.test(word));
  const program = new Command('crypto');
  const prepare = (command: Command) => prepareCommand(command, session, writeHelp);
  prepare(program);
  program
    .description(session.say('cli.about'))
    .usage(session.say('cli.usage.ofProgram'))
    .helpCommand(false)
    .option('-V, --version', session.say('cli.opt.version'));
  if (showAll) program.addOption(new Option('--all').hideHelp());
  const more = showAll ? '' : `\n${session.say('cli.rootMore')}`;
  program.addHelpText('after', `\n${session.say('cli.rootHelp')}${more}`);
  program.addHelpText('before', () => refuseUnknownNoun(program));
  const help = new Command('help');
  program.addCommand(help, { hidden: true });
  prepare(help);
  help
    .argument('[command...]')
    .option('--all')
    .action((names) => showHelp(program, names));
  const asked = words.find((word) => NOUNS.some((noun) => noun.name === word));
  for (const noun of NOUNS) {
    const command = new Command(noun.name);
    program.addCommand(command, { hidden: noun.advanced === true && !showAll });
    prepare(command);
    command.description(session.say(noun.summary));
    if (noun.name === asked) {
      const { register } = await noun.load();
      register(command, session, words);
      for (const verb of command.commands) prepare(verb as Command);
      for (const part of [command, ...command.commands]) part.options.forEach(takeAnyCase);
      if (command.commands.length > 0) {
        // Some do something without a verb, too: what stands behind a verb is the verb's then, also where both have it.
        if (command.registeredArguments.length > 0) {
          for (const part of [program, command]) part.enablePositionalOptions();
        } else askForVerb(command, session);
        addExampleOfVerb(command, session);
      }
    }
  }
  return program;
}

/** `--mode CBC` is `--mode cbc`: no two choices differ by case alone. */
function takeAnyCase(option: { argChoices?: readonly string[]; parseArg?: ParseArgument }): void {
  const { argChoices, parseArg } = option;
  if (argChoices && parseArg) option.parseArg = (value, previous) => parseArg(value.toLowerCase(), previous);
}

type ParseArgument = <Previous>(value: string, previous: Previous) => Previous;

/** The options every command takes, its language, and errors thrown instead of printed. */
function prepareCommand(command: Command, session: Session, writeHelp: (text: string) => void): void {
  command
    .exitOverride()
    // Commander puts a space after each title; a full-width colon brings its own.
    .configureOutput({ writeOut: (text) => writeHelp(text.replace('： ', '：')), writeErr: () => {} })
    .helpOption('-h, --help', session.say('cli.opt.help'))
    .configureHelp({
      styleTitle: (title) => titleOf(session, title),
      styleUsage: (usage) =>
        usage
          .replace('[options]', session.say('cli.usage.options'))
          .replace('[command]', session.say('cli.usage.command')),
      subcommandTerm: (inner) => inner.name(),
      optionDescription: (option) => withChoices(session, option),
      argumentDescription: (argument) => withChoices(session, argument),
      helpWidth: widthOf(session.stdout),
      boxWrap: (text, width) => wrap(text, width),
    })
    .addOption(new Option('--lang <lang>', session.say('cli.opt.lang')).choices(['en', 'zh'] as const))
    .option('--json', session.say('cli.opt.json'));
}

/** Words for a verb left out or misspelt. */
function askForVerb(noun: Command, session: Session): void {
  const verbs = listed(
    session,
    noun.commands.map((verb) => verb.name()),
  );
  noun
    .helpCommand(false)
    .allowUnknownOption()
    .argument('[verb...]')
    .usage(session.say('cli.usage.ofNoun'))
    .action(([verb, ...rest], _options, command) => {
      if (verb === 'help') return showHelp(noun, rest);
      if (verb === undefined)
        return command.error(session.say('cli.usage.noVerb', { noun: noun.name(), verbs }));
      refuse(verb);
    })
    // `crypto tcp nosuch --help` asks for the help of what is not there.
    .addHelpText('before', () => {
      const [verb = 'help'] = noun.args;
      if (!verb.startsWith('-') && verb !== 'help') refuse(verb);
      return '';
    });

  function refuse(verb: string): never {
    const elsewhere = ELSEWHERE[`${noun.name()} ${verb}`];
    if (elsewhere !== undefined) {
      throw new CryptoError('bad-argument', session.say('cli.usage.elsewhere', { command: elsewhere }));
    }
    refuseVerb(session, noun, verb);
  }
}

/** `crypto nosuch --help` asks for the help of what is not there. */
function refuseUnknownNoun(program: Command): string {
  const [noun = 'help'] = program.args;
  const names = program.commands.map((command) => command.name());
  if (noun.startsWith('-') || names.includes(noun)) return '';
  const meant = similarTo(noun, names);
  const message = `unknown command '${noun}'`;
  program.error(meant === undefined ? message : `${message} (Did you mean ${meant}?)`, {
    code: 'commander.unknownCommand',
  });
}

/** What is looked for under one noun, and shown by another. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'explain rsa': 'crypto rsa textbook --p 61 --q 53 --e 17 --m 65 --explain',
  'explain dh': 'crypto dh exchange',
  'explain cert': 'crypto cert show FILE --explain',
};

/** The help of the command that the names lead to. */
function showHelp(from: Command, names: readonly string[]): void {
  let shown = from;
  for (const name of names) {
    const next = shown.commands.find((command) => [command.name(), ...command.aliases()].includes(name));
    if (!next) from.error(`unknown command '${name}'`, { code: 'commander.unknownCommand' });
    shown = next as Command;
  }
  shown.outputHelp();
}

function withChoices(session: Session, { description, argChoices, defaultValue }: Described): string {
  const remarks = [
    ...(argChoices ? [listed(session, argChoices)] : []),
    ...(defaultValue === undefined ? [] : [session.say('cli.default', { value: String(defaultValue) })]),
  ];
  if (remarks.length === 0) return description;
  if (session.lang === 'en') return `${description} (${remarks.join('; ')})`;
  const remark = remarks.join('；');
  return description.endsWith(')') ? `${description}：${remark}` : `${description}（${remark}）`;
}

interface Described {
  readonly description: string;
  readonly argChoices?: readonly string[] | undefined;
  readonly defaultValue?: unknown;
}

function titleOf(session: Session, title: string): string {
  switch (title) {
    case 'Usage:':
      return session.say('cli.title.usage');
    case 'Arguments:':
      return session.say('cli.title.arguments');
    case 'Options:':
      return session.say('cli.title.options');
    case 'Commands:':
      return session.say('cli.title.commands');
    default:
      return title;
  }
}
