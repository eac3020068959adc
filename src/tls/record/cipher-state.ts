/** What the ways of protecting a record have in common: keys, and what is authenticated beside the content. */
import { Writer } from '../../bytes/index.ts';
import { TlsFault } from '../alert.ts';

/** The keys of one direction: parts of the key block. */
export interface DirectionKeys {
  readonly macKey: Uint8Array;
  readonly key: Uint8Array;
  /** The fixed part of GCM's nonce; empty elsewhere. */
  readonly iv: Uint8Array;
}

/** What a kind of cipher does with one record. */
export interface RecordCipherState {
  seal(plaintext: Uint8Array, about: AdditionalData): Uint8Array;
  open(fragment: Uint8Array, about: AdditionalData): Uint8Array;
}

/** What is authenticated beside the content: `of(length)` is seq_num + type + version + length, 13 bytes (6.2.3.1; 6.2.3.3). */
export interface AdditionalData {
  readonly sequenceNumber: number;
  of(length: number): Uint8Array;
}

/** 64 bits, big-endian. */
export function encodeSequenceNumber(sequenceNumber: number): Uint8Array {
  return new Writer()
    .u32(Math.floor(sequenceNumber / 2 ** 32))
    .u32(sequenceNumber % 2 ** 32)
    .finish();
}

/** One sentence for every record that does not open: which byte was wrong is nobody's business (RFC 5246, 7.2.2). */
export function badRecordMac(): TlsFault {
  return new TlsFault(
    'bad_record_mac',
    'record: expected one whose MAC or tag fits the keys of this connection, got one that was changed, sent again or moved',
  );
}
