/** Records out of a stream that is cut anyhow: the same ones, in the same order, and nothing kept that need not be. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatAll, toHex } from '../../src/bytes/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import { type ContentType, encodeRecord, MAX_CIPHERTEXT } from '../../src/tls/index.ts';
import { RecordReader } from '../../src/tls/record/record-reader.ts';

/** All whole records of what is pushed, as text. */
function read(reader: RecordReader, piece: Uint8Array): string[] {
  const found: string[] = [];
  reader.push(piece);
  for (let record = reader.next(); record; record = reader.next()) {
    expect(record.bytes.subarray(5)).toEqual(record.fragment);
    found.push(`${record.type} ${record.version.toString(16)} ${toHex(record.fragment)}`);
  }
  return found;
}

const types = fc.constantFrom<ContentType>('handshake', 'application_data', 'alert', 'change_cipher_spec');
const records = fc.array(fc.tuple(types, fc.uint8Array({ maxLength: 20 })), { maxLength: 6 });

describe('the record reader', () => {
  it('gives the same records however the bytes are cut, even where the pieces change afterwards', () => {
    fc.assert(
      fc.property(records, fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1 }), (list, lengths) => {
        const stream = concatAll(list.map(([type, fragment]) => encodeRecord(type, fragment)));
        const reader = new RecordReader();
        const found: string[] = [];
        let at = 0;
        for (let i = 0; at < stream.length; i++) {
          // Never nothing for ever: the shortest piece is a byte, every other time.
          const length = Math.max(i % 2, lengths[i % lengths.length]!);
          const piece = stream.slice(at, at + length);
          found.push(...read(reader, piece));
          piece.fill(0xee);
          at += length;
        }
        expect(found).toEqual(list.map(([type, fragment]) => `${type} 303 ${toHex(fragment)}`));
      }),
    );
  });

  it('takes the longest record byte by byte', () => {
    const fragment = seededRandom('record').bytes(MAX_CIPHERTEXT);
    const record = encodeRecord('application_data', fragment);
    const reader = new RecordReader();
    const last = record.length - 1;
    for (let i = 0; i < last; i++) expect(read(reader, record.subarray(i, i + 1))).toEqual([]);
    expect(read(reader, record.subarray(last))).toEqual([`application_data 303 ${toHex(fragment)}`]);
    expect(read(reader, encodeRecord('alert', Uint8Array.of(1, 0)))).toEqual(['alert 303 0100']);
  });

  it('throws for a header as soon as it is there, and not before', () => {
    const header = (...bytes: number[]) => Uint8Array.from(bytes);
    const whole = (bytes: Uint8Array) => () => read(new RecordReader(), bytes);
    expect(read(new RecordReader(), header(22, 3, 3, 255))).toEqual([]);
    expect(whole(header(22, 3, 3, 0x48, 1))).toThrow(/^record: expected at most 18432 bytes, got 18433/);
    expect(whole(header(22, 2, 0, 0, 1))).toThrow(/^record: expected TLS 1.2, got version 0x0200/);
    expect(whole(header(24, 3, 3, 0, 1))).toThrow(/^record: expected the type 20, 21, 22 or 23, got 24/);
    const agreed = new RecordReader();
    expect(read(agreed, encodeRecord('alert', header(1, 0), 0x0301))).toEqual(['alert 301 0100']);
    agreed.expectVersion(0x0303);
    expect(() => read(agreed, encodeRecord('alert', header(1, 0), 0x0301))).toThrow(/got TLS 1.0/);
  });
});

it.each([
  ['GET / HTTP/1.1', 'got 71, which looks like HTTP without TLS'],
  ['CONNECT bob.example:443', 'which looks like HTTP without TLS'],
  ['HTTP/1.1 400 Bad Request', 'which looks like HTTP without TLS'],
  ['SSH-2.0-OpenSSH', 'which looks like SSH'],
  ['220 mail.example ESMTP', 'which looks like the greeting of a mail or FTP server'],
  ['<html><head>', 'got 60, the text "<html><h": this does not speak TLS'],
  ['hello', 'got 104, the text "hello": this does not speak TLS'],
  ['hell\x07 world', /got 104$/],
])('what begins with %j is no TLS', (text, expected) => {
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  expect(() => read(new RecordReader(), bytes)).toThrow(expected);
});
