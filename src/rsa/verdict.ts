/**
 * What verifying a signature finds. A signature comes from others: whatever is wrong with it is a finding, with its
 * evidence, and never an exception.
 */
import type { CryptoError } from '../errors.ts';

/** All that can be wrong with a PKCS#1 v1.5 signature; lengths are in bytes. */
export type Pkcs1Refusal =
  | CommonRefusal
  /** s^e mod n is no block of this padding: the key is another, or the signature was changed. */
  | { readonly valid: false; readonly reason: 'not-a-block'; readonly em: Uint8Array }
  /** The block begins as it should, and then is not what the standard writes (RFC 8017, 8.2.2, step 4). */
  | {
      readonly valid: false;
      readonly reason: 'malformed-block';
      readonly em: Uint8Array;
      readonly expected: Uint8Array;
    }
  /** The block is a good one for another hash function, which is named. */
  | { readonly valid: false; readonly reason: 'other-hash'; readonly em: Uint8Array; readonly found: string }
  /** All is well but the digest: the message is not the one that was signed. */
  | OtherDigest;

/** All that can be wrong with a PSS signature. */
export type PssRefusal =
  | CommonRefusal
  /** The block does not end in 0xbc: the key or the padding is another, or the signature was changed. */
  | { readonly valid: false; readonly reason: 'bad-trailer'; readonly em: Uint8Array }
  /** Bits are set above the emBits that the block may have. */
  | { readonly valid: false; readonly reason: 'bad-top-bits'; readonly em: Uint8Array }
  /** The unmasked data block is not zeros, 0x01 and a salt: another hash or MGF hash, another key, or a change. */
  | { readonly valid: false; readonly reason: 'bad-data-block'; readonly em: Uint8Array }
  /** The salt has another length than asked for. */
  | {
      readonly valid: false;
      readonly reason: 'other-salt-length';
      readonly em: Uint8Array;
      readonly expected: number;
      readonly found: number;
    }
  /** The hash over digest and salt is another: the message is not the one that was signed. */
  | OtherDigest;

/** What is wrong before any padding is looked at. */
export type CommonRefusal =
  /** The public key cannot be worked with; `error` says why. */
  | { readonly valid: false; readonly reason: 'unusable-key'; readonly error: CryptoError }
  /** A signature is exactly as long as the modulus. */
  | {
      readonly valid: false;
      readonly reason: 'wrong-length';
      readonly expected: number;
      readonly found: number;
    }
  /** As a number it is not below n. */
  | { readonly valid: false; readonly reason: 'out-of-range' }
  /** No signature with this hash, and this salt, fits the key: `needed` bytes of `available`. */
  | {
      readonly valid: false;
      readonly reason: 'key-too-short';
      readonly needed: number;
      readonly available: number;
    };

/** `expected` and `found` are the digests, for PSS the hashes H' and H. */
interface OtherDigest {
  readonly valid: false;
  readonly reason: 'other-digest';
  readonly em: Uint8Array;
  readonly expected: Uint8Array;
  readonly found: Uint8Array;
}

/** `em` is the encoded message: s^e mod n as bytes. */
export type Pkcs1Verdict = { readonly valid: true; readonly em: Uint8Array } | Pkcs1Refusal;

/** `saltLength` is the one found, in bytes. */
export type PssVerdict =
  | { readonly valid: true; readonly em: Uint8Array; readonly saltLength: number }
  | PssRefusal;

export type Verdict = Pkcs1Verdict | PssVerdict;

/** Why a signature was refused. */
export type Refusal = Extract<Verdict, { readonly valid: false }>['reason'];
