/** Sample files by others, which lie beside the checkout where the project is worked on: absent elsewhere. */
import { existsSync, readFileSync } from 'node:fs';

/** The text of `../shared/samples/<path>`, or undefined where it is absent: skip the test then. */
export function samples(path: string): string | undefined {
  const url = new URL(`../../shared/samples/${path}`, import.meta.url);
  return existsSync(url) ? readFileSync(url, 'utf8') : undefined;
}
