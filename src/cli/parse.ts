/** Reads what is written on the command line: byte strings, integers, names. */
import { InvalidArgumentError } from 'commander';
import { excerpt, fromBase64, fromHex, utf8 } from '../bytes/index.ts';
import { CryptoError } from '../errors.ts';
import { errorText } from './chinese/errors.ts';
import { readUpTo } from './io/descriptor.ts';
import { ioError } from './io/io-error.ts';
import type { Session } from './session.ts';

/** A key, pad or AAD from a file may be this long. */
const FILE_LIMIT = 64 << 20;
const MOST_IN_LIST = 1024;

/** Hex, or what its prefix says: `hex:`, `text:`, `base64:`, `file:PATH`. */
export function parseBytes(session: Session, name: string, value: string): Uint8Array {
  const [, kind, rest = ''] = /^(hex|text|base64|file):(.*)$/s.exec(value) ?? [];
  switch (kind) {
    case 'text':
      return utf8(rest);
    case 'base64':
      return fromBase64(rest, name);
    case 'file':
      return readSmallFile(session, rest);
    case 'hex':
      return fromHex(rest, name);
    default:
      try {
        return fromHex(value, name);
      } catch (error) {
        if (!(error instanceof CryptoError)) throw error;
        throw new CryptoError(error.code, `${errorText(session, error)}${session.say('cli.hint.bytes')}`);
      }
  }
}

/** Text as it is typed, unless a prefix says otherwise, as for `parseBytes`. */
export function parseLiteral(session: Session, name: string, value: string): Uint8Array {
  return /^(hex|text|base64|file):/.test(value) ? parseBytes(session, name, value) : utf8(value);
}

/** An integer in decimal or `0x…`, perhaps with a sign, from `min` to `max`, or from `min` up; for commander's options. */
export function integerBetween(
  session: Session,
  min: number,
  max = Number.MAX_SAFE_INTEGER,
): (value: string) => number {
  return (value) => {
    const number = /^[+-]?(\d+|0x[\da-f]+)$/i.test(value) ? signedNumber(value) : Number.NaN;
    if (Number.isSafeInteger(number) && number >= min && number <= max) return number;
    const got = excerpt(value);
    throw new InvalidArgumentError(
      max === Number.MAX_SAFE_INTEGER
        ? session.say('cli.error.integerFrom', { min, got })
        : session.say('cli.error.integer', { min, max, got }),
    );
  };
}

/**
 * Integers and ascending ranges of them with commas between, as `2,4` or `6-10`, 1024 integers at most; for commander's
 * options.
 */
export function integerList(session: Session, min: number, max: number): (value: string) => number[] {
  const one = integerBetween(session, min, max);
  return (value) => {
    const numbers: number[] = [];
    for (const part of value.split(',')) {
      const [, from, to] = /^ *(\d+) *- *(\d+) *$/.exec(part) ?? [];
      const [first, last] = from === undefined ? [one(part.trim())] : [one(from), one(to!)];
      if (last !== undefined && last < first) {
        const got = excerpt(part.trim());
        throw new InvalidArgumentError(session.say('cli.error.range', { first: last, last: first, got }));
      }
      const end = last ?? first;
      for (let number = first; number <= end; number++) {
        numbers.push(number);
        if (numbers.length > MOST_IN_LIST) {
          throw new InvalidArgumentError(session.say('cli.error.listLength', { limit: MOST_IN_LIST }));
        }
      }
    }
    return numbers;
  };
}

function signedNumber(value: string): number {
  const magnitude = Number(value.replace(/^[+-]/, ''));
  return value.startsWith('-') ? -magnitude : magnitude;
}

function readSmallFile(session: Session, path: string): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = readUpTo(path, FILE_LIMIT + 1);
  } catch (error) {
    throw ioError(session, error, path);
  }
  if (bytes.length <= FILE_LIMIT) return bytes;
  throw new CryptoError('too-large', session.say('cli.error.tooLarge', { path, limit: FILE_LIMIT }));
}
