/** Which bytes of one direction were seen: what tells a retransmission from data that came out of order. */

/** So many gaps are kept; of a capture with more, the oldest are taken for filled. */
const MAX_GAPS = 64;

export class Coverage {
  #next: number | undefined;
  /** Missing below `#next`: [from, to) in ascending order. */
  #gaps: [number, number][] = [];

  /** Behind the last byte that was seen. */
  get end(): number {
    return this.#next ?? 0;
  }

  /** The position of a 32-bit sequence number that is nearest to what was seen last. */
  position(seq: number): number {
    if (this.#next === undefined) return seq;
    return this.#next + ((seq - (this.#next % 2 ** 32)) | 0);
  }

  /** Adds [seq, seq + length) and tells how many of these were new; the first call tells where it starts. */
  add(seq: number, length: number): number {
    const from = this.position(seq);
    const to = from + length;
    if (this.#next === undefined) {
      this.#next = to;
      return length;
    }
    let fresh = 0;
    if (from < this.#next) {
      const left: [number, number][] = [];
      for (const [low, high] of this.#gaps) {
        const [start, stop] = [Math.max(low, from), Math.min(high, to)];
        if (start >= stop) {
          left.push([low, high]);
          continue;
        }
        fresh += stop - start;
        if (low < start) left.push([low, start]);
        if (stop < high) left.push([stop, high]);
      }
      this.#gaps = left;
    } else if (from > this.#next) this.#gaps.push([this.#next, from]);
    if (to > this.#next) {
      fresh += to - Math.max(from, this.#next);
      this.#next = to;
    }
    if (this.#gaps.length > MAX_GAPS) this.#gaps.shift();
    return fresh;
  }
}
