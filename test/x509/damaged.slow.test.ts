/** Chains damaged in a hundred thousand ways, and bytes that are DER by chance: nothing but a CryptoError, and nothing verifies. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeElement } from '../../src/asn1/index.ts';
import { concat, equalConstantTime } from '../../src/bytes/index.ts';
import { CryptoError } from '../../src/errors.ts';
import {
  type CertificateList,
  parseCertificate,
  parseCrl,
  parseRequest,
  verifyChain,
  verifySignature,
} from '../../src/x509/index.ts';
import { INTERMEDIATE, makeTestChain, NOW, ROOT } from './authority.ts';
import { listOf } from './chain/scenarios.ts';

const RUNS = 100_000;
const LIMIT_MS = 600_000;
const { root, intermediate, leaf, request } = makeTestChain();
const lists = [listOf(ROOT), listOf(INTERMEDIATE)];
const WHOLE = { leaf: leaf.der, intermediate: intermediate.der, list: lists[1]!.der };

/** Bytes changed, put in, taken out, cut off, or copied from elsewhere in the same file. */
const damage = fc.array(
  fc.record({
    kind: fc.constantFrom('change', 'insert', 'remove', 'cut', 'copy' as const),
    at: fc.nat(),
    from: fc.nat(),
    length: fc.integer({ min: 1, max: 8 }),
    byte: fc.integer({ min: 0, max: 255 }),
  }),
  { minLength: 1, maxLength: 3 },
);

type Damage = typeof damage extends fc.Arbitrary<infer D> ? D : never;

function damaged(bytes: Uint8Array, changes: Damage): Uint8Array {
  let now: Uint8Array = bytes.slice();
  for (const { kind, at, from, length, byte } of changes) {
    const i = at % Math.max(1, now.length);
    const tail = now.subarray(i);
    const piece = now.subarray(from % Math.max(1, now.length)).subarray(0, length);
    if (kind === 'cut') now = now.slice(0, i);
    else if (kind === 'insert') now = concat(now.subarray(0, i), Uint8Array.of(byte), tail);
    else if (kind === 'remove') now = concat(now.subarray(0, i), tail.subarray(length));
    else if (kind === 'copy') now = concat(now.subarray(0, i), piece, tail.subarray(piece.length));
    else now = concat(now.subarray(0, i), Uint8Array.of(byte), tail.subarray(1));
  }
  return now;
}

/** Undefined for a CryptoError; anything else that is thrown is a bug. */
function tried<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof CryptoError) return undefined;
    throw error;
  }
}

function isValid(part: keyof typeof WHOLE, bytes: Uint8Array): boolean {
  const read = <T>(which: keyof typeof WHOLE, parse: (der: Uint8Array) => T, whole: T) =>
    part === which ? tried(() => parse(bytes)) : whole;
  const end = read('leaf', parseCertificate, leaf);
  const between = read('intermediate', parseCertificate, intermediate);
  const list = read<CertificateList>('list', parseCrl, lists[1]!);
  if (!end || !between || !list) return false;
  const crls = [lists[0]!, list];
  return verifyChain(end, {
    anchors: [root],
    intermediates: [between],
    crls,
    revocation: 'all',
    at: NOW,
    host: 'bob.example',
  }).valid;
}

it('the chain is good as it is', () => {
  for (const part of Object.keys(WHOLE) as (keyof typeof WHOLE)[])
    expect(isValid(part, WHOLE[part])).toBe(true);
});

it(`no damage passes, in ${RUNS.toLocaleString('en')} ways`, () => {
  const parts = fc.constantFrom('leaf', 'intermediate', 'list' as const);
  fc.assert(
    fc.property(parts, damage, (part, changes) => {
      const bytes = damaged(WHOLE[part], changes);
      const isChanged = !equalConstantTime(bytes, WHOLE[part]);
      return isValid(part, bytes) !== isChanged;
    }),
    { numRuns: RUNS, interruptAfterTimeLimit: LIMIT_MS },
  );
});

it(`random elements are refused, in ${RUNS.toLocaleString('en')} ways`, () => {
  const tags = fc.constantFrom(
    0x01,
    0x02,
    0x03,
    0x04,
    0x05,
    0x06,
    0x0a,
    0x0c,
    0x13,
    0x17,
    0x18,
    0x30,
    0x31,
    0xa0,
    0xa3,
    0x82,
    0x87,
  );
  const { element } = fc.letrec<{ element: Uint8Array }>((tie) => ({
    element: fc.oneof(
      { maxDepth: 6 },
      fc.tuple(tags, fc.uint8Array({ maxLength: 12 })).map(([tag, bytes]) => encodeElement(tag, bytes)),
      fc
        .tuple(fc.constantFrom(0x30, 0x31, 0xa0, 0xa3), fc.array(tie('element'), { maxLength: 8 }))
        .map(([tag, inner]) => encodeElement(tag, ...inner)),
    ),
  }));
  fc.assert(
    fc.property(fc.oneof(element, fc.uint8Array({ maxLength: 200 })), (bytes) => {
      for (const parse of [parseCertificate, parseCrl, parseRequest])
        expect(tried(() => parse(bytes))).toBeUndefined();
    }),
    { numRuns: RUNS, interruptAfterTimeLimit: LIMIT_MS },
  );
});

it('a request changed anywhere is refused, or its signature does not hold', () => {
  fc.assert(
    fc.property(damage, (changes) => {
      const bytes = damaged(request.der, changes);
      const read = tried(() => parseRequest(bytes));
      if (!read || !verifySignature(read, read.publicKey).valid) return;
      // What is signed is as it was; its algorithm stands outside, and may say NULL or nothing.
      expect(equalConstantTime(read.tbs, request.tbs)).toBe(true);
    }),
    { numRuns: RUNS / 10 },
  );
});
