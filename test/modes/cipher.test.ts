import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aes, type BlockCipher, PADDINGS, pad, tripleDes } from '../../src/block/index.ts';
import { concat } from '../../src/bytes/index.ts';
import * as modes from '../../src/modes/index.ts';
import {
  createDecryptor,
  createEncryptor,
  type Incremental,
  ivLength,
  MODES,
  type ModeName,
  type ModeOptions,
  takesPadding,
} from '../../src/modes/index.ts';
import { withCode } from '../with-code.ts';
import { boundaryLengths, modeCases, pattern, platform, upTo } from './cases.ts';

const cipher = aes(pattern(16));
const iv = pattern(16, 50);
const ivFor = (mode: ModeName) => (mode === 'ecb' ? undefined : iv);

/** Where to cut a message, among them places twice: empty pieces. */
const cuts = fc.array(fc.nat({ max: 120 }), { maxLength: 8 });

function feed(incremental: Incremental, input: Uint8Array, at: readonly number[] = []): Uint8Array {
  const places = [0, ...at.filter((place) => place < input.length).toSorted((a, b) => a - b), input.length];
  const pieces = places.slice(1).map((place, i) => {
    const piece = input.slice(places[i], place);
    const output = incremental.update(piece);
    piece.fill(0xee);
    return output;
  });
  return concat(...pieces, incremental.final());
}

/** The one-shot forms, which the incremental ones must equal. */
const oneShot: Record<ModeName, (cipher: BlockCipher, iv: Uint8Array, msg: Uint8Array) => Uint8Array> = {
  ecb: (cipher, _, msg) => modes.ecbEncrypt(cipher, pad('pkcs7', msg, cipher.blockSize)),
  cbc: (cipher, iv, msg) => modes.cbcEncrypt(cipher, iv, pad('pkcs7', msg, cipher.blockSize)),
  cfb: modes.cfbEncrypt,
  ofb: modes.ofbXor,
  ctr: modes.ctrXor,
  gcm: modes.gcmSeal,
};

describe('createEncryptor and createDecryptor', () => {
  it.each(MODES)('%s: in any pieces, the same as at once', (mode) => {
    fc.assert(
      fc.property(upTo(120), cuts, cuts, (msg, at, back) => {
        const options = { mode, iv: ivFor(mode) };
        const ct = feed(createEncryptor(cipher, options), msg, at);
        expect(ct).toEqual(oneShot[mode](cipher, iv, msg));
        expect(feed(createDecryptor(cipher, options), ct, back)).toEqual(msg);
      }),
    );
  });

  it.each(MODES.filter((mode) => mode !== 'gcm'))('%s: byte by byte over blocks of 8 bytes', (mode) => {
    const options = { mode, ...(mode !== 'ecb' && { iv: iv.subarray(0, 8) }) };
    const every = Array.from({ length: 40 }, (_, i) => i);
    for (let length = 0; length <= 25; length++) {
      const ct = feed(createEncryptor(tripleDes(pattern(24)), options), pattern(length), every);
      expect(ct).toEqual(oneShot[mode](tripleDes(pattern(24)), iv.subarray(0, 8), pattern(length)));
      expect(feed(createDecryptor(tripleDes(pattern(24)), options), ct, every)).toEqual(pattern(length));
    }
  });

  it.each(boundaryLengths)('pads %i bytes as the platform does', (length) => {
    for (const mode of ['ecb', 'cbc'] as const) {
      const ct = platform(`aes-128-${mode}`, pattern(16), ivFor(mode) ?? null, pattern(length), true);
      expect(feed(createEncryptor(cipher, { mode, iv: ivFor(mode) }), pattern(length), [5])).toEqual(ct);
      expect(feed(createDecryptor(cipher, { mode, iv: ivFor(mode) }), ct, [5])).toEqual(pattern(length));
    }
  });

  it.each(PADDINGS)('%s comes off in any pieces', (padding) => {
    fc.assert(
      fc.property(upTo(50), cuts, cuts, (drawn, at, back) => {
        const msg = padding === 'none' ? drawn.subarray(0, drawn.length & ~15) : drawn;
        fc.pre(padding !== 'zero' || msg.at(-1) !== 0);
        const options: ModeOptions = { mode: 'cbc', iv, padding };
        const ct = feed(createEncryptor(cipher, options), msg, at);
        expect(ct).toEqual(modes.cbcEncrypt(cipher, iv, pad(padding, msg, 16)));
        expect(feed(createDecryptor(cipher, options), ct, back)).toEqual(msg);
      }),
    );
  });

  it.each(modeCases('aes-cbc-pkcs7', 'valid'))('$id $comment', ({ key, iv, msg, ct }) => {
    expect(feed(createEncryptor(aes(key), { mode: 'cbc', iv }), msg)).toEqual(ct);
    expect(feed(createDecryptor(aes(key), { mode: 'cbc', iv }), ct)).toEqual(msg);
  });

  it.each(modeCases('aes-cbc-pkcs7', 'invalid'))('$id refuses $comment', ({ key, iv, ct, error }) => {
    expect(() => feed(createDecryptor(aes(key), { mode: 'cbc', iv }), ct, [7])).toThrow(withCode(error!));
  });

  it('gives out whole blocks as soon as it has them, and holds back no more than it must', () => {
    const lengths = (incremental: Incremental) =>
      [1, 15, 15, 33].map((length) => incremental.update(pattern(length)).length);
    expect(lengths(createEncryptor(cipher, { mode: 'cbc', iv }))).toEqual([0, 16, 0, 48]);
    expect(lengths(createDecryptor(cipher, { mode: 'cbc', iv }))).toEqual([0, 0, 16, 32]);
    expect(lengths(createDecryptor(cipher, { mode: 'cbc', iv, padding: 'none' }))).toEqual([0, 16, 0, 48]);
    expect(lengths(createDecryptor(cipher, { mode: 'gcm', iv }))).toEqual([0, 0, 0, 48]);
  });

  it('copies the iv', () => {
    const given = iv.slice();
    for (const mode of MODES.filter((name) => name !== 'ecb')) {
      const encryptor = createEncryptor(cipher, { mode, iv: given });
      given.fill(0);
      expect(feed(encryptor, pattern(20))).toEqual(oneShot[mode](cipher, iv, pattern(20)));
      given.set(iv);
    }
  });
});

