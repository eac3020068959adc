/**
 * The seed of a student: HMAC-SHA256 under the course key of the assignment's name, a zero byte, and the student's id, in UTF-8.
 *
 * Whoever has the course key recomputes it, and everything drawn from it; nobody else does. With OpenSSL:
 * `printf 'aes\0s1234567' | openssl dgst -sha256 -mac HMAC -macopt hexkey:…`.
 */
import { concat, excerpt, toHex, utf8 } from '../../bytes/index.ts';
import { CryptoError, expectBytes, expectText } from '../../errors.ts';
import { sha256 } from '../../hash/index.ts';
import { hmac } from '../../mac/index.ts';

/** Characters of a student's id. */
const MOST_ID = 200;
/** Bytes of a course key: fewer could be tried out by a student who knows his own instance. */
const LEAST_KEY = 16;

/** Lower hex; the word that `seededRandom` takes. `bad-length` for a key below 16 bytes. */
export function studentSeed(courseKey: Uint8Array, assignment: string, student: string): string {
  expectBytes('courseKey', courseKey);
  expectText('assignment', assignment);
  if (courseKey.length < LEAST_KEY) {
    throw new CryptoError(
      'bad-length',
      `course key: expected at least ${LEAST_KEY} bytes, better 32, got ${courseKey.length}`,
    );
  }
  const msg = concat(utf8(assignment), Uint8Array.of(0), utf8(studentId(student)));
  return toHex(hmac(sha256, courseKey, msg));
}

/** For whoever has no course key: everybody's practice instance is the same. */
export function practiceSeed(assignment: string): string {
  return `practice ${assignment}`;
}

/**
 * An id as it is compared and hashed: without white space around it, and in Unicode's form NFC, since the same name comes
 * composed from one system and decomposed from another. Capital letters are kept apart. `bad-argument` for none, for control
 * characters, and above 200 characters.
 */
export function studentId(text: string): string {
  expectText('student', text);
  const id = text.trim().normalize('NFC');
  if (id === '') throw new CryptoError('bad-argument', 'student: expected an id, got none');
  if (id.length > MOST_ID) {
    throw new CryptoError(
      'bad-argument',
      `student: expected at most ${MOST_ID} characters, got ${id.length}`,
    );
  }
  if (/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(id)) {
    throw new CryptoError(
      'bad-argument',
      `student: expected an id without control characters, got ${excerpt(id)}`,
    );
  }
  return id;
}
