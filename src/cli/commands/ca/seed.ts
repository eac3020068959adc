/**
 * What `--seed WORD` means to an authority: the same output each time, and yet a key of its own for each certificate. So the word
 * is joined with what it is for, with who signs, and with how many certificates that one has issued before.
 */
import { type RandomSource, seededRandom, systemRandom } from '../../../random/index.ts';
import type { Authority } from '../../authority/authority.ts';

/** The word for `seededRandom`; undefined where there is no seed. A root has nobody above it. */
export function seedFor(
  seed: string | undefined,
  purpose: 'ca/init' | 'ca/issue' | 'ca/sign',
  subject: string,
  above: Authority | undefined,
): string | undefined {
  if (seed === undefined) return undefined;
  const place = above ? [above.certificate.serialNumber.toString(16), above.index.issued.length] : ['root'];
  return [seed, purpose, ...place, subject].join('/');
}

/** Where serial numbers come from. */
export function serialSource(word: string | undefined): RandomSource {
  return word === undefined ? systemRandom : seededRandom(word).substream('ca.serial');
}
