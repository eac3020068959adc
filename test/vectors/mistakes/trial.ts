/** Every mistake made by a wrong program in every way, on the requests of some operations, and what it is taken for. */
import { type Answer, isRight, type SingleCheck } from '../../../src/vectors/index.ts';
import { findMistake, MISTAKES } from '../../../src/vectors/mistakes/index.ts';
import { checksOf } from './inputs.ts';
import { answersOf } from './program.ts';

export interface Outcome {
  readonly check: SingleCheck;
  /** The mistake that the program was told to make; none: it answered rightly. */
  readonly made: string;
  readonly answer: Answer;
  readonly isRight: boolean;
  readonly named: string | undefined;
}

/** Mistakes that can be made in two ways or three, as the program numbers them. */
const WAYS: Readonly<Record<string, number>> = {
  'aes-rows-and-columns-swapped': 3,
  'aes-one-round-too-few': 2,
  'des-bits-from-wrong-end': 2,
  'des-s-box-row-and-column': 2,
  'des-no-pc-1': 2,
  'xor-key-not-repeated': 2,
  'ctr-only-last-word': 2,
  'padding-zero-count-accepted': 2,
  'padding-longer-than-block-accepted': 2,
  'padding-count-off-by-one': 2,
  'hash-no-80-after-message': 2,
  'hash-no-extra-block': 2,
  'hash-of-hex-text': 2,
  'hash-with-newline': 3,
  'hmac-long-key-not-hashed': 2,
  'hmac-key-as-hex-text': 2,
  'hmac-truncated-wrongly': 2,
  'pbkdf2-iterations-off-by-one': 2,
  'tls-key-block-for-master-secret': 2,
  'tls-master-secret-for-key-block': 2,
  'tls-master-secret-cut': 2,
  'tls-prf-without-seed-behind-a': 2,
  'rsa-little-endian': 3,
  'rsa-exclusive-or-for-power': 2,
  'rsa-one-multiplication-off': 2,
  'rsa-oaep-other-hash': 2,
  'rsa-pkcs1-padding-not-removed': 2,
  'rsa-sign-message-not-hashed': 2,
  'rsa-sign-no-padding': 2,
};

/** `count` made requests of each operation, and those by hand. */
export async function tryAll(counts: Readonly<Record<string, number>>): Promise<Outcome[]> {
  const told: { check: SingleCheck; request: SingleCheck['request']; mistake: string }[] = [];
  for (const [op, count] of Object.entries(counts)) {
    const names = [...new Set(MISTAKES.filter(({ ops }) => ops.test(op)).map(({ name }) => name))];
    for (const check of await checksOf(op, count)) {
      for (const mistake of ['', ...names.flatMap(waysOf)])
        told.push({ check, request: check.request, mistake });
    }
  }
  const answers = answersOf(told);
  return told.map(({ check, mistake }, i) => {
    const answer = answers[i]!;
    return {
      check,
      made: mistake.replace(/\/\d$/, ''),
      answer,
      isRight: isRight(check.request.op, answer, check.want),
      named: findMistake(check.request, answer, check.want)?.name,
    };
  });
}

function waysOf(name: string): string[] {
  return Array.from({ length: WAYS[name] ?? 1 }, (_, i) => (i === 0 ? name : `${name}/${i + 1}`));
}

/** Where two mistakes give the same output for some inputs, as on a single block, the one further up is named. */
export const SAME: Readonly<Record<string, readonly string[]>> = {
  'iv-ignored': ['cbc-as-ecb', 'ctr-one-too-late'],
  'cbc-chained-with-plaintext': ['cbc-iv-reused'],
  'padding-zeros-instead': ['padding-not-on-full-blocks'],
  'padding-count-too-small': ['padding-zeros-instead'],
  'padding-pkcs7-instead': ['padding-x923-instead'],
  'padding-count-off-by-one': ['padding-not-removed'],
  'padding-not-removed': ['padding-partial-block-accepted', 'padding-zero-count-accepted'],
  'padding-all-equal-bytes-removed': ['padding-partial-block-accepted', 'padding-count-off-by-one'],
  'rsa-pkcs1-padding-not-checked': ['rsa-pkcs1-short-padding-accepted'],
  'rsa-verify-rest-not-checked': ['rsa-verify-padding-not-checked'],
  'rsa-verify-only-digest-compared': ['rsa-verify-padding-not-checked', 'rsa-verify-hash-not-checked'],
  'rsa-verify-anything-accepted': [
    'rsa-verify-range-not-checked',
    'rsa-verify-padding-not-checked',
    'rsa-verify-rest-not-checked',
    'rsa-verify-hash-not-checked',
    'rsa-verify-only-digest-compared',
    'rsa-pss-salt-length-not-checked',
  ],
  'gcm-tag-not-checked': ['gcm-tag-compared-in-part'],
  'hmac-tag-not-checked': ['hmac-tag-compared-in-part', 'hmac-empty-tag-accepted'],
  'padding-zeros-removed': ['padding-not-removed'],
  'hmac-key-after-message': ['hmac-key-before-message'],
  'hmac-key-not-padded': ['hmac-block-of-64-bytes-always'],
  'padding-to-16-always': ['padding-full-block-of-zeros'],
  'output-reversed': ['rsa-little-endian'],
};

/** The outcomes in which a mistake is taken for another, or for none although the output is long enough to tell. */
export function misnamed(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.filter(({ made, answer, isRight: right, named, check }) => {
    if (right || made === '' || named === made || answer.kind !== 'output') return false;
    if (named !== undefined) return !SAME[made]?.includes(named);
    const isShort = answer.output instanceof Uint8Array && answer.output.length < 4;
    const hasNoRightOutput = made.startsWith('output-') && check.want.kind !== 'output';
    return !isShort && !hasNoRightOutput;
  });
}
