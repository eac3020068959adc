/**
 * BER as streaming programs write it, made DER in its framing (X.690, 8.1.3 and 8.7): indefinite and padded lengths become
 * the shortest, OCTET STRINGs in pieces become one.
 *
 * Only the framing changes: elements keep their order, and primitive ones their contents. So what was signed as DER stays as
 * it was; what somebody signed in another form no longer verifies, which is the safe side.
 */
import { CryptoError, expectBytes } from '../errors.ts';
import { type DerLimits, derError } from './der-reader.ts';
import { lengthOctets } from './element.ts';
import { CONSTRUCTED, foundTag, hexOctet, TAG } from './tag.ts';

const CONSTRUCTED_OCTETS = TAG.octetString | CONSTRUCTED;

/**
 * One element. `bad-format`, with the byte, for what is not BER and for anything behind it; `too-large` above the limits, which
 * are 32 levels, 2^18 elements and 2^26 bytes where not given.
 */
export function berToDer(ber: Uint8Array, limits: DerLimits = {}): Uint8Array {
  expectBytes('ber', ber);
  const { maxDepth = 32, maxElements = 2 ** 18, maxBytes = 2 ** 26 } = limits;
  if (ber.length > maxBytes) {
    throw new CryptoError('too-large', `BER: expected at most ${maxBytes} bytes, got ${ber.length}`);
  }
  const walk = new Walk(ber, maxDepth, maxElements);
  const element = walk.element(ber.length, 0);
  if (walk.at !== ber.length) throw derError('BER', 'the end', walk.at, `${ber.length - walk.at} more bytes`);
  const der = new Uint8Array(sizeOf(element));
  write(element, der, 0);
  return der;
}

interface Element {
  readonly tag: number;
  /** Of the contents, once they are DER. */
  readonly length: number;
  readonly contents: Uint8Array | readonly Element[];
}

class Walk {
  at = 0;
  #elements = 0;
  readonly #ber: Uint8Array;
  readonly #maxDepth: number;
  readonly #maxElements: number;

  constructor(ber: Uint8Array, maxDepth: number, maxElements: number) {
    this.#ber = ber;
    this.#maxDepth = maxDepth;
    this.#maxElements = maxElements;
  }

  /** The element at the current byte, which must end before `end`. */
  element(end: number, depth: number): Element {
    const start = this.at;
    if (depth >= this.#maxDepth) throw tooMany(`${this.#maxDepth} levels of nesting`, start);
    if (++this.#elements > this.#maxElements) throw tooMany(`${this.#maxElements} elements`, start);
    const tag = this.#octet(end);
    if ((tag & 0x1f) === 0x1f) {
      throw derError('BER', 'a tag number below 31', start, `${hexOctet(tag)}, which announces more bytes`);
    }
    const length = this.#length(end);
    if ((tag & CONSTRUCTED) === 0) return this.#primitive(tag, length, start);
    const children = length === undefined ? this.#untilEnd(end, depth) : this.#children(length, depth);
    if (tag === CONSTRUCTED_OCTETS) return joined(children, start);
    return { tag, length: sum(children.map(sizeOf)), contents: children };
  }

  #primitive(tag: number, length: number | undefined, start: number): Element {
    if (length === undefined) throw derError('BER', 'a definite length', start, '80 of a primitive element');
    if (tag === 0) throw derError('BER', 'an element', start, foundTag(0));
    const contents = this.#ber.subarray(this.at, this.at + length);
    this.at += length;
    return { tag, length, contents };
  }

  #children(length: number, depth: number): Element[] {
    const end = this.at + length;
    const children: Element[] = [];
    while (this.at < end) children.push(this.element(end, depth + 1));
    return children;
  }

  /** 8.1.5: up to two zero octets. */
  #untilEnd(end: number, depth: number): Element[] {
    const children: Element[] = [];
    while (this.#ber[this.at] !== 0 || this.at >= end) children.push(this.element(end, depth + 1));
    this.at++;
    const at = this.at;
    const second = this.#octet(end);
    if (second !== 0) throw derError('BER', '00 00 as the end of contents', at, hexOctet(second));
    return children;
  }

  /** Undefined where it is indefinite. It fits before `end`. */
  #length(end: number): number | undefined {
    const at = this.at;
    const first = this.#octet(end);
    if (first === 0x80) return undefined;
    const count = first < 0x80 ? 0 : first & 0x7f;
    if (count > 8) throw derError('BER', 'a length of at most 8 octets', at, `${count} octets`);
    let length = count === 0 ? first : 0;
    for (let i = 0; i < count; i++) length = length * 256 + this.#octet(end);
    if (length <= end - this.at) return length;
    throw derError('BER', `at most ${end - this.at} bytes of contents`, at, `a length of ${length}`);
  }

  #octet(end: number): number {
    const octet = this.at < end ? this.#ber[this.at] : undefined;
    if (octet === undefined) throw derError('BER', 'more bytes', this.at, 'the end');
    this.at++;
    return octet;
  }
}

/** 8.7.3: the pieces of an OCTET STRING are OCTET STRINGs. */
function joined(pieces: readonly Element[], start: number): Element {
  const other = pieces.find(({ tag }) => tag !== TAG.octetString);
  if (other) throw derError('BER', 'OCTET STRINGs as the pieces of one', start, foundTag(other.tag));
  const contents = new Uint8Array(sum(pieces.map(({ length }) => length)));
  let at = 0;
  for (const piece of pieces) {
    contents.set(piece.contents as Uint8Array, at);
    at += piece.length;
  }
  return { tag: TAG.octetString, length: contents.length, contents };
}

function sizeOf({ length }: Element): number {
  return 1 + lengthOctets(length).length + length;
}

/** Returns the byte behind the element. */
function write({ tag, length, contents }: Element, der: Uint8Array, start: number): number {
  const octets = lengthOctets(length);
  der[start] = tag;
  der.set(octets, start + 1);
  let at = start + 1 + octets.length;
  if (contents instanceof Uint8Array) {
    der.set(contents, at);
    return at + length;
  }
  for (const child of contents) at = write(child, der, at);
  return at;
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total + length, 0);
}

function tooMany(limit: string, at: number): CryptoError {
  return new CryptoError('too-large', `BER: expected at most ${limit} until byte ${at}, got more`);
}
