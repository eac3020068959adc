/** The story in scenes: what Alice, Bob and the hacker each do, run for real. */
export {
  type ArrowRow,
  type Attack,
  type DerivationRow,
  type Figure,
  type HopRow,
  type MapRow,
  MOMENTS,
  type PictureFile,
  QUESTIONS,
  type Scene,
  type Sees,
  type StoryDocument,
  tallyOf,
  type World,
} from './scene.ts';

import type { Scene, World } from './scene.ts';
import { threeQuestions } from './scene-0-three-questions.ts';
import { postcard } from './scene-1-postcard.ts';
import { smallKeys } from './scene-2-small-keys.ts';
import { pad } from './scene-3-pad.ts';
import { ecb } from './scene-4-ecb.ts';
import { chaining } from './scene-5-chaining.ts';
import { checks } from './scene-6-checks.ts';
import { publicKey } from './scene-7-public-key.ts';
import { envelope } from './scene-8-envelope.ts';
import { swappedKey } from './scene-9-swapped-key.ts';
import { judge } from './scene-10-judge.ts';
import { certificates } from './scene-11-certificates.ts';
import { message } from './scene-12-message.ts';
import { numbers } from './scene-13-numbers.ts';
import { handshake } from './scene-14-handshake.ts';
import { relationship } from './scene-15-relationship.ts';
import { recorded } from './scene-16-recorded.ts';
import { weakestStep } from './scene-17-weakest-step.ts';
import { goodbye } from './scene-18-goodbye.ts';

/** All scenes in order; each is run when it is called. */
export const SCENES: readonly { readonly number: number; readonly run: (world: World) => Scene }[] = [
  { number: 0, run: threeQuestions },
  { number: 1, run: postcard },
  { number: 2, run: smallKeys },
  { number: 3, run: pad },
  { number: 4, run: ecb },
  { number: 5, run: chaining },
  { number: 6, run: checks },
  { number: 7, run: publicKey },
  { number: 8, run: envelope },
  { number: 9, run: swappedKey },
  { number: 10, run: judge },
  { number: 11, run: certificates },
  { number: 12, run: message },
  { number: 13, run: numbers },
  { number: 14, run: handshake },
  { number: 15, run: relationship },
  { number: 16, run: recorded },
  { number: 17, run: weakestStep },
  { number: 18, run: goodbye },
];
