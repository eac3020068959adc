/**
 * Independent equivalents of what the toolkit writes from scratch, to compare with; never used for anything else.
 *
 * Each library loads when it is asked for.
 */
export type {
  ReferenceAead,
  ReferenceCertificate,
  ReferenceMode,
  ReferenceRsa,
  ReferenceRsaVerifier,
} from './reference.ts';
export { type PublishedKeystream, rfc6229 } from './rfc6229.ts';

/** AES, hash functions, HMAC and key derivation by noble. */
export const openNoble = () => import('./noble.ts');

/** What noble has not. Needs Node, and rejects elsewhere. */
export const openPlatform = () => import('./platform.ts');

/** Number theory by jsbn. */
export const openJsbn = () => import('./jsbn.ts');
