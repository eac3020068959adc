/** `crypto ca revoke`: its options. What it does is in `revoke-run.ts`, loaded when it is run. */
import { type Command, Option } from '@commander-js/extra-typings';
import { InvalidArgumentError } from 'commander';
import type { CrlReason } from '../../../x509/index.ts';
import { listed } from '../../lists.ts';
import { addExample } from '../../options.ts';
import type { Session } from '../../session.ts';
import { nowOption } from './options.ts';

/** Those that make sense for a whole certificate; removeFromCRL is for deltas. */
export const REASONS = [
  'unspecified',
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  'privilegeWithdrawn',
] as const;

export function registerRevoke(noun: Command, session: Session): void {
  const command = noun
    .command('revoke')
    .description(session.say('ca.revoke.about'))
    .argument('<folder>', session.say('ca.arg.folder'))
    .argument('<certificate>', session.say('ca.arg.certificate'))
    .addOption(
      new Option('--reason <name>', session.say('ca.opt.reason')).argParser<CrlReason>((value) => {
        const found = REASONS.find((reason) => reason.toLowerCase() === value.toLowerCase());
        if (found) return found;
        throw new InvalidArgumentError(session.say('ca.error.reason', { known: listed(session, REASONS) }));
      }),
    )
    .addOption(nowOption(session))
    .action(async (folder, certificate, options) => {
      const { runRevoke } = await import('./revoke-run.ts');
      await runRevoke(session, folder, certificate, options);
    });
  addExample(
    command,
    session,
    'crypto ca init revoke-ca --subject "CN=Example Root"',
    'crypto ca issue revoke-ca --dns bob.example',
    'crypto ca revoke revoke-ca bob.example --reason keyCompromise',
  );
}
