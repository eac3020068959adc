/** Hex and base64 (RFC 4648), over @scure/base, with errors that name the argument. */
import { base64 as base64Codec, hex as hexCodec } from '@scure/base';
import { CryptoError, expectBytes, expectText } from '../errors.ts';

/** Lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  expectBytes('bytes', bytes);
  return hexCodec.encode(bytes);
}

/** Hex of either case, without separators; `bad-encoding` for odd length or a foreign character. */
export function fromHex(text: string, name = 'hex'): Uint8Array {
  expectText(name, text);
  const foreign = /[^0-9a-fA-F]/.exec(text);
  if (foreign) {
    throw new CryptoError(
      'bad-encoding',
      `${name}: expected hex digits, got ${JSON.stringify(foreign[0])} at position ${foreign.index}`,
    );
  }
  if (text.length % 2 !== 0) {
    throw new CryptoError(
      'bad-encoding',
      `${name}: expected an even number of hex digits, got ${text.length}; two digits make one byte`,
    );
  }
  return hexCodec.decode(text);
}

/** Base64 with padding, on one line. */
export function toBase64(bytes: Uint8Array): string {
  expectBytes('bytes', bytes);
  return base64Codec.encode(bytes);
}

/** Base64 with padding; `bad-encoding` if it is anything else. */
export function fromBase64(text: string, name = 'base64'): Uint8Array {
  expectText(name, text);
  try {
    return base64Codec.decode(text);
  } catch {
    throw new CryptoError('bad-encoding', `${name}: expected base64 with its padding, got ${excerpt(text)}`);
  }
}

/** At most 24 characters of a value, quoted, for an error message. */
export function excerpt(text: string): string {
  expectText('text', text);
  return JSON.stringify(text.length > 24 ? `${text.slice(0, 23)}…` : text);
}
