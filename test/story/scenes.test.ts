/** The story: every scene comes out as STORY tells it, whatever is drawn, and repeats under a seed. */
import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.ts';
import { sha256 } from '../../src/hash/index.ts';
import { seededRandom, systemRandom } from '../../src/random/index.ts';
import { SCENES, type Scene } from '../../src/story/index.ts';
import { type Lang, type MessageKey, messageOf } from '../../src/trace/index.ts';

/** What the hacker is to achieve, by scene and attempt. */
const EXPECTED: Record<number, Record<string, boolean>> = {
  1: { readRequest: true, useCookie: true, insertAdvertisement: true },
  2: { breakShift: true, breakRepeating: true },
  3: { readPad: false, flipPad: true, readReusedPad: true },
  4: { outline: true },
  5: { readCbc: false, fixedIv: true, freshIv: false, flipCbc: true, flipGcm: false, reusedNonce: true },
  6: { forgeChecksum: true, forgeHash: true, forgeEncryptedHash: true, forgeMac: false },
  7: { factorSmall: true, factorLong: false, guessPlain: true, guessPadded: false },
  8: { openEnvelope: false, guessKey: false, alterEnvelope: false, ownEnvelope: true },
  9: { swapRead: true, swapAlter: true, swapForward: false, swapCompared: false },
  10: { forgeSignature: false, forgeTextbook: true, denySignature: false, denyTag: true },
};

const outcomes = (scene: Scene) =>
  Object.fromEntries(scene.attacks.map((attack) => [attack.attempt.split('.').at(-1), attack.succeeded]));

/** Every sentence a scene may print, with the values it would be filled with. */
function sentences(scene: Scene, lang: Lang): string[] {
  const keys: MessageKey[] = [
    scene.title,
    scene.learned,
    scene.stillCan,
    ...scene.figures.map((figure) => figure.caption),
    ...scene.attacks.flatMap((attack) => [attack.attempt, attack.because]),
  ];
  return [
    ...keys.map((key) => messageOf(lang, key, {})),
    ...scene.trace.steps.map((step) => messageOf(lang, step.say, step.values)),
  ];
}

/** All of a scene but its pixels, and a hash of those: comparing megabytes one by one takes seconds. */
function digestOf({ pictures, ...told }: Scene) {
  const hashes = pictures.flatMap(({ panels }) => panels.map(({ picture }) => toHex(sha256(picture.rgb))));
  return { told, hashes };
}

/** One telling each: the RSA keys of the people are made once for all its scenes. */
const [first, second, other] = [seededRandom('test'), seededRandom('test'), seededRandom('other')];

describe.each(SCENES)('scene $number', ({ number, run }) => {
  const scene = run({ random: first });

  it('ends as the story says', () => expect(outcomes(scene)).toEqual(EXPECTED[number]));

  it('ends so with other keys, too', () => {
    for (let i = 0; i < (number < 4 ? 8 : 1); i++) {
      expect(outcomes(run({ random: systemRandom }))).toEqual(EXPECTED[number]);
    }
  });

  it('repeats under a seed, and differs under another', () => {
    expect(digestOf(run({ random: second }))).toEqual(digestOf(scene));
    expect(run({ random: other }).trace).not.toEqual(scene.trace);
  });

  it.each<Lang>(['en', 'zh'])('leaves no slot open in %s', (lang) => {
    expect(sentences(scene, lang).filter((text) => /[{}]/.test(text))).toEqual([]);
  });

  it('traces bytes in lower hex and integers in decimal, nothing else', () => {
    for (const { say, values } of scene.trace.steps) {
      for (const [name, value] of Object.entries(values)) {
        expect(value, `${say} ${name}`).toMatch(/^(([0-9a-f]{2})+|\d+)$/);
      }
    }
  });
});

describe('scene 3', () => {
  const pad = SCENES.find((scene) => scene.number === 3)!;
  const told = (scene: Scene) => scene.trace.steps.some((step) => step.id === 'alice.seeded');

  it('admits that a pad from a seed is none', () => {
    expect(told(pad.run({ random: seededRandom('w') }))).toBe(true);
    expect(told(pad.run({ random: systemRandom }))).toBe(false);
  });
});
