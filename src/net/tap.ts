/**
 * A tap: somebody on the line who sees each frame and says what becomes of it.
 *
 * The hacker lives here and nowhere else. TCP's and IP's checksums do not stop a tap: it computes them anew.
 */

/** Let it by, take it out, or send these in its place (none, one or several). */
export type TapVerdict = 'pass' | 'drop' | { readonly replace: readonly Uint8Array[] };

export interface Tap {
  /** `frame` is a copy of its own: changing it changes nothing on the line; `replace` does. */
  see(frame: Uint8Array, towards: 'a' | 'b', now: number): TapVerdict;
}
