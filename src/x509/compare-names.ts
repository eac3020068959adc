/**
 * Whether two names are the same (RFC 5280, 7.1): letters of either case, spaces and the string type do not matter.
 *
 * The preparation of RFC 4518 is done as far as it concerns what certificates hold: mapping, NFKC, and insignificant spaces.
 */
import { toHex } from '../bytes/index.ts';
import { type Attribute, encodeName, type Name, type Rdn } from './name.ts';

/** Memory of names that were prepared already: a chain compares the same few again and again. */
const prepared = new WeakMap<Name, string>();
const preparedRdns = new WeakMap<Rdn, string>();

/** Two names are the same if and only if these texts are; that of the empty name is empty. */
export function comparableName(name: Name): string {
  const known = prepared.get(name);
  if (known !== undefined) return known;
  const text = name.map(comparableRdn).join('/');
  prepared.set(name, text);
  return text;
}

export function sameName(a: Name, b: Name): boolean {
  return comparableName(a) === comparableName(b);
}

/** Whether `name` is `base` or stands below it: begins with all its sets (RFC 5280, 4.2.1.10, directoryName). */
export function isBelow(name: Name, base: Name): boolean {
  return base.length <= name.length && base.every((rdn, i) => comparableRdn(rdn) === comparableRdn(name[i]!));
}

function comparableRdn(rdn: Rdn): string {
  const known = preparedRdns.get(rdn);
  if (known !== undefined) return known;
  const text = rdn.map(comparableAttribute).sort().join('+');
  preparedRdns.set(rdn, text);
  return text;
}

function comparableAttribute(attribute: Attribute): string {
  const { type, value } = attribute;
  if (value instanceof Uint8Array) return `${type}#${toHex(encodeName([[attribute]]))}`;
  // Nothing that was written can end the piece before its time.
  return `${type}=${encodeURIComponent(prepare(value.text))}`;
}

/** RFC 4518, 2.2 to 2.6.1. */
function prepare(text: string): string {
  return text
    .replace(/\p{Default_Ignorable_Code_Point}|\ufffc/gu, '')
    .replace(/[\t\n\v\f\r\u0085\p{Z}]/gu, ' ')
    .replace(/\p{Cc}/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .toLowerCase()
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/ +/g, ' ');
}
