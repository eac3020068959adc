/** Builds the command line: all nouns by name and summary, and the one that is asked for in full. */
import { Command, Option } from '@commander-js/extra-typings';
import { NOUNS } from './nouns.ts';
import type { Session } from './session.ts';

export async function buildProgram(session: Session, argv: readonly string[]): Promise<Command> {
  const words = argv[0] === 'help' ? argv.slice(1) : argv;
  const showAll = words.includes('--all') && words.includes('--help');
  const program = new Command('crypto');
  prepare(program, session);
  program
    .description(session.say('cli.about'))
    .usage('<noun> <verb> [options] [input]')
    .helpCommand(false)
    .option('-V, --version', session.say('cli.opt.version'));
  if (showAll) program.option('--all');
  program.addHelpText('after', `\n${session.say('cli.rootHelp')}`);
  const asked = words.find((word) => NOUNS.some((noun) => noun.name === word));
  for (const noun of NOUNS) {
    const command = new Command(noun.name);
    program.addCommand(command, { hidden: noun.advanced === true && !showAll });
    prepare(command, session);
    command.description(session.say(noun.summary));
    if (noun.name === asked) {
      const { register } = await noun.load();
      register(command, session);
      finish(command, session);
    }
  }
  if (words.length === 0) program.action(() => program.outputHelp());
  return program;
}

/** The options every command takes, its language, and errors thrown instead of printed. */
function prepare(command: Command, session: Session): void {
  command
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .helpOption('-h, --help', session.say('cli.opt.help'))
    .configureHelp({
      styleTitle: (title) => titleOf(session, title),
      subcommandTerm: (inner) => inner.name(),
      optionDescription: (option) => withChoices(session, option),
      argumentDescription: (argument) => withChoices(session, argument),
      helpWidth: 100,
    })
    .addOption(new Option('--lang <lang>', session.say('cli.opt.lang')).choices(['en', 'zh'] as const))
    .option('--json', session.say('cli.opt.json'));
}

/** Gives the verbs of a noun what `prepare` gave the noun, and words for a verb left out. */
function finish(noun: Command, session: Session): void {
  if (noun.commands.length === 0) return;
  const verbs = noun.commands.map((verb) => verb.name()).join(', ');
  for (const verb of noun.commands) prepare(verb as Command, session);
  noun
    .helpCommand(false)
    .allowUnknownOption()
    .argument('[verb...]')
    .usage('<verb> [options] [input]')
    .action(([verb], _options, command) => {
      if (verb === undefined) command.error(session.say('cli.usage.noVerb', { noun: noun.name(), verbs }));
      command.error(session.say('cli.usage.unknownVerb', { noun: noun.name(), verb: String(verb), verbs }));
    });
}

function withChoices(session: Session, { description, argChoices, defaultValue }: Described): string {
  const remarks = [
    ...(argChoices ? [argChoices.join(', ')] : []),
    ...(defaultValue === undefined ? [] : [session.say('cli.default', { value: String(defaultValue) })]),
  ];
  return remarks.length === 0 ? description : `${description} (${remarks.join('; ')})`;
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
