/**
 * Messages as files: PEM (`CMS`, or `PKCS7` of old), DER, the S/MIME wrapper; and BER in any of them, as streaming programs
 * write it.
 */
import { berToDer, pemDecode, pemEncode, TAG } from '../asn1/index.ts';
import { fromUtf8, utf8 } from '../bytes/index.ts';
import { CryptoError, expectBytes, orList } from '../errors.ts';
import { MAX_MESSAGE, type Message, parseMessage } from './content-info.ts';
import { decodeSmime, encodeSmime } from './smime.ts';

/** Bytes of a file: base64 takes four for three, and line ends. */
export const MAX_MESSAGE_FILE = 48 << 20;

const LABELS: readonly string[] = ['CMS', 'PKCS7', 'PKCS #7 SIGNED DATA'];

/** Elements of a message: streams come in pieces of some kilobytes. */
const LIMITS = { maxBytes: MAX_MESSAGE, maxElements: 2 ** 18 } as const;

/**
 * The message in a file. `bad-format` or `bad-encoding` for what is none; `too-large` above 48 MiB; `unsupported` for mail of several
 * parts.
 */
export function parseMessageFile(file: Uint8Array): Message {
  return parseMessage(messageDer(file));
}

/** The DER of the message in a file. */
export function messageDer(file: Uint8Array): Uint8Array {
  expectBytes('message', file);
  if (file.length > MAX_MESSAGE_FILE) {
    throw new CryptoError(
      'too-large',
      `message: expected at most ${MAX_MESSAGE_FILE} bytes, got ${file.length}`,
    );
  }
  return berToDer(unwrapped(file), LIMITS);
}

export const MESSAGE_FORMS = ['pem', 'der', 'smime'] as const;
export type MessageForm = (typeof MESSAGE_FORMS)[number];

/** A message, given as DER, in the form of a file. */
export function encodeMessageFile(der: Uint8Array, form: MessageForm): Uint8Array {
  expectBytes('der', der);
  if (!MESSAGE_FORMS.includes(form)) {
    throw new CryptoError(
      'bad-argument',
      `form: expected ${orList(MESSAGE_FORMS)}, got ${JSON.stringify(form)}`,
    );
  }
  if (form === 'der') return der;
  if (form === 'pem') return utf8(pemEncode('CMS', der));
  const { type } = parseMessage(der);
  if (type === 'signedData') return utf8(encodeSmime(der, 'signed-data'));
  return utf8(encodeSmime(der, type === 'authEnvelopedData' ? 'authEnveloped-data' : 'enveloped-data'));
}

function unwrapped(file: Uint8Array): Uint8Array {
  if (file[0] === TAG.sequence && !startsAsText(file)) return file;
  const smime = decodeSmime(file);
  if (smime) return smime;
  const blocks = /-----BEGIN /.test(fromUtf8(file)) ? pemDecode(file) : [];
  const block = blocks.find(({ label }) => LABELS.includes(label));
  if (block) return block.der;
  const [got] = blocks.map(({ label }) => label);
  throw new CryptoError(
    'bad-format',
    `message: expected DER, a PEM block of CMS or PKCS7, or S/MIME, got ${got ?? (file.length === 0 ? 'an empty file' : 'something else')}`,
  );
}

/** A text may begin with a zero, which is also how DER begins. */
function startsAsText(file: Uint8Array): boolean {
  const [, second = 0] = file;
  return second >= 0x20 && second < 0x7f && /^-----BEGIN /m.test(fromUtf8(file.subarray(0, 2 ** 16)));
}
