/** What `crypto rsa encrypt` and `decrypt` share: the choices of OAEP. */
import { HASHES } from '../../../hash/index.ts';
import { bitLength } from '../../../math/index.ts';
import type { RsaPublicKey } from '../../../rsa/index.ts';
import { parseBytes } from '../../parse.ts';
import type { Session } from '../../session.ts';
import { expectOnlyFor } from './key.ts';
import type { OaepOptions } from './options.ts';

/** For the library. `bad-argument` where one of them is given for another padding. */
export function oaepChoices(session: Session, { padding, hash, mgfHash, label }: OaepOptions) {
  if (padding !== 'oaep') {
    expectOnlyFor(session, 'oaep', { '--hash': hash, '--mgf-hash': mgfHash, '--label': label });
  }
  return {
    hash: HASHES[hash ?? 'sha1'],
    mgfHash: HASHES[mgfHash ?? hash ?? 'sha1'],
    ...(label !== undefined && { label: parseBytes(session, '--label', label) }),
  };
}

/** What `--json` says besides the output. */
export function encryptionFacts(
  { n }: RsaPublicKey,
  { padding, hash = 'sha1', mgfHash = hash }: OaepOptions,
) {
  return {
    padding,
    bits: bitLength(n),
    ...(padding === 'oaep' && { hash, mgfHash }),
  };
}
