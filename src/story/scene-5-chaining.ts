/** Scene 5: chaining hides, needs a fresh IV, and is not integrity. CBC on the picture, on letters, and altered. */
import { pad as addPadding, aes } from '../block/index.ts';
import { fromUtf8, utf8 } from '../bytes/index.ts';
import { compare, drawPadlock, labelPanel, type Panel } from '../image/index.ts';
import { cbcEncrypt, flipCiphertext, MODES } from '../modes/index.ts';
import { type Scene, step, traceOf, type World } from './scene.ts';

const MONDAY = utf8('Attack at dawn. Bring the horses and bread.');
const TUESDAY = utf8('Attack at dawn. Leave the horses behind us.');
const ORDER = utf8('From: Alice Lee;To:   Bob Wang; Amount:     100;Currency:  euro;Thanks,  Alice. ');
/** Bit 4 of the byte one block above the 1 of "100": turned, it makes a 9 of it. */
const BIT = 8 * (fromUtf8(ORDER).indexOf('100') - 16) + 4;

export function chaining({ random }: World): Scene {
  const cipher = aes(random.substream('scene5.key').bytes(16));
  const ivs = random.substream('scene5.iv');
  const [iv, freshIv] = [ivs.bytes(16), ivs.bytes(16)];

  const modes = ['ecb', 'cbc', 'ctr', 'ctr-reused'] as const;
  const { original, panels } = compare(drawPadlock(), { cipher, modes, iv });
  const figuresOf = (mode: Panel['mode']) => panels.find((panel) => panel.mode === mode)!.figures;
  const cbc = figuresOf('cbc');
  const reused = figuresOf('ctr-reused');
  const xored = figuresOf('ctr-reused-xor');

  const encrypt = (with_: Uint8Array, text: Uint8Array) =>
    cbcEncrypt(cipher, with_, addPadding('pkcs7', text, 16));
  const monday = encrypt(iv, MONDAY);
  const equalFixed = equalBlocksInFront(monday, encrypt(iv, TUESDAY));
  const equalFresh = equalBlocksInFront(monday, encrypt(freshIv, TUESDAY));

  const flip = flipCiphertext(cipher, { mode: 'cbc', iv }, ORDER, [BIT]);
  const strips = MODES.map((mode) => {
    const nonce = mode === 'gcm' ? iv.subarray(0, 12) : iv;
    return {
      mode,
      result: flipCiphertext(cipher, { mode, ...(mode !== 'ecb' && { iv: nonce }) }, ORDER, [BIT]),
    };
  });
  const received = flip.after ?? new Uint8Array(0);

  const steps = [
    step('alice.picture', 'story.step.chain.picture', {
      blocks: cbc.blocks,
      distinct: cbc.distinctBlocks,
      iv,
    }),
    step('alice.fixed', 'story.step.chain.fixed', { ciphertext: monday, second: encrypt(iv, TUESDAY) }),
    step('hacker.compare', 'story.step.chain.compare', { equal: equalFixed }),
    step('alice.fresh', 'story.step.chain.fresh', { equal: equalFresh, iv: freshIv }),
    step('hacker.flip', 'story.step.chain.flip', { bit: BIT, ciphertext: flip.altered }),
    step('bob.decrypt', 'story.step.chain.decrypt', { plaintext: received }),
    step('alice.reuse', 'story.step.chain.reuse', { blocks: reused.blocks, distinct: reused.distinctBlocks }),
    step('hacker.xor', 'story.step.chain.xor', { blocks: xored.blocks, distinct: xored.distinctBlocks }),
  ];
  return {
    number: 5,
    title: 'story.title.chain',
    trace: traceOf(5, steps, received),
    attacks: [
      {
        attempt: 'story.attack.readCbc',
        succeeded: cbc.distinctBlocks < cbc.blocks,
        because: 'story.because.chained',
      },
      { attempt: 'story.attack.fixedIv', succeeded: equalFixed > 0, because: 'story.because.fixedIv' },
      { attempt: 'story.attack.freshIv', succeeded: equalFresh > 0, because: 'story.because.freshIv' },
      {
        attempt: 'story.attack.flipCbc',
        succeeded: flip.noticed === 'no' && fromUtf8(received).includes('900'),
        because: 'story.because.unchecked',
      },
      {
        attempt: 'story.attack.flipGcm',
        succeeded: strips.find(({ mode }) => mode === 'gcm')!.result.noticed === 'no',
        because: 'story.because.tag',
      },
      // Two pictures of few values XORed have few values again; noise would have a new one in every block.
      {
        attempt: 'story.attack.reusedNonce',
        succeeded: reused.distinctBlocks === reused.blocks && xored.repeatedShare > 0.5,
        because: 'story.because.nonce',
      },
    ],
    figures: [{ kind: 'strips', caption: 'story.figure.strips', rows: strips }],
    pictures: [
      {
        name: 'scene-5-modes.png',
        panels: [original, ...panels].map((panel) => labelPanel('AES-128', panel)),
      },
    ],
    learned: 'story.learned.chain',
    stillCan: 'story.still.chain',
  };
}

function equalBlocksInFront(a: Uint8Array, b: Uint8Array): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return Math.floor(at / 16);
}
