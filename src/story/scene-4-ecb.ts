/** Scene 4: equal blocks stay equal. A picture under AES-ECB keeps its outline. */
import { aes } from '../block/index.ts';
import { compare, drawPadlock, labelPanel, paintBlocks } from '../image/index.ts';
import { type Scene, step, traceOf, type World } from './scene.ts';

export function ecb({ random }: World): Scene {
  const key = random.substream('scene4.key').bytes(16);
  const { original, panels } = compare(drawPadlock(), { cipher: aes(key), modes: ['ecb'] });
  const { picture, figures } = panels[0]!;
  const { blocks, distinctBlocks, repeatedShare } = figures;
  const repeated = Math.round(repeatedShare * blocks);
  const firstBlocks = picture.rgb.slice(0, 48);
  const steps = [
    step('alice.encrypt', 'story.step.ecb.encrypt', {
      blocks,
      key,
      plaintext: original.picture.rgb.slice(0, 48),
    }),
    step('hacker.count', 'story.step.ecb.count', {
      blocks,
      distinct: distinctBlocks,
      repeated,
      ciphertext: firstBlocks,
    }),
    step('hacker.see', 'story.step.ecb.see'),
  ];
  // Equal in the picture is equal in the ciphertext, and nothing else is: the outline is all there.
  const outline = distinctBlocks === original.figures.distinctBlocks && repeatedShare > 0.5;
  return {
    number: 4,
    title: 'story.title.ecb',
    trace: traceOf(4, steps, firstBlocks),
    attacks: [{ attempt: 'story.attack.outline', succeeded: outline, because: 'story.because.equal' }],
    figures: [],
    pictures: [
      {
        name: 'scene-4-ecb.png',
        panels: [
          ...[original, ...panels].map((panel) => labelPanel('AES-128', panel)),
          {
            picture: paintBlocks(picture, 16),
            title: 'WHAT THE HACKER SEES',
            caption: 'one colour per block value',
          },
        ],
      },
    ],
    learned: 'story.learned.ecb',
    stillCan: 'story.still.ecb',
  };
}
