/** What `crypto grade` was asked to do. */
import { CryptoError } from '../../../errors.ts';
import type { Session } from '../../session.ts';

export const GRADE_FORMATS = ['text', 'gradescope', 'classroom50'] as const;
export type GradeFormat = (typeof GRADE_FORMATS)[number];

export interface GradeOptions {
  readonly exec?: string | undefined;
  readonly submission?: string | undefined;
  readonly student?: string | undefined;
  readonly courseKey?: string | undefined;
  readonly roster?: string | undefined;
  readonly test?: readonly number[] | undefined;
  readonly revealHidden?: true | undefined;
  readonly format?: GradeFormat | undefined;
  readonly seeds?: string | undefined;
  readonly submissionMetadata?: string | undefined;
  readonly output?: string | undefined;
  readonly force?: true | undefined;
}

/** The command that starts a submission: `--exec`, or what the assignment says. */
export function commandOf(session: Session, { exec }: GradeOptions, run: string | undefined): string {
  const command = exec ?? run;
  if (command !== undefined && command.trim() !== '') return command;
  throw new CryptoError('bad-argument', session.say('grade.error.noCommand'));
}

/** `bad-argument` where one of these was given. */
export function expectAbsent(
  session: Session,
  given: Readonly<Record<string, unknown>>,
  key: 'grade.error.notWithRoster' | 'grade.error.notWithSeeds',
): void {
  const name = Object.keys(given).find((option) => given[option] !== undefined);
  if (name !== undefined) throw new CryptoError('bad-argument', session.say(key, { name }));
}
