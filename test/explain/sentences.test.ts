/** What the sentences say is true: every sum and xor in them is worked out again, from the digits that are printed. */
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { concat, fromHex, toHex, utf8, xor } from '../../src/bytes/index.ts';
import * as explain from '../../src/explain/index.ts';
import { sha256 } from '../../src/hash/index.ts';
import { messageOf, type Trace } from '../../src/trace/index.ts';

const key = Uint8Array.from({ length: 32 }, (_, i) => (7 * i + 3) & 255);
const block = key.subarray(9, 25);
const msg = utf8(
  'a message of more than one block, so that the chaining value is another one the second time',
);

/** A sum of words, perhaps with what it is said to be. */
const SUM = /((?:(?:[\da-f]{16}|[\da-f]{8}) \+ )+(?:[\da-f]{16}|[\da-f]{8}))(?= =|;|$)(?: = ([\da-f]+))?/g;

interface Told {
  readonly id: string;
  readonly sentence: string;
  readonly values: Readonly<Record<string, string>>;
}

function told({ steps }: Trace): Told[] {
  return steps.map(({ id, say, values }) => ({ id, sentence: messageOf('en', say, values), values }));
}

/** Words of 64 bits, and one block for this message. */
const isLong = ({ subject }: Trace) => /384|512/.test(subject);

const number = (hex: string | undefined) => BigInt(`0x${hex}`);
const sumOf = (words: readonly (string | undefined)[]) => {
  const bits = 4 * words[0]!.length;
  const sum = words.reduce((total, word) => total + number(word), 0n);
  return BigInt.asUintN(bits, sum)
    .toString(16)
    .padStart(bits / 4, '0');
};
const xorOf = (a = '', b = '') => toHex(xor(fromHex(a), fromHex(b)));

describe.each([
  explain.explainSha1(msg),
  explain.explainSha224(msg),
  explain.explainSha256(msg),
  explain.explainSha384(msg),
  explain.explainSha512(msg),
  explain.explainSha512_224(msg),
  explain.explainSha512_256(msg),
])('$subject', (trace) => {
  it('adds up what it names', () => {
    let sums = 0;
    for (const { id, sentence, values } of told(trace)) {
      for (const [, terms = '', result = values.value] of sentence.matchAll(SUM)) {
        expect(sumOf(terms.split(' + ')), `${id}: ${sentence}`).toBe(result);
        sums++;
      }
    }
    // SHA-1 has one sum a round, SHA-2 two, and one for each word of the schedule; the message has two blocks of 64 bytes.
    const expected = trace.subject === 'SHA-1' ? 2 * 80 : isLong(trace) ? 64 + 2 * 80 : 2 * (48 + 2 * 64);
    expect(sums).toBe(expected);
  });

  it('pads to whole blocks, and takes its words from where it says', () => {
    const values = Object.fromEntries(told(trace).map(({ id, values: own }) => [id, own]));
    const [blockBits, lengthBits] = isLong(trace) ? [1024, 128] : [512, 64];
    const filled = 8 * msg.length + 1 + Number(values['padding.zeros']!.k) + lengthBits;
    expect([filled % blockBits, filled / blockBits]).toEqual([0, isLong(trace) ? 1 : 2]);
    const schedule = Object.entries(values).filter(([id, own]) => id.startsWith('M(1).W[') && own.t16);
    const word = (t: string | undefined) => values[`M(1).W[${t}]`]!.value;
    for (const [id, own] of schedule) {
      const { sum, t3, t7, t8, t14, t16, w7, w16 } = own;
      for (const [name, value] of Object.entries(own)) {
        const [, back] = /^t(\d+)$/.exec(name) ?? [];
        if (back !== undefined) expect(Number(own.t) - Number(value), id).toBe(Number(back));
      }
      const named = sum === undefined ? [w7, w16] : [sum];
      const expected =
        sum === undefined
          ? [word(t7), word(t16)]
          : [[t3, t8, t14, t16].map(word).reduce((total, next) => xorOf(total, next))];
      expect(named, id).toEqual(expected);
    }
    expect(schedule.length).toBe({ 'SHA-1': 64 }[trace.subject] ?? (isLong(trace) ? 64 : 48));
  });

  it('goes on from where it was', () => {
    const rounds = told(trace).filter(({ id }) => id.includes('.t['));
    for (const [i, { values }] of rounds.entries()) {
      if (values.t !== '0') expect(values.before).toBe(rounds[i - 1]!.values.value);
    }
    for (const { id, values } of told(trace).filter(({ values }) => values.working)) {
      const words = (name: string) => values[name]!.match(isLong(trace) ? /.{16}/g : /.{8}/g)!;
      const sums = words('working').map((word, j) => sumOf([word, words('before')[j]]));
      expect(sums.join(''), id).toBe(values.value);
    }
  });
});

