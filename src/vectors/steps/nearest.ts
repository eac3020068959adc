/** The name that was probably meant by one that is not there. */

/** Longer names are not looked at. */
const LONGEST = 80;

/** Undefined where none comes near. */
export function nearestName(id: string, known: readonly string[]): string | undefined {
  if (id.length > LONGEST) return undefined;
  const simple = simplified(id);
  const same = known.find((name) => simplified(name) === simple || name.endsWith(`.${id}`));
  if (same !== undefined) return same;
  const pattern = patternOf(simple);
  const patterns = new Map<string, string>();
  for (const name of known) {
    const own = patternOf(simplified(name));
    if (!patterns.has(own)) patterns.set(own, name);
  }
  let best: { readonly pattern: string; readonly distance: number } | undefined;
  for (const candidate of patterns.keys()) {
    const distance = editDistance(pattern, candidate);
    if (distance < (best?.distance ?? 1 + Math.floor(pattern.length / 2)))
      best = { pattern: candidate, distance };
  }
  if (!best) return undefined;
  const numbers = (name: string) => name.match(/\d+/g)?.join() ?? '';
  const ofPattern = known.filter((name) => patternOf(simplified(name)) === best.pattern);
  return ofPattern.find((name) => numbers(name) === numbers(id)) ?? ofPattern[0];
}

/** Small letters without lines and spaces: `Round[1].SBox` is `round[1].s_box`. */
function simplified(id: string): string {
  return id.toLowerCase().replace(/[\s_-]/g, '');
}

/** With every number the same. */
function patternOf(id: string): string {
  return id.replace(/\d+/g, '#');
}

/** Letters to add, drop or change (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1)!;
}
