/** What `crypto rsa sign` and `verify` share: the choices of PSS. */
import { HASHES, type HashId } from '../../../hash/index.ts';
import { bitLength } from '../../../math/index.ts';
import { maxSaltLength, type RsaPublicKey } from '../../../rsa/index.ts';
import type { Session } from '../../session.ts';
import { expectOnlyFor } from './key.ts';
import type { Salt, SignatureOptions } from './options.ts';

/** `bad-argument` where a choice of PSS is given for another padding. */
export function expectPssChoices(session: Session, { padding, mgfHash, salt }: SignatureOptions): void {
  if (padding !== 'pss') expectOnlyFor(session, 'pss', { '--mgf-hash': mgfHash, '--salt': salt });
}

/** The length in bytes that a choice names under this key, as OpenSSL counts it; `auto` is left to the caller. */
export function saltLength(publicKey: RsaPublicKey, hash: HashId, salt: Exclude<Salt, 'auto'>): number {
  const { digestLength } = HASHES[hash];
  if (salt === 'digest') return digestLength;
  if (typeof salt === 'number') return salt;
  return Math.max(0, maxSaltLength(publicKey, HASHES[hash]));
}

/** What `--json` says of the choices. */
export function signatureFacts({ n }: RsaPublicKey, { padding, hash, mgfHash = hash }: SignatureOptions) {
  return { padding, bits: bitLength(n), hash, ...(padding === 'pss' && { mgfHash }) };
}
