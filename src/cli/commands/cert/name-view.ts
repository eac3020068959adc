/** Names for people: all attributes, each cut where it is very long, so that none hides the others. */
import { formatName, type Name } from '../../../x509/index.ts';
import { shortened } from '../../visible.ts';

/** Characters of one attribute, twice what the standard allows for a common name, and of a whole name. */
const MOST_OF_ATTRIBUTE = 128;
const MOST = 600;

/** As text; in full where `all` is asked for. */
export function nameOf(name: Name, all = false): string {
  if (all) return formatName(name);
  const cut = name.map((rdn) =>
    rdn.map(({ type, value }) => ({
      type,
      value:
        value instanceof Uint8Array
          ? value.subarray(0, MOST_OF_ATTRIBUTE)
          : { ...value, text: shortened(value.text, MOST_OF_ATTRIBUTE) },
    })),
  );
  return shortened(formatName(cut), MOST);
}
