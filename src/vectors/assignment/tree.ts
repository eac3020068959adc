/**
 * The text of a YAML 1.2 or JSON file as values that know their line.
 *
 * Bounded in length, depth and number of values, aliases unfolded: a file of a few lines may stand for billions of values.
 */
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { CryptoError } from '../../errors.ts';

export interface Tree {
  readonly value: string | number | boolean | null | readonly Tree[] | ReadonlyMap<string, Tree>;
  /** From 1. */
  readonly line: number;
}

/** Characters. */
const MOST_TEXT = 1 << 20;
const MOST_DEPTH = 64;
const MOST_VALUES = 50_000;

/** `name` is what errors call the file. */
export function readTree(text: string, name: string): Tree {
  if (text.length > MOST_TEXT) {
    throw new CryptoError(
      'too-large',
      `${name}: expected at most ${MOST_TEXT} characters, got ${text.length}`,
    );
  }
  expectShallow(text, name);
  const lines = new LineCounter();
  let document: Document.Parsed;
  try {
    document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      stringKeys: true,
      // Ours below takes no square of the time.
      uniqueKeys: false,
      schema: 'core',
      logLevel: 'error',
    });
  } catch {
    throw tooDeep(name);
  }
  const [fault] = document.errors;
  if (fault) {
    const line = lines.linePos(fault.pos[0]).line;
    throw new CryptoError(
      'bad-format',
      `${name}: expected YAML or JSON, line ${line}: ${firstLine(fault.message)}`,
    );
  }
  return unfold(document, lines, name);
}

/** The parser takes memory without end for what is nested without end. */
function expectShallow(text: string, name: string): void {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text.charCodeAt(i);
    if (character === 0x5b || character === 0x7b) depth++;
    else if ((character === 0x5d || character === 0x7d) && depth > 0) depth--;
    if (depth > MOST_DEPTH) throw tooDeep(name);
  }
  for (const line of text.split(/[\r\n]/)) {
    const [start = ''] = /^(?:[ \t]|[-?:](?=[ \t]))*/.exec(line) ?? [];
    if (start.replace(/[ \t]/g, '').length > MOST_DEPTH || start.length > 8 * MOST_DEPTH) throw tooDeep(name);
  }
}

function tooDeep(name: string): CryptoError {
  return new CryptoError('too-large', `${name}: expected at most ${MOST_DEPTH} levels of nesting, got more`);
}

function unfold(document: Document.Parsed, lines: LineCounter, name: string): Tree {
  let values = 0;
  const walk = (node: Node | null, depth: number, above: number): Tree => {
    if (++values > MOST_VALUES) {
      throw new CryptoError('too-large', `${name}: expected at most ${MOST_VALUES} values, got more`);
    }
    if (depth > MOST_DEPTH) throw tooDeep(name);
    const line = node?.range ? lines.linePos(node.range[0]).line : above;
    if (isAlias(node)) {
      const meant = node.resolve(document);
      if (meant) return walk(meant, depth + 1, line);
      throw new CryptoError(
        'bad-format',
        `${name}: expected an anchor before the alias on line ${line}, got none`,
      );
    }
    if (isSeq<Node | null>(node)) {
      return { value: node.items.map((item) => walk(item, depth + 1, line)), line };
    }
    if (isMap<Node | null, Node | null>(node)) {
      const map = new Map<string, Tree>();
      for (const { key, value } of node.items) {
        const word = isScalar(key) ? String(key.value) : '';
        const at = key?.range ? lines.linePos(key.range[0]).line : line;
        if (map.has(word)) {
          throw new CryptoError(
            'bad-format',
            `${name}: expected each key once, got ${JSON.stringify(word)} again on line ${at}`,
          );
        }
        map.set(word, walk(value, depth + 1, at));
      }
      return { value: map, line };
    }
    const value: unknown = isScalar(node) ? node.value : null;
    return { value: isPlain(value) ? value : null, line };
  };
  return walk(document.contents, 0, 1);
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function firstLine(text: string): string {
  return text.split('\n')[0]!;
}
