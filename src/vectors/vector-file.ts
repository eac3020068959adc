/** A file of test vectors once it is read, whatever its format: cases, each with what to ask and what must come. */
import type { ErrorCode } from '../errors.ts';
import type { Output, Request, Saying } from './request.ts';

export const VECTOR_FORMATS = ['wycheproof', 'cavp', 'acvp', 'x509-limbo', 'crypto-primer'] as const;
export type VectorFormat = (typeof VECTOR_FORMATS)[number];

export interface VectorFile {
  /** As it was given to the reader: a path. */
  readonly name: string;
  readonly format: VectorFormat;
  /** As the file says it: `AES-GCM`, `SHA-512 ShortMsg`. */
  readonly algorithm: string;
  /** In the order of the file; as many as the file itself has. */
  readonly cases: readonly VectorCase[];
  /** What the flags of its cases mean, where the file says so. */
  readonly notes?: Readonly<Record<string, string>>;
}

export interface VectorCase {
  /** As the file names it: `17` (tcId), `ENCRYPT 3` (section and COUNT). Unique within the file. */
  readonly id: string;
  readonly comment: string;
  /** Wycheproof's flags; elsewhere the section or type of test. Summaries are made by them. */
  readonly flags: readonly string[];
  /** Everything that is asked; the case passes if all of it is right. */
  readonly checks: readonly Check[];
  /** Set where nothing can be asked, with the reason; then `checks` is empty. */
  readonly skip?: Saying;
}

export type Check = SingleCheck | MonteCarloCheck;

export interface SingleCheck {
  readonly request: Request;
  readonly want: Want;
}

/**
 * A Monte Carlo test: each request is made of the answers before it, thousands of times, and what comes out last is compared.
 * The generator yields requests, is given their outputs, and returns the result. A refusal or fault ends it as a failure.
 */
export interface MonteCarloCheck {
  readonly op: string;
  readonly loop: () => Generator<Request, Uint8Array, Uint8Array>;
  readonly want: { readonly kind: 'output'; readonly output: Uint8Array };
}

export type Want =
  /** Exactly this. `optional`: refusing is right, too (Wycheproof's `acceptable`). */
  | { readonly kind: 'output'; readonly output: Output; readonly optional?: true }
  /** A refusal: an error, or `false` of an operation that judges. With `code`, our own code must give that error. */
  | { readonly kind: 'refusal'; readonly code?: ErrorCode }
  /** Any output that another check accepts, where randomness takes part: a ciphertext that decrypts to the message. */
  | {
      readonly kind: 'accepted';
      readonly accepts: (output: Uint8Array) => boolean;
      readonly as: Saying;
      /** With the private key: the padded block in a ciphertext, as long as the modulus, so that mistakes in it can be named. */
      readonly open?: ((output: Uint8Array) => Uint8Array) | undefined;
    };
