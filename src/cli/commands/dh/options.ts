/** The options that the verbs of `crypto dh` share. */
import { type Command, Option } from '@commander-js/extra-typings';
import { DH_GROUP_NAMES, type DhGroupName } from '../../../dh/index.ts';
import { wholeNumber } from '../../numbers.ts';
import type { Session } from '../../session.ts';

/** A group by its name, or by its numbers. */
export interface GroupOptions {
  readonly group?: DhGroupName | undefined;
  readonly p?: bigint | undefined;
  readonly g?: bigint | undefined;
}

function groupOption(session: Session) {
  return new Option('--group <name>', session.say('dh.opt.group')).choices(DH_GROUP_NAMES);
}

function primeOption(session: Session) {
  return new Option('--p <number>', session.say('dh.opt.p')).argParser(wholeNumber(session));
}

function generatorOption(session: Session) {
  return new Option('--g <number>', session.say('dh.opt.g')).argParser(wholeNumber(session));
}

/** Long numbers in full instead of their ends. */
export function allOption(session: Session) {
  return new Option('--all', session.say('dh.opt.all'));
}

/** A verb of `crypto dh` that takes a group. */
export function groupVerb(noun: Command, session: Session, name: string, about: string) {
  return noun
    .command(name)
    .description(about)
    .addOption(groupOption(session))
    .addOption(primeOption(session))
    .addOption(generatorOption(session));
}
