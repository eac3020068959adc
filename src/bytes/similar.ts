/** What somebody who mistyped a name may have meant. */

/** More letters than these are another word. */
const MOST_EDITS = 2;

/** The nearest of the names where it is near: one edit, or few for its length. Of several as near, the first. */
export function similarTo(word: string, names: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  let nearest: string | undefined;
  let least = MOST_EDITS + 1;
  for (const name of names) {
    if (Math.abs(name.length - typed.length) >= least) continue;
    const edits = editsBetween(typed, name);
    if (edits < least && (edits === 1 || 3 * edits < name.length)) [nearest, least] = [name, edits];
  }
  return nearest;
}

/** Letters added, left out, replaced, or two neighbours exchanged (optimal string alignment distance). */
function editsBetween(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? rows[i - 2]![j - 2]! + 1
          : replaced;
      row.push(Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, replaced, swapped));
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
