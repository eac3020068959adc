/** Options of `crypto assignment` and `crypto grade`. */
import { Option } from '@commander-js/extra-typings';
import type { Session } from '../../session.ts';

export function courseKeyOption(session: Session) {
  return new Option('--course-key <secret>', session.say('assignment.opt.courseKey'));
}
