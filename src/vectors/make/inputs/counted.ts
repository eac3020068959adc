/** Numbers with their noun in the comments of made cases, which are English as those of all published vectors. */

/** `1 byte`, `2 bytes`. */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
