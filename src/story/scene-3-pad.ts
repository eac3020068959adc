/** Scene 3: a pad hides once, and never protects integrity. Used twice it is read; one bit turns 100 into 900. */
import { equalConstantTime, fromUtf8, utf8, xor } from '../bytes/index.ts';
import { breakRepeatingXor, xorPad } from '../classical/index.ts';
import { drawPadlock, drawSecondPicture, type Picture } from '../image/index.ts';
import { type PictureFile, type Scene, step, traceOf, type World } from './scene.ts';

const ORDER = utf8('Please pay Bob 100 euros at once.');
const OTHER = utf8('The meeting begins at ten, Alice.');
const NEWS = utf8('Sunny, with some wind in the west');

export function pad({ random }: World): Scene {
  const onePad = random.substream('scene3.pad').bytes(ORDER.length);
  const ciphertext = xorPad(onePad, ORDER);
  const guess = breakRepeatingXor(ciphertext);
  const read = guess.confident && equalConstantTime(xorPad(onePad, ciphertext), guess.candidates[0]!.text);
  // The pad that would make this ciphertext say something else: nothing tells it from the true one.
  const otherPad = xor(ciphertext, OTHER);

  const altered = ciphertext.slice();
  altered[fromUtf8(ORDER).indexOf('100')]! ^= 0x31 ^ 0x39; // '1' to '9'
  const received = xorPad(onePad, altered);

  const second = xorPad(onePad, NEWS);
  const recovered = xor(xor(ciphertext, second), NEWS);

  const steps = [
    step('alice.pad', 'story.step.pad.encrypt', { pad: onePad, ciphertext }),
    ...(random.secret ? [] : [step('alice.seeded', 'story.step.pad.seeded')]),
    step('hacker.guess', 'story.step.pad.guess', { pad: otherPad, plaintext: xorPad(otherPad, ciphertext) }),
    step('hacker.flip', 'story.step.pad.flip', { ciphertext: altered }),
    step('bob.decrypt', 'story.step.pad.decrypt', { plaintext: received }),
    step('alice.again', 'story.step.pad.again', { ciphertext: second }),
    step('hacker.xor', 'story.step.pad.xor', { sum: xor(ciphertext, second), plaintext: recovered }),
    step('hacker.pictures', 'story.step.pad.pictures'),
  ];
  return {
    number: 3,
    title: 'story.title.pad',
    trace: traceOf(3, steps, recovered),
    attacks: [
      { attempt: 'story.attack.readPad', succeeded: read, because: 'story.because.pad' },
      {
        attempt: 'story.attack.flipPad',
        succeeded: fromUtf8(received).includes('900'),
        because: 'story.because.unchecked',
      },
      {
        attempt: 'story.attack.readReusedPad',
        succeeded: equalConstantTime(recovered, ORDER),
        because: 'story.because.reuse',
      },
    ],
    figures: [],
    pictures: [twoPictures(random)],
    learned: 'story.learned.pad',
    stillCan: 'story.still.pad',
  };
}

/** Two pictures under one pad, each noise by itself, and their XOR. */
function twoPictures(random: World['random']): PictureFile {
  const first = drawPadlock();
  const second = drawSecondPicture(first.width, first.height);
  const picturePad = random.substream('scene3.picture').bytes(first.rgb.length);
  const hidden = [first, second].map((picture) => xorPad(picturePad, picture.rgb));
  const show = (rgb: Uint8Array): Picture => ({ ...first, rgb });
  return {
    name: 'scene-3-one-pad-twice.png',
    panels: [
      { picture: show(hidden[0]!), title: 'Picture 1 xor pad', caption: 'noise' },
      { picture: show(hidden[1]!), title: 'Picture 2 xor pad', caption: 'noise' },
      { picture: show(xor(hidden[0]!, hidden[1]!)), title: 'The two XORed', caption: 'the pad drops out' },
    ],
  };
}
