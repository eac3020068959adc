/** Hex and base64 on streams: `--encoding` for what goes out, `--input-encoding` for what comes in. */
import {
  concat,
  fromBase64,
  fromHex,
  fromUtf8,
  type Incremental,
  toBase64,
  toHex,
  utf8,
} from '../../bytes/index.ts';
import { CryptoError } from '../../errors.ts';

export const ENCODINGS = ['raw', 'hex', 'base64'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Bytes to text on one line, which ends in a line end. */
export function createEncoder(encoding: Encoding): Incremental | undefined {
  switch (encoding) {
    case 'raw':
      return undefined;
    case 'hex':
      return { update: (chunk) => utf8(toHex(chunk)), final: () => utf8('\n') };
    case 'base64':
      return grouped(3, (bytes) => utf8(toBase64(bytes)), '\n');
  }
}

/** Text to bytes; white space anywhere is passed over. Errors name the input and count from its first byte. */
export function createDecoder(encoding: Encoding, name: string): Incremental | undefined {
  switch (encoding) {
    case 'raw':
      return undefined;
    case 'hex':
      return digitsOnly(
        { name, what: 'hex digits', digits: '0123456789abcdefABCDEF', groupLength: 2 },
        grouped(2, (text) => fromHex(fromUtf8(text), name)),
      );
    case 'base64':
      return digitsOnly(
        {
          name,
          what: 'base64 with its padding',
          digits: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=',
          groupLength: 4,
        },
        grouped(4, (text) => fromBase64(fromUtf8(text), name)),
      );
  }
}

/** Recodes whole groups of `size` bytes at a time; what is left over waits, at the end as it is. */
function grouped(size: number, recode: (group: Uint8Array) => Uint8Array, end = ''): Incremental {
  let left = new Uint8Array(0);
  return {
    update(chunk) {
      const all = concat(left, chunk);
      const whole = all.length - (all.length % size);
      left = all.slice(whole);
      return recode(all.subarray(0, whole));
    },
    final: () => concat(recode(left), utf8(end)),
  };
}

interface Digits {
  readonly name: string;
  readonly what: string;
  readonly digits: string;
  readonly groupLength: number;
}

const SPACE = 1;
const DIGIT = 2;
const PAD = '='.charCodeAt(0);

/** Takes white space out, and refuses what is no digit; by a table, since files may be large. */
function digitsOnly({ name, what, digits, groupLength }: Digits, inner: Incremental): Incremental {
  const kinds = new Uint8Array(256);
  for (const space of utf8(' \t\n\v\f\r')) kinds[space] = SPACE;
  for (const digit of utf8(digits)) kinds[digit] = DIGIT;
  let position = 0;
  let count = 0;
  let padded = false;
  return {
    update(chunk) {
      const text = new Uint8Array(chunk.length);
      let length = 0;
      for (let i = 0; i < chunk.length; i++) {
        const byte = chunk[i]!;
        if (kinds[byte] === SPACE) continue;
        if (kinds[byte] !== DIGIT || (padded && byte !== PAD)) {
          const [character] = fromUtf8(chunk.subarray(i, i + 4));
          throw badEncoding(`${JSON.stringify(character)} at byte ${position + i}`);
        }
        padded ||= byte === PAD;
        text[length++] = byte;
      }
      position += chunk.length;
      count += length;
      return inner.update(text.subarray(0, length));
    },
    final() {
      if (count % groupLength !== 0) throw badEncoding(`${count} characters`);
      return inner.final();
    },
  };

  function badEncoding(got: string): CryptoError {
    const expected = `${what}, ${groupLength} characters at a time`;
    return new CryptoError('bad-encoding', `${name}: expected ${expected}, got ${got}`);
  }
}