describe('gcm by pieces', () => {
  it('finds the tag wherever it is cut, and counts the additional data in', () => {
    const options: ModeOptions = { mode: 'gcm', iv, aad: pattern(7), tagLength: 13 };
    const sealed = modes.gcmSeal(cipher, iv, pattern(30), pattern(7), 13);
    for (let first = 0; first <= sealed.length; first++) {
      for (let second = first; second <= sealed.length; second++) {
        expect(feed(createDecryptor(cipher, options), sealed, [first, second])).toEqual(pattern(30));
      }
    }
  });

  it('says that text is unverified until final, and refuses a changed bit there', () => {
    const sealed = modes.gcmSeal(cipher, iv, pattern(30));
    for (let byte = 0; byte < sealed.length; byte++) {
      const changed = sealed.slice();
      changed[byte]! ^= 0x10;
      const decryptor = createDecryptor(cipher, { mode: 'gcm', iv });
      expect(decryptor.unverified).toBe(true);
      decryptor.update(changed);
      expect(() => decryptor.final()).toThrow(withCode('bad-tag'));
    }
    expect(createEncryptor(cipher, { mode: 'gcm', iv }).unverified).toBeUndefined();
    expect(createDecryptor(cipher, { mode: 'cbc', iv }).unverified).toBeUndefined();
  });

  it('refuses less than a tag', () => {
    for (let length = 0; length < 16; length++) {
      const decryptor = createDecryptor(cipher, { mode: 'gcm', iv });
      decryptor.update(pattern(length));
      expect(() => decryptor.final()).toThrow(withCode('bad-length', new RegExp(`got ${length} bytes`)));
    }
  });
});

