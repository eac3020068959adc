/**
 * Lines of checksums as the coreutils' `sha256sum` writes and reads them, and those of BSD and `openssl dgst`.
 *
 *     2d711642…  name          the name may stand behind ` *` (binary), or behind one space (old BSD)
 *     \2d711642…  na\nme       a leading backslash: \n, \r and \\ in the name stand for what would break the line
 *     SHA256 (name) = 2d711642…
 */
import { fromHex, toHex } from '../bytes/index.ts';

/** What tells the lines of one algorithm. */
export interface ChecksumKind {
  /** As BSD writes it: `SHA256`. */
  readonly label: string;
  /** Whether the word in front of a BSD line means this algorithm. */
  readonly isLabel: (word: string) => boolean;
  /** In bytes. */
  readonly digestLength: number;
}

export interface Checksum {
  readonly name: string;
  readonly digest: Uint8Array;
}

/** Paths end at 4096 bytes; each may be written as two, behind a digest. */
const MAX_LINE = 3 * 4096;

/** A name on one line; it was escaped if it comes out longer. */
function escapeName(name: string): string {
  return name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}

/** A name where something follows it on the line: a backslash in front tells that it is escaped. */
export function nameOnLine(name: string): string {
  const escaped = escapeName(name);
  return escaped === name ? name : `\\${escaped}`;
}

/** One line without its end; `bsd` for the style of BSD. */
export function writeChecksum(
  { label }: Pick<ChecksumKind, 'label'>,
  { name, digest }: Checksum,
  { bsd }: { readonly bsd: boolean },
): string {
  const escaped = escapeName(name);
  const mark = escaped === name ? '' : '\\';
  return mark + (bsd ? `${label} (${escaped}) = ${toHex(digest)}` : `${toHex(digest)}  ${escaped}`);
}

/** What a line says; nothing where it is not properly formatted. */
export type LineReader = (line: string) => Checksum | undefined;

/** Reads the lines of one list, in order: one space before the name is the rule of the whole list or an error. */
export function checksumReader(kind: ChecksumKind): LineReader {
  let oneSpace: boolean | undefined;
  return (line) => {
    if (line.length > MAX_LINE) return undefined;
    const [, mark, text = ''] = /^[ \t]*(\\?)(.*)$/s.exec(line)!;
    const [, label, bsdName, bsdDigits] = /^([\w/-]+) ?\((.*)\)[ \t]*=[ \t]*([\da-f]+)$/is.exec(text) ?? [];
    if (label !== undefined) return kind.isLabel(label) ? made(mark, bsdName!, bsdDigits!) : undefined;
    const [, digits, rest] = /^([\da-f]+)[ \t](.+)$/is.exec(text) ?? [];
    if (digits === undefined || rest === undefined) return undefined;
    const marked = rest.length > 1 && /^[ *]/.test(rest);
    if (digits.length !== 2 * kind.digestLength || (!marked && oneSpace === false)) return undefined;
    oneSpace ??= !marked;
    return made(mark, oneSpace ? rest : rest.slice(1), digits);
  };

  function made(mark: string | undefined, written: string, digits: string): Checksum | undefined {
    const name = mark === '\\' ? unescapeName(written) : written;
    if (name === undefined || name === '' || name.includes('\0')) return undefined;
    if (digits.length !== 2 * kind.digestLength) return undefined;
    return { name, digest: fromHex(digits) };
  }
}

function unescapeName(written: string): string | undefined {
  if (/\\(?![nr\\])/.test(written.replaceAll('\\\\', ''))) return undefined;
  return written.replace(/\\([nr\\])/g, (_, letter) => ({ n: '\n', r: '\r' })[letter as string] ?? '\\');
}
