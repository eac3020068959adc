/** How strong the groups of RFC 7919 are, by its own estimate (Appendix A). */

/** The best method known takes about 2^strength steps; undefined for other groups, of which the RFC says nothing. */
export function strengthOf(name: string): number | undefined {
  return STRENGTHS.get(name);
}

const STRENGTHS: ReadonlyMap<string, number> = new Map([
  ['ffdhe2048', 103],
  ['ffdhe3072', 125],
  ['ffdhe4096', 150],
  ['ffdhe6144', 175],
  ['ffdhe8192', 192],
]);