describe('what is refused', () => {
  const refusals: [string, ModeOptions, ReturnType<typeof withCode>][] = [
    [
      'an unknown mode',
      { mode: 'xts' as ModeName },
      withCode('bad-argument', /^mode: expected ecb,.*got "xts"/),
    ],
    ['an inherited name', { mode: 'toString' as ModeName }, withCode('bad-argument', /^mode: /)],
    ['an iv for ecb', { mode: 'ecb', iv }, withCode('bad-argument', /^iv: ecb takes none.*got 16 bytes/)],
    ['no iv for cbc', { mode: 'cbc' }, withCode('bad-argument', /^iv: cbc expects 16 bytes, got none/)],
    ['no iv for gcm', { mode: 'gcm' }, withCode('bad-argument', /^iv: gcm expects at least 1 byte/)],
    ['an empty iv for gcm', { mode: 'gcm', iv: pattern(0) }, withCode('bad-length', /1 byte/)],
    [
      'a short iv',
      { mode: 'ctr', iv: pattern(8) },
      withCode('bad-length', /^iv: ctr expects 16 bytes, got 8/),
    ],
    [
      'a long iv',
      { mode: 'cfb', iv: pattern(17) },
      withCode('bad-length', /^iv: cfb expects 16 bytes, got 17/),
    ],
    [
      'padding for ctr',
      { mode: 'ctr', iv, padding: 'pkcs7' },
      withCode('bad-argument', /^padding: ctr takes any/),
    ],
    ['padding for gcm', { mode: 'gcm', iv, padding: 'zero' }, withCode('bad-argument', /^padding: gcm/)],
    [
      'an unknown padding',
      { mode: 'cbc', iv, padding: 'x' as 'none' },
      withCode('bad-argument', /^padding: .*"x"/),
    ],
    ['aad for cbc', { mode: 'cbc', iv, aad: pattern(1) }, withCode('bad-argument', /^aad: only gcm/)],
    ['a tag for ofb', { mode: 'ofb', iv, tagLength: 16 }, withCode('bad-argument', /^tagLength: only gcm/)],
    [
      'a tag of 7 bytes',
      { mode: 'gcm', iv, tagLength: 7 },
      withCode('bad-argument', /^tagLength: expected 4/),
    ],
  ];

  it.each(refusals)('%s', (_, options, expected) => {
    expect(() => createEncryptor(cipher, options)).toThrow(expected);
    expect(() => createDecryptor(cipher, options)).toThrow(expected);
  });

  it('gcm over blocks of 8 bytes', () => {
    const attempt = () => createEncryptor(tripleDes(pattern(24)), { mode: 'gcm', iv });
    expect(attempt).toThrow(withCode('bad-argument', /16 bytes, got 8/));
  });

  it('but padding none is no padding, which any mode takes', () => {
    for (const mode of MODES) createEncryptor(cipher, { mode, iv: ivFor(mode), padding: 'none' });
  });

  it('partial blocks, with the length of the whole message', () => {
    const expected = withCode('bad-length', /whole blocks of 16 bytes, got 21 bytes \(5 over\); pad it/);
    const encryptor = createEncryptor(cipher, { mode: 'ecb', padding: 'none' });
    expect(() => feed(encryptor, pattern(21))).toThrow(expected);
    for (const padding of PADDINGS) {
      const decryptor = createDecryptor(cipher, { mode: 'ecb', padding });
      expect(() => feed(decryptor, pattern(21))).toThrow(withCode('bad-length', /got 21 bytes .*cut/));
    }
  });

  it('an empty ciphertext, under a padding that always adds a byte', () => {
    for (const padding of PADDINGS) {
      const decryptor = createDecryptor(cipher, { mode: 'ecb', padding });
      if (padding === 'zero' || padding === 'none') expect(decryptor.final()).toHaveLength(0);
      else expect(() => decryptor.final()).toThrow(withCode('bad-length', /got 0 bytes/));
    }
  });

  it.each(MODES)('%s: anything after final', (mode) => {
    for (const incremental of [
      createEncryptor(cipher, { mode, iv: ivFor(mode) }),
      createDecryptor(cipher, { mode, iv: ivFor(mode) }),
    ]) {
      try {
        incremental.final();
      } catch {
        // An empty padded ciphertext is refused, and that counts as final.
      }
      expect(() => incremental.final()).toThrow(withCode('bad-argument', /^final: already called/));
      expect(() => incremental.update(pattern(1))).toThrow(withCode('bad-argument', /already called/));
    }
  });
});

describe('takesPadding', () => {
  it('is true of ecb and cbc', () => {
    expect(MODES.filter(takesPadding)).toEqual(['ecb', 'cbc']);
  });
});

describe('ivLength', () => {
  it('is nothing for ecb, 12 bytes for gcm, a block for the others', () => {
    expect(MODES.map((mode) => ivLength(mode, 16))).toEqual([0, 16, 16, 16, 16, 12]);
    expect(ivLength('cbc', 8)).toBe(8);
  });
});
