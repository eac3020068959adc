/** The work of `crypto hash compare`: the digests of two values, and which of their bits differ. */
import { toHex } from '../../bytes/index.ts';
import { CryptoError } from '../../errors.ts';
import { HASHES, type HashId } from '../../hash/index.ts';
import { HASH_WEAKNESS } from '../hashes.ts';
import { parseLiteral } from '../parse.ts';
import { colorsOf, printable, table } from '../render.ts';
import type { Session } from '../session.ts';
import { prose } from '../wrap.ts';

/** Bytes of each value that are shown. */
const SHOWN = 16;
const PER_ROW = 4;

export interface HashCompareOptions {
  readonly hash: HashId;
  readonly flip?: number | undefined;
}

export function runHashCompare(
  session: Session,
  writtenA: string,
  writtenB: string | undefined,
  { hash: id, flip }: HashCompareOptions,
): void {
  if ((writtenB === undefined) === (flip === undefined)) {
    throw new CryptoError('bad-argument', session.say('hash.error.oneOther'));
  }
  const a = parseLiteral(session, 'a', writtenA);
  const b = writtenB === undefined ? flipped(session, a, flip!) : parseLiteral(session, 'b', writtenB);
  const hash = HASHES[id];
  const digests = { a: hash(a), b: hash(b) };
  const input = a.length === b.length ? differingBits(a, b) : undefined;
  const output = differingBits(digests.a, digests.b);
  const weakness = HASH_WEAKNESS[id];
  if (weakness) session.note(weakness);
  const bits = 8 * hash.digestLength;
  const share = output.length / bits;
  if (session.json) {
    session.printJson({
      algorithm: hash.name,
      a: { input: toHex(a), digest: toHex(digests.a) },
      b: { input: toHex(b), digest: toHex(digests.b) },
      inputBits: input ? { differ: input.length, of: 8 * a.length } : null,
      digestBits: { differ: output.length, of: bits, share, positions: output },
    });
    return;
  }
  const inputLine = input
    ? session.say('hash.compare.inputBits', { differ: input.length, of: 8 * a.length })
    : session.say('hash.compare.lengths', { a: a.length, b: b.length });
  const percent = (100 * share).toFixed(1);
  session.print(
    [
      `A  ${shown(a)}`,
      `B  ${shown(b)}`,
      inputLine,
      '',
      digestTable(session, hash.name, digests.a, digests.b, new Set(output)),
      '',
      prose(
        session.stdout,
        session.say('hash.compare.digestBits', { differ: output.length, of: bits, percent }),
      ),
      prose(session.stdout, session.say(`hash.compare.${learned(input?.length === 0, output.length === 0)}`)),
    ].join('\n'),
  );
}

function learned(equalInputs: boolean, equalDigests: boolean) {
  if (equalInputs) return 'equal';
  return equalDigests ? 'collision' : 'learned';
}

/** Bit 0 is the top bit of the first byte. */
function flipped(session: Session, bytes: Uint8Array, bit: number): Uint8Array {
  const most = 8 * bytes.length - 1;
  if (most < 0) throw new CryptoError('bad-argument', session.say('hash.error.nothingToFlip'));
  if (bit > most) {
    throw new CryptoError('bad-argument', session.say('hash.error.flip', { most, got: bit }));
  }
  const copy = bytes.slice();
  copy[bit >> 3]! ^= 0x80 >> (bit & 7);
  return copy;
}

/** Positions of the bits in which two byte strings of one length differ. */
function differingBits(a: Uint8Array, b: Uint8Array): number[] {
  const positions: number[] = [];
  for (let i = 0; i < a.length; i++) {
    const difference = a[i]! ^ b[i]!;
    if (difference === 0) continue;
    for (let bit = 0; bit < 8; bit++) if (difference & (0x80 >> bit)) positions.push(8 * i + bit);
  }
  return positions;
}

/** Both digests in hex, and a sign for each bit: `█` where they differ. */
function digestTable(
  session: Session,
  name: string,
  a: Uint8Array,
  b: Uint8Array,
  differing: ReadonlySet<number>,
): string {
  const { red, dim } = colorsOf(session);
  const sign = (bit: number) => (differing.has(bit) ? red('█') : dim('·'));
  const signs = (byte: number) => Array.from({ length: 8 }, (_, bit) => sign(8 * byte + bit)).join('');
  const rows: string[][] = [];
  for (let at = 0; at < a.length; at += PER_ROW) {
    const bytes = Array.from({ length: Math.min(PER_ROW, a.length - at) }, (_, i) => at + i);
    const hex = (digest: Uint8Array) => spaced(digest.subarray(at, at + PER_ROW));
    rows.push([`${at}-${at + bytes.length - 1}`, hex(a), hex(b), bytes.map(signs).join(' ')]);
  }
  const heading = [session.say('hash.compare.bytes'), `${name}(A)`, `${name}(B)`];
  return table([...heading, session.say('hash.compare.bits')], rows);
}

function shown(bytes: Uint8Array): string {
  const first = bytes.subarray(0, SHOWN);
  const more = bytes.length > SHOWN ? ' …' : '';
  return `${spaced(first)}${more}  "${printable(first)}"${more}`;
}

function spaced(bytes: Uint8Array): string {
  return toHex(bytes).replace(/(..)(?=.)/g, '$1 ');
}
