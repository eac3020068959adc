/** What is inside a record, field by field: by the very parsers that run (RFC 5246, 7.1, 7.2, 7.4 and 10). */
import { type AnnotatedBytes, Reader, type Recorder } from '../../bytes/index.ts';
import { CryptoError } from '../../errors.ts';
import { handshakeTypeNamed, readHandshake } from '../../tls/messages/handshake.ts';
import type { ContentType } from '../../tls/record/content-type.ts';

/** Names every byte of the plaintext `content`, which begins at `base`. Where it is no message, it stays one field. */
export function contentFields(type: ContentType, content: Uint8Array, record: Recorder, base: number): void {
  const found: AnnotatedBytes[] = [];
  try {
    readContent(type, content, (field) => found.push(field), base);
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    found.splice(0);
    new Reader(content, (field) => found.push(field), base).bytes(
      content.length,
      'fragment',
      'RFC 5246, 6.2.1',
    );
  }
  for (const field of found) record(field);
}

/** The types of the messages in a handshake record, as the standard writes them: `server_hello`. Empty where one is cut. */
export function handshakeTypes(content: Uint8Array): string[] {
  try {
    return wholeMessages(content).map((message) => handshakeTypeNamed(message[0]!) ?? 'unknown');
  } catch (error) {
    if (error instanceof CryptoError) return [];
    throw error;
  }
}

function readContent(type: ContentType, content: Uint8Array, record: Recorder, base: number): void {
  const reader = new Reader(content, record, base);
  switch (type) {
    case 'handshake': {
      let at = base;
      for (const message of wholeMessages(content)) {
        readHandshake(message, record, at);
        at += message.length;
      }
      return;
    }
    case 'change_cipher_spec':
      reader.u8('change_cipher_spec', 'RFC 5246, 7.1');
      break;
    case 'alert':
      reader.u8('level', 'RFC 5246, 7.2');
      reader.u8('description', 'RFC 5246, 7.2');
      break;
    case 'application_data':
      reader.bytes(content.length, 'data', 'RFC 5246, 10');
      break;
  }
  reader.end(type);
}

/** The handshake messages of one record, each with its header. `bad-format` where one goes on in the next record. */
function wholeMessages(content: Uint8Array): Uint8Array[] {
  const messages: Uint8Array[] = [];
  const reader = new Reader(content);
  while (reader.remaining > 0) {
    const start = reader.offset;
    reader.u8('msg_type');
    reader.bytes(reader.u24('length'), 'body');
    messages.push(reader.since(start));
  }
  return messages;
}
