/** What a stranger may make a reader of HTTP keep, in bytes unless said otherwise. */
export interface HttpBounds {
  readonly line: number;
  /** A number of fields, those of the trailer counted apart. */
  readonly headers: number;
  readonly head: number;
  readonly body: number;
  readonly chunkLine: number;
  /** All chunk lines of a body together, besides eight times what the chunks hold. */
  readonly chunkOverhead: number;
}

export const HTTP_BOUNDS: HttpBounds = {
  line: 8192,
  headers: 100,
  head: 65536,
  body: 16 * 1024 * 1024,
  chunkLine: 256,
  chunkOverhead: 65536,
};
