/** The names of hash functions on the command line. */
import { expect, it } from 'vitest';
import { HASH_IDS, hashIdOf, hashOption } from '../../src/cli/hashes.ts';
import { openSession } from '../../src/cli/session.ts';

it.each([
  ['sha256', 'sha256'],
  ['SHA256', 'sha256'],
  ['Sha-256', 'sha256'],
  ['SHA2-256', 'sha256'],
  ['sha-1', 'sha1'],
  ['MD5', 'md5'],
  ['SHA512/256', 'sha512-256'],
  ['SHA-512/224', 'sha512-224'],
  ['sha512_256', 'sha512-256'],
  ['SHA2-512/256', 'sha512-256'],
  ['sha3-256', undefined],
  ['sha', undefined],
  ['sha25', undefined],
  ['constructor', undefined],
  ['', undefined],
])('%j is %s', (word, id) => expect(hashIdOf(word)).toBe(id));

it('every name that a standard gives is known', async () => {
  const { HASHES } = await import('../../src/hash/index.ts');
  expect(HASH_IDS.map((id) => hashIdOf(HASHES[id].name))).toEqual(HASH_IDS);
});

it('an option takes them, and names them all where it takes none', () => {
  const session = openSession([], {});
  const option = hashOption(session, '--hash <name>', 'words', 'sha256');
  expect(option.defaultValue).toBe('sha256');
  expect(hashOption(session, '--hash <name>', 'words').defaultValue).toBeUndefined();
  expect(option.argChoices).toEqual(HASH_IDS);
  expect(option.parseArg?.('SHA-1', 'sha256')).toBe('sha1');
  expect(() => option.parseArg?.('md6', 'sha256')).toThrow(/^expected one of md5, .*sha512-256, got "md6"$/);
});