describe('SHA-256', () => {
  it('names the functions of FIPS 180-4, 4.1.2 by their own values', () => {
    const rotate = (x: number, n: number) => (x >>> n) | (x << (32 - n));
    const hex = (x: number) => (x >>> 0).toString(16).padStart(8, '0');
    const words = (value = '') => value.match(/.{8}/g)!.map((word) => Number.parseInt(word, 16));
    for (const { id, values } of told(explain.explainSha256(msg))) {
      if (!id.includes('.t[')) continue;
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = words(values.before);
      expect(values).toMatchObject({
        Sigma0: hex(rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)),
        Sigma1: hex(rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)),
        Ch: hex((e & f) | (~e & g)),
        Maj: hex((a & b) | (a & c) | (b & c)),
        h: hex(h),
        a: sumOf([values.T1, values.T2]),
        e: sumOf([hex(d), values.T1]),
      });
      expect(values.value).toBe([values.a, ...[a, b, c].map(hex), values.e, ...[e, f, g].map(hex)].join(''));
    }
  });
});

describe('MD5', () => {
  it('adds and rotates as it says', () => {
    let count = 0;
    for (const { id, sentence, values } of told(explain.explainMd5(msg))) {
      const match = / = (\w+) \+ \(\((\w+) \+ (\w+) \+ (\w+) \+ (\w+)\) <<< (\d+)\) = (\w+)$/.exec(sentence);
      if (!match) continue;
      const [, b, a, f, X, T, s, result] = match;
      const sum = Number.parseInt(sumOf([a, f, X, T]), 16);
      const rotated = (((sum << Number(s)) | (sum >>> (32 - Number(s)))) >>> 0).toString(16).padStart(8, '0');
      expect(sumOf([b, rotated]), id).toBe(result);
      expect(values.value).toContain(result);
      count++;
    }
    expect(count).toBe(128);
  });

  it('changes one of A, B, C and D at a time, in turn A, D, C, B', () => {
    const operations = told(explain.explainMd5(msg)).filter(({ id }) => id.startsWith('X(2).i['));
    for (const [i, { values }] of operations.entries()) {
      const words = (name: string) => values[name]!.match(/.{8}/g)!;
      const letter = (4 - (i % 4)) % 4;
      expect(words('value')).toEqual(words('before').with(letter, values.changed!));
      if (i > 0) expect(values.before).toBe(operations[i - 1]!.values.value);
    }
  });
});

describe('AES', () => {
  it.each([16, 24, 32])('derives its words as it says, from a key of %i bytes', (length) => {
    const steps = told(explain.explainAes(key.subarray(0, length), block));
    const words = steps.filter(({ id }) => id.startsWith('w['));
    for (const { id, values } of words.slice(length / 4)) {
      const { temp = '', rotWord, subWord, rcon, afterRcon, earlier } = values;
      expect(temp, id).toBe(words[Number(values.previous)]!.values.value);
      expect(earlier, id).toBe(words[Number(values.back)]!.values.value);
      if (rotWord)
        expect([rotWord, afterRcon]).toEqual([temp.slice(2) + temp.slice(0, 2), xorOf(subWord, rcon)]);
      expect(values.value, id).toBe(xorOf(earlier, afterRcon ?? subWord ?? temp));
    }
  });

  it('mixes the first column as it says', () => {
    const steps = told(explain.explainAes(key, block));
    const columns = steps.filter(({ id }) => id.endsWith('.m_col'));
    expect(columns).toHaveLength(13);
    for (const { id, values } of columns) {
      const before = steps.find((step) => step.id === id.replace('m_col', 's_row'))!.values.value!;
      const { s0 = '', s1 = '', s2 = '', s3 = '', double, triple, first } = values;
      expect(s0 + s1 + s2 + s3).toBe(before.slice(0, 8));
      expect(xorOf(triple, s1)).toBe(
        (((number(s1) << 1n) ^ (number(s1) > 127n ? 0x11bn : 0n)) & 255n).toString(16).padStart(2, '0'),
      );
      expect([double, triple, s2, s3].reduce((sum, byte) => xorOf(sum, byte), '00')).toBe(first);
      expect(values.value!.slice(0, 2)).toBe(first);
    }
    for (const { id, values } of steps.filter(({ id }) => id.endsWith('.s_box'))) {
      const before = steps.find((step) => step.id === id.replace('s_box', 'start'))!.values.value!;
      expect([values.from, values.to]).toEqual([before.slice(0, 2), values.value!.slice(0, 2)]);
    }
  });
});

