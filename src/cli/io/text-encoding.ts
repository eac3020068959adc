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

/** Text to bytes; white space anywhere is passed over. */
export function createDecoder(encoding: Encoding, name: string): Incremental | undefined {
  switch (encoding) {
    case 'raw':
      return undefined;
    case 'hex':
      return spaceless(grouped(2, (text) => fromHex(fromUtf8(text), name)));
    case 'base64':
      return spaceless(grouped(4, (text) => fromBase64(fromUtf8(text), name)));
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

function spaceless(inner: Incremental): Incremental {
  return {
    update: (chunk) => inner.update(chunk.filter((byte) => byte > 0x20)),
    final: () => inner.final(),
  };
}
