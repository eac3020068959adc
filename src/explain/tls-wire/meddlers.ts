/** What somebody on the wire can do to what passes: change a message in clear, a record, or end it all. */
import { encodeHandshake, encodeRecord, type HandshakeMessage } from '../../tls/index.ts';
import { type Meddler, messageIn, type Passing } from './conversation.ts';

type MessageOf<T extends HandshakeMessage['type']> = Extract<HandshakeMessage, { type: T }>;

/** Puts another message in the place of that one, in clear. */
export function onMessage<T extends HandshakeMessage['type']>(
  type: T,
  change: (message: MessageOf<T>) => HandshakeMessage,
): Meddler {
  return (passing) => {
    const message = passing.isProtected ? undefined : messageIn(passing);
    if (message?.type !== type) return [passing.record];
    return [recordLike(passing, encodeHandshake(change(message as MessageOf<T>)))];
  };
}

/** Does something to the first record of application data from one side. */
export function onFirstData(side: Passing['from'], change: (record: Uint8Array) => Uint8Array[]): Meddler {
  let done = false;
  return ({ from, type, record }) => {
    if (done || from !== side || type !== 'application_data') return [record];
    done = true;
    return change(record);
  };
}

/** Ends the transport before the second record of application data from one side. */
export function cutAfterFirstData(side: Passing['from']): Meddler {
  let seen = 0;
  return ({ from, type, record }) => {
    if (from === side && type === 'application_data') seen++;
    return seen === 2 ? 'cut' : [record];
  };
}

/** A record with another content, under the same type and version. */
export function recordLike({ type, record }: Passing, fragment: Uint8Array): Uint8Array {
  return encodeRecord(type, fragment, record[1]! * 256 + record[2]!);
}

/** The last one. */
export function withFlippedBit(bytes: Uint8Array): Uint8Array {
  const flipped = bytes.slice();
  flipped[flipped.length - 1]! ^= 1;
  return flipped;
}
