/**
 * Reads the distinguished encoding rules (X.690, 8.1 and 10.1): identifier, length, contents, one element after the other.
 *
 * Whoever reads says which element must come. DER has one encoding for each value, so everything else is refused, with its
 * byte; what BER also allows (indefinite or padded lengths) would let two files with one meaning have two signatures.
 */
import { Reader, type Recorder } from '../bytes/index.ts';
import { CryptoError } from '../errors.ts';
import { CONSTRUCTED, expectedTag, foundTag, hexOctet } from './tag.ts';

/** Bounds on what a stranger sent. */
export interface DerLimits {
  /** Elements inside each other; 32 where not given. */
  readonly maxDepth?: number;
  /** Elements in all; 2^20 where not given. */
  readonly maxElements?: number;
  /** Bytes of the whole input; 2^26 where not given. */
  readonly maxBytes?: number;
}

export interface DerOptions extends DerLimits {
  /** Sees the identifier, length and contents of each element as they are read. */
  readonly record?: Recorder;
}

/** A reader of the elements in `bytes`, the first at byte 0. `too-large` above the limit. */
export function openDer(bytes: Uint8Array, options: DerOptions = {}): DerReader {
  const { record, maxDepth = 32, maxElements = 2 ** 20, maxBytes = 2 ** 26 } = options;
  const reader = new Reader(bytes, record);
  if (bytes.length > maxBytes) {
    throw new CryptoError('too-large', `der: expected at most ${maxBytes} bytes, got ${bytes.length}`);
  }
  return new DerReader(reader, { maxDepth, maxElements, elements: 0 }, 0);
}

/** What all readers of one input have in common. */
interface Budget {
  readonly maxDepth: number;
  readonly maxElements: number;
  elements: number;
}

export class DerReader {
  readonly #reader: Reader;
  readonly #budget: Budget;
  readonly #depth: number;

  /** Use `openDer`. */
  constructor(reader: Reader, budget: Budget, depth: number) {
    this.#reader = reader;
    this.#budget = budget;
    this.#depth = depth;
  }

  /** Offset of the next byte in the whole input. */
  get offset(): number {
    return this.#reader.offset;
  }

  /** Bytes not yet read. */
  get remaining(): number {
    return this.#reader.remaining;
  }

  /** The identifier octet of the next element; undefined at the end. */
  peekTag(): number | undefined {
    return this.#reader.peek();
  }

  /** All bytes of the elements read since `offset`, as a view. */
  since(offset: number): Uint8Array {
    return this.#reader.since(offset);
  }

  /** The contents of the next element, whose identifier must be `tag`. The caller must read them to their end. */
  open(tag: number, name: string, clause = ''): DerReader {
    const found = this.peekTag();
    if (found !== tag) throw derError(name, expectedTag(tag), this.offset, foundTag(found));
    return this.#open(found, name, clause);
  }

  /** Reads the next element, whatever it is, and all inside it. Only the framing of primitive ones is checked. */
  skip(name: string, clause = ''): void {
    const tag = this.peekTag();
    if (tag === undefined) throw derError(name, 'an element', this.offset, foundTag(tag));
    const inner = this.#open(tag, name, clause);
    if ((tag & CONSTRUCTED) === 0) inner.rest(name, clause);
    while (inner.remaining > 0) inner.skip(name, clause);
  }

  /** The next `length` bytes as they are, inside a primitive element. */
  octets(length: number, name: string, clause = ''): Uint8Array {
    return this.#reader.bytes(length, name, clause);
  }

  /** All that is left, inside a primitive element. */
  rest(name: string, clause = ''): Uint8Array {
    return this.#reader.bytes(this.remaining, name, clause);
  }

  /** Throws `bad-format` if anything is left. */
  end(name: string): void {
    this.#reader.end(name);
  }

  #open(tag: number, name: string, clause: string): DerReader {
    const { maxDepth, maxElements } = this.#budget;
    if (this.#depth >= maxDepth) throw tooMany(name, `${maxDepth} levels of nesting`, this.offset);
    if (++this.#budget.elements > maxElements) throw tooMany(name, `${maxElements} elements`, this.offset);
    if ((tag & 0x1f) === 0x1f) {
      throw derError(
        name,
        'a tag number below 31',
        this.offset,
        `${hexOctet(tag)}, which announces more bytes`,
      );
    }
    this.#reader.bytes(1, `${name} tag`, clause);
    const length = this.#length(name, clause);
    return new DerReader(this.#reader.nested(length, name), this.#budget, this.#depth + 1);
  }

  /** X.690, 8.1.3 and 10.1: below 128 the octet itself, above it a count of octets; definite, and as short as possible. */
  #length(name: string, clause: string): number {
    const at = this.offset;
    const [first] = this.#reader.bytes(1, `${name} length`, clause) as unknown as [number];
    if (first < 0x80) return first;
    if (first === 0x80)
      throw derError(name, 'a definite length', at, '80 (indefinite, which only BER allows)');
    const count = first & 0x7f;
    if (count > 4)
      throw derError(name, 'a length of at most 4 octets', at, `${hexOctet(first)} (${count} octets)`);
    const octets = this.#reader.bytes(count, `${name} length`, clause);
    const length = octets.reduce((sum, octet) => sum * 256 + octet, 0);
    if (length >= (count === 1 ? 0x80 : 256 ** (count - 1))) return length;
    const got = [first, ...octets].map(hexOctet).join(' ');
    throw derError(name, 'the shortest form of the length', at, got);
  }
}

/** `bad-format`, as all faults of an encoding. */
export function derError(name: string, expected: string, at: number, got: string): CryptoError {
  return new CryptoError('bad-format', `${name}: expected ${expected} at byte ${at}, got ${got}`);
}

function tooMany(name: string, limit: string, at: number): CryptoError {
  return new CryptoError('too-large', `${name}: expected at most ${limit} until byte ${at}, got more`);
}
