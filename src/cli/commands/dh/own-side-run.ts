/** The work of `crypto dh public` and `crypto dh shared`: one side of an exchange, for two at two machines. */
import { dhShared, judgePublicValue } from '../../../dh/index.ts';
import { CheckFailed } from '../../check-failed.ts';
import type { Session } from '../../session.ts';
import { chosenGroup, remarkGroup } from './chosen-group.ts';
import { pairMaker, remarkSecret } from './key-pairs.ts';
import { decimals, fullNumber, numberFor } from './number-text.ts';
import type { GroupOptions } from './options.ts';

export interface PublicOptions extends GroupOptions {
  readonly private?: bigint | undefined;
  readonly seed?: string | undefined;
}

/** The public value on stdout; a private one that was drawn on stderr. */
export function runPublic(session: Session, options: PublicOptions): void {
  const group = chosenGroup(session, options);
  const pair = pairMaker(session, group, options.seed)('own', '--private', options.private);
  remarkGroup(session, group);
  if (session.json) {
    const { privateValue, publicValue } = pair;
    session.printJson({
      group: group.name,
      ...decimals({ p: group.p, g: group.g, privateValue, publicValue }),
    });
    return;
  }
  if (options.private === undefined) session.tell('private', fullNumber(pair.privateValue));
  session.print(fullNumber(pair.publicValue));
}

export interface SharedOptions extends GroupOptions {
  readonly private: bigint;
  readonly peer: bigint;
}

/** The shared secret on stdout. Throws `check-failed`, with the evidence, where the peer's number is refused. */
export function runShared(session: Session, options: SharedOptions): void {
  const group = chosenGroup(session, options);
  const { p, g } = group;
  const pair = pairMaker(session, group, undefined)('own', '--private', options.private);
  const verdict = judgePublicValue(group, options.peer);
  if (!verdict.valid) {
    const values = { most: numberFor(session, p - 2n), got: numberFor(session, options.peer) };
    throw new CheckFailed(session.say(`dh.refusal.${verdict.reason}`, values), {
      group: group.name,
      ...decimals({ p, g, peer: options.peer }),
      reason: verdict.reason,
    });
  }
  const shared = dhShared(group, pair.privateValue, options.peer);
  remarkGroup(session, group);
  remarkSecret(session, group, shared);
  if (session.json)
    session.printJson({ group: group.name, ...decimals({ p, g, peer: options.peer, shared }) });
  else session.print(fullNumber(shared));
}
