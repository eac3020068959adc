/** The options of `crypto http` and `crypto https`. What they do is in `web-run.ts`, loaded when it is run. */
import { type Command, Option } from '@commander-js/extra-typings';
import type { Scheme } from '../../../explain/net/web.ts';
import { addExample, forceOption, lessonSeedOption } from '../../options.ts';
import type { Session } from '../../session.ts';
import { refuseVerb } from '../../unknown-verb.ts';

export function registerWeb(noun: Command, session: Session, scheme: Scheme): void {
  const command = noun
    .description(session.say(`web.about.${scheme}`))
    .argument('[url]', session.say('web.arg.url'), `${scheme}://bank.example/account`)
    .option('--lossy', session.say('web.opt.lossy'))
    .option('--all', session.say('web.opt.all'))
    .addOption(
      new Option('--view <party>', session.say('web.opt.view')).choices(['alice', 'bob', 'hacker'] as const),
    )
    .option('--layers', session.say('web.opt.layers'))
    .option('--pcap <file>', session.say(scheme === 'https' ? 'web.opt.pcap' : 'net.opt.pcap'))
    .addOption(forceOption(session))
    .addOption(lessonSeedOption(session));
  const run = async (url: string, options: ReturnType<(typeof command)['opts']> & { secrets?: boolean }) => {
    // A word alone is meant as a verb.
    if (/^[a-z-]+$/i.test(url)) refuseVerb(session, noun, url);
    const { runWebCommand } = await import('./web-run.ts');
    await runWebCommand(session, scheme, url, options);
  };
  if (scheme === 'https') command.option('--no-secrets', session.say('web.opt.noSecrets')).action(run);
  else command.action(run);
  addExample(
    command,
    session,
    `crypto ${scheme}`,
    `crypto ${scheme} --view hacker`,
    `crypto ${scheme} --pcap ${scheme}.pcapng`,
  );
}