describe.each([
  explain.explainDes(key.subarray(0, 8), block.subarray(8)),
  explain.explainDesDecrypt(key.subarray(0, 8), block.subarray(8)),
])('DES', (trace) => {
  it('mixes its halves and keys as it says', () => {
    const steps = Object.fromEntries(told(trace).map(({ id, values }) => [id, values]));
    for (let n = 1; n <= 16; n++) {
      const f = steps[`round[${n}].f`]!;
      const R = steps[`R[${n}]`]!;
      expect([R.left, R.f]).toEqual([steps[`L[${n - 1}]`]!.value, f.value]);
      expect(R.value).toBe(xorOf(R.left, R.f));
      expect(steps[`L[${n}]`]!.value).toBe(steps[`R[${n - 1}]`]!.value);
      expect(steps[`round[${n}].K`]!.value).toBe(steps[`K[${f.keyNumber}]`]!.value);
      expect(steps[`round[${n}].B`]!.value).toBe(
        xorOf(steps[`round[${n}].E`]!.value, steps[`K[${f.keyNumber}]`]!.value),
      );
      const boxes = [1, 2, 3, 4, 5, 6, 7, 8].map((box) => steps[`round[${n}].S${box}`]!);
      expect(boxes.map(({ value }) => value).join('')).toBe(steps[`round[${n}].S`]!.value);
      for (const { value, entry, input, row, column } of boxes) {
        expect(Number.parseInt(value!, 16)).toBe(Number(entry));
        // Row: the outer two bits. Column: the inner four.
        const [x, y, z] = [Number(input) >> 5, (Number(input) >> 1) & 15, Number(input) & 1];
        expect([row, column]).toEqual([String(2 * x + z), String(y)]);
      }
    }
  });
});

describe('HMAC and the PRF', () => {
  const valuesOf = (trace: Trace) =>
    Object.fromEntries(trace.steps.map(({ id, values }) => [id, values.value!]));

  it('mix key and message as they say', () => {
    const values = valuesOf(explain.explainHmac(sha256, key, msg));
    expect(xorOf(values.K0, values['K0^ipad'])).toBe('36'.repeat(64));
    expect(xorOf(values.K0, values['K0^opad'])).toBe('5c'.repeat(64));
    expect(values['inner.input']).toBe(values['K0^ipad'] + toHex(msg));
    expect(values['outer.input']).toBe(`${values['K0^opad']}${values['inner.hash']}`);
  });

  it.each([
    [64, '1', 'the key itself, as long as a block: 64 bytes'],
    [65, '2', 'a key of 65 bytes is longer than a block (64), so its hash, then zeros'],
    [63, '3', 'the key (63 bytes), then zeros up to a block (64)'],
  ])('a key of %i bytes takes step %s', (length, number, sentence) => {
    const trace = explain.explainHmac(sha256, new Uint8Array(length), msg);
    expect(trace.steps[0]!.clause).toBe(`FIPS 198-1, 4, step ${number}`);
    expect(told(trace)[0]!.sentence).toBe(sentence);
  });

  it('derive each piece as they say', () => {
    const values = valuesOf(explain.explainTls12Prf(sha256, key, 'label', block, 90));
    const mac = (...parts: (string | undefined)[]) =>
      createHmac('sha256', key)
        .update(fromHex(parts.join('')))
        .digest('hex');
    expect(values.seed).toBe(toHex(concat(utf8('label'), block)));
    for (const i of [1, 2, 3]) {
      expect(values[`A(${i})`]).toBe(mac(values[`A(${i - 1})`]));
      expect(values[`P(${i})`]).toBe(mac(values[`A(${i})`], values.seed));
    }
    expect(values.P_hash).toBe(`${values['P(1)']}${values['P(2)']}${values['P(3)']}`);
    expect(values.PRF).toBe(values.P_hash!.slice(0, 180));
  });
});
