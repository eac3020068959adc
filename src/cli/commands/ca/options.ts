/** What several verbs of `crypto ca` share. */
import { Option } from '@commander-js/extra-typings';
import { integerBetween } from '../../parse.ts';
import type { Session } from '../../session.ts';
import { momentOption } from '../../times.ts';

/** A key of less than 512 bits cannot sign with SHA-256; RFC 5280 sets no bound. */
const [LEAST_BITS, MOST_BITS] = [512, 8192];
/** A certificate ends in the year 9999 at the latest. */
const MOST_DAYS = 365 * 200;

export const LEAF_DAYS = 90;
export const INTERMEDIATE_DAYS = 5 * 365;
export const ROOT_DAYS = 10 * 365;

export function nowOption(session: Session) {
  return new Option('--now <time>', session.say('ca.opt.now')).argParser(momentOption(session));
}

export function daysOption(session: Session, description: string) {
  return new Option('--days <number>', description).argParser(integerBetween(session, 1, MOST_DAYS));
}

export function bitsOption(session: Session) {
  return new Option('--bits <number>', session.say('ca.opt.bits'))
    .argParser(integerBetween(session, LEAST_BITS, MOST_BITS))
    .default(2048);
}

export function pathLengthOption(session: Session) {
  return new Option('--path-length <number>', session.say('ca.opt.pathLength')).argParser(
    integerBetween(session, 0, 100),
  );
}

export function profileOption(session: Session) {
  return new Option('--profile <name>', session.say('ca.opt.profile'))
    .choices(['server', 'client', 'ca'] as const)
    .default('server' as const);
}
