/** The name that was probably meant by one that is not there. */

/** Longer names are not looked at. */
const LONGEST = 80;

/** Undefined where none comes near. What stands before a dot may be left out. */
export function nearestName(id: string, known: readonly string[]): string | undefined {
  if (id.length > LONGEST) return undefined;
  const simple = simplified(id);
  const same = known.find((name) => endsOf(simplified(name)).includes(simple));
  if (same !== undefined) return same;
  const pattern = patternOf(simple);
  let best = { pattern: '', distance: 1 + Math.floor(pattern.length / 2) };
  for (const candidate of new Set(known.map((name) => patternOf(simplified(name))))) {
    const distance = Math.min(...endsOf(candidate).map((end) => editDistance(pattern, end)));
    if (distance < best.distance) best = { pattern: candidate, distance };
  }
  const ofPattern = known.filter((name) => patternOf(simplified(name)) === best.pattern);
  const numbers = (name: string) => name.match(/\d+/g)?.join('.') ?? '';
  const numbered = ofPattern.find((name) => `.${numbers(name)}`.endsWith(`.${numbers(id)}`));
  // Where only the number is not there, as of MixColumns in the last round, another number is not what was meant.
  return numbered ?? (best.distance === 0 ? undefined : ofPattern[0]);
}

/** The whole name, and what is left of it behind each dot. */
function endsOf(name: string): string[] {
  const parts = name.split('.');
  return parts.map((_, i) => parts.slice(i).join('.'));
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
