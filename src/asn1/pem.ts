/**
 * PEM: bytes as text between -----BEGIN and -----END lines (RFC 7468), with the header lines that old files have (RFC 1421).
 *
 * Text outside the blocks, CRLF and white space do not matter. The label is only a claim: what is inside must be judged
 * by what it is.
 */
import { base64 } from '@scure/base';
import { excerpt, fromUtf8, toBase64 } from '../bytes/index.ts';
import { CryptoError, expectBytes, expectText } from '../errors.ts';

export interface PemBlock {
  /** `PRIVATE KEY` */
  readonly label: string;
  /** The bytes that were encoded. */
  readonly der: Uint8Array;
  /** Header lines such as `Proc-Type: 4,ENCRYPTED`, by name; empty in files of today. */
  readonly headers: ReadonlyMap<string, string>;
  /** Line of its BEGIN, the first of the text being 1. */
  readonly line: number;
}

/** Characters of text, and blocks in it: more than any bundle of certificates has. */
const MAX_LENGTH = 2 ** 26;
const MAX_BLOCKS = 10_000;

/** RFC 7468, 3: printable characters, single spaces or hyphens between them. */
const LABEL = '[!-,.-~]+(?:[- ][!-,.-~]+)*';
const BEGIN = new RegExp(`^-----BEGIN (${LABEL})-----\\s*$`);

/**
 * All blocks of `text` (or of the UTF-8 bytes of one), in their order; none is no error. `bad-format`, with the line, for a
 * block without its END or with that of another, `bad-encoding` for base64 that is none, `too-large` above 64 MiB.
 */
export function pemDecode(text: string | Uint8Array): PemBlock[] {
  if (typeof text !== 'string') expectBytes('pem', text);
  if (text.length > MAX_LENGTH) {
    throw new CryptoError('too-large', `PEM: expected at most ${MAX_LENGTH} characters, got ${text.length}`);
  }
  const lines = (typeof text === 'string' ? text : fromUtf8(text)).replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const blocks: PemBlock[] = [];
  for (let at = 0; at < lines.length; ) {
    const label = BEGIN.exec(lines[at]!)?.[1];
    if (label === undefined) {
      at++;
      continue;
    }
    if (blocks.length === MAX_BLOCKS) {
      throw new CryptoError('too-large', `PEM: expected at most ${MAX_BLOCKS} blocks, got more`);
    }
    const end = endOf(lines, at, label);
    blocks.push({ label, ...contentsOf(lines.slice(at + 1, end), at + 2), line: at + 1 });
    at = end + 1;
  }
  return blocks;
}

/** One block: base64 in lines of 64 characters, each ended by a line feed (RFC 7468, 2). */
export function pemEncode(label: string, der: Uint8Array): string {
  expectText('label', label);
  if (!new RegExp(`^${LABEL}$`).test(label)) {
    throw new CryptoError('bad-argument', `label: expected one such as PRIVATE KEY, got ${excerpt(label)}`);
  }
  expectBytes('der', der);
  const lines = toBase64(der).match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** The index of the END that belongs to the BEGIN at index `begin`. */
function endOf(lines: readonly string[], begin: number, label: string): number {
  const expected = `-----END ${label}-----`;
  let end = begin + 1;
  while (end < lines.length && !lines[end]!.startsWith('-----')) end++;
  const found = lines[end]?.trimEnd();
  if (found === expected) return end;
  const got = found === undefined ? 'the end of the text' : excerpt(found);
  throw new CryptoError(
    'bad-format',
    `PEM line ${(found === undefined ? begin : end) + 1}: expected ${expected} for this block, got ${got}`,
  );
}

/** Header lines up to an empty one, if the first line is a header, and base64. `first` is the number of the first line. */
function contentsOf(lines: readonly string[], first: number): Pick<PemBlock, 'der' | 'headers'> {
  const headers = new Map<string, string>();
  const blank = /^[\w-]+:/.test(lines[0] ?? '') ? lines.findIndex((line) => line.trim() === '') : -1;
  const body = blank < 0 ? 0 : blank + 1;
  for (const line of lines.slice(0, body)) {
    const [, name = ''] = /^([\w-]+):/.exec(line) ?? [];
    if (name !== '') headers.set(name, line.slice(name.length + 1).trim());
  }
  return { headers, der: fromLines(lines.slice(body), first + body) };
}

function fromLines(lines: readonly string[], first: number): Uint8Array {
  const wrong = lines.findIndex((line) => FOREIGN.test(line));
  if (wrong >= 0) {
    const [got] = FOREIGN.exec(lines[wrong]!)!;
    throw new CryptoError(
      'bad-encoding',
      `PEM line ${first + wrong}: expected base64, got ${JSON.stringify(got)}`,
    );
  }
  try {
    return base64.decode(lines.join('').replace(/\s/g, ''));
  } catch {
    const padded = lines.findIndex((line) => line.includes('='));
    const last = padded < 0 ? Math.max(lines.length, 1) - 1 : padded;
    throw new CryptoError(
      'bad-encoding',
      `PEM line ${first + last}: expected the end of the base64, got characters too many or too few; the block was cut or changed`,
    );
  }
}

const FOREIGN = /[^A-Za-z0-9+/=\s]/u;
