/**
 * A message of any length fed piece by piece, as files need it.
 */
export interface Incremental {
  /** Takes the next piece, of any length; returns what can be given out so far, perhaps nothing. */
  update(chunk: Uint8Array): Uint8Array;
  /** The rest. Throws where the message as a whole is at fault (padding, length, tag). Call it once. */
  final(): Uint8Array;
  /**
   * Set where `update` gives out text that is not authenticated before `final` returns (GCM decryption):
   * the caller must hold it back until then.
   */
  readonly unverified?: true;
}
