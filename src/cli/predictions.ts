/** `crypto demo --ask`: what the reader expects of each attack, before the hacker acts. */
import type { Attack, Scene } from '../story/index.ts';
import { colorsOf } from './render.ts';
import type { Session } from './session.ts';

/** Gives the next line that is typed, or nothing once the input has ended. */
export type Answer = (question: string) => Promise<string | undefined>;

export interface Prediction {
  readonly attack: Attack;
  readonly isRight: boolean;
}

const YES = /^(y(es)?|ja?|是|会|能)$/i;
const NO = /^(no?|nein|否|不|不是|不会|不能)$/i;
/** So often is one question put. */
const TRIES = 3;

/** Asks for each attack whether it will succeed; what is neither yes nor no is asked again, and then counts for nothing. */
export async function askPredictions(
  session: Session,
  { attacks }: Pick<Scene, 'attacks'>,
  answer: Answer,
): Promise<Prediction[]> {
  const predictions: Prediction[] = [];
  for (const attack of attacks) {
    let question = session.say('story.ask', { attempt: session.say(attack.attempt) });
    for (let tries = 0; tries < TRIES; tries++) {
      const said = await answer(question);
      if (said === undefined) return predictions;
      const expected = YES.test(said) ? true : NO.test(said) ? false : undefined;
      if (expected !== undefined) {
        predictions.push({ attack, isRight: expected === attack.succeeded });
        break;
      }
      question = session.say('story.ask.again');
    }
  }
  return predictions;
}

/** How many were foreseen, and which. */
export function predictionsText(session: Session, predictions: readonly Prediction[]): string {
  const { green, red } = colorsOf(session);
  const right = predictions.filter(({ isRight }) => isRight).length;
  return [
    session.say('story.asked', { right, asked: predictions.length }),
    ...predictions.map(
      ({ attack, isRight }) => `  ${isRight ? green('✓') : red('✗')} ${session.say(attack.attempt)}`,
    ),
  ].join('\n');
}
