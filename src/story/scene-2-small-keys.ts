/** Scene 2: a small or patterned key space is no secret. A shift cipher and a repeating XOR key are broken. */

import { equalConstantTime, utf8 } from '../bytes/index.ts';
import {
  breakCaesar,
  breakRepeatingXor,
  caesarEncrypt,
  countLetters,
  xorRepeating,
} from '../classical/index.ts';
import { type Scene, step, traceOf, type World } from './scene.ts';

const LETTER = utf8(
  'Dear Bob, the old mill by the river is empty since the spring. Come there on Thursday evening, when the ' +
    'bell of the church has struck seven, and bring the papers with you. Nobody will look for us in such a ' +
    'place. If you see a lamp in the upper window, wait under the bridge until it goes out, and then knock ' +
    'twice. I have told my sister that we are going to the theatre, so please do not write to the house ' +
    'before the end of the week. Yours, Alice',
);

export function smallKeys({ random }: World): Scene {
  const shift = 1 + (random.substream('scene2.shift').bytes(1)[0]! % 25);
  const shifted = caesarEncrypt(shift, LETTER);
  const caesar = breakCaesar(shifted).candidates[0]!;

  const key = random.substream('scene2.key').bytes(5);
  const ciphertext = xorRepeating(key, LETTER);
  const found = breakRepeatingXor(ciphertext).candidates[0]!;
  const text = xorRepeating(found.key, ciphertext);

  const steps = [
    step('alice.shift', 'story.step.small.shift', { shift, plaintext: LETTER, ciphertext: shifted }),
    step('hacker.try', 'story.step.small.try', { found: caesar.shift, plaintext: caesar.text }),
    step('alice.xor', 'story.step.small.xor', { key, ciphertext }),
    step('hacker.columns', 'story.step.small.columns', {
      length: found.key.length,
      key: found.key,
      plaintext: text,
    }),
  ];
  return {
    number: 2,
    title: 'story.title.small',
    trace: traceOf(2, steps, text),
    attacks: [
      {
        attempt: 'story.attack.breakShift',
        succeeded: caesar.shift === shift && equalConstantTime(caesar.text, LETTER),
        because: 'story.because.fewKeys',
      },
      {
        attempt: 'story.attack.breakRepeating',
        succeeded: equalConstantTime(text, LETTER),
        because: 'story.because.pattern',
      },
    ],
    figures: [{ kind: 'histogram', caption: 'story.figure.histogram', letters: countLetters(shifted) }],
    pictures: [],
    learned: 'story.learned.small',
    stillCan: 'story.still.small',
  };
}
