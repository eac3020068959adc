/** `crypto tls server`: its options. What it does is in `server-run.ts`, loaded when it is run. */
import type { Command } from '@commander-js/extra-typings';
import { addExample } from '../../options.ts';
import { integerBetween } from '../../parse.ts';
import type { Session } from '../../session.ts';
import { passphraseOption } from '../rsa/options.ts';
import { alpnOption, exampleServer, suiteOption } from './options.ts';

const DAY = 86_400;

export function registerServer(noun: Command, session: Session): void {
  const seconds = integerBetween(session, 1, DAY);
  const command = noun
    .command('server')
    .description(session.say('tls.server.about'))
    .requiredOption('--cert <file>', session.say('tls.opt.cert'))
    .requiredOption('--key <file>', session.say('tls.opt.key'))
    .addOption(passphraseOption(session))
    .option('--port <number>', session.say('tls.opt.port'), integerBetween(session, 0, 65_535), 4433)
    .option('--host <address>', session.say('tls.opt.host'), '127.0.0.1')
    .option('--www', session.say('tls.opt.www'))
    .option('--echo', session.say('tls.opt.echo'))
    .addOption(suiteOption(session))
    .addOption(alpnOption(session))
    .option('--no-ems', session.say('tls.opt.noEms'))
    .option('--no-etm', session.say('tls.opt.noEtm'))
    .option('--keylog <file>', session.say('tls.opt.keylog'))
    .option('--accept <count>', session.say('tls.opt.accept'), integerBetween(session, 1))
    .option(
      '--max-connections <count>',
      session.say('tls.opt.maxConnections'),
      integerBetween(session, 1, 10_000),
      200,
    )
    .option('--handshake-timeout <seconds>', session.say('tls.opt.handshakeTimeout'), seconds, 10)
    .option('--idle-timeout <seconds>', session.say('tls.opt.idleTimeout'), seconds, 60)
    .action(async (options) => {
      const { runServer } = await import('./server-run.ts');
      await runServer(session, options);
    });
  addExample(
    command,
    session,
    ...exampleServer('server-ca', 14433, '--www --accept 1'),
    'crypto tls client localhost:14433 --ca server-ca/ca.pem --get /',
  );
}
