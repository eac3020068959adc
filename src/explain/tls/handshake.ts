/**
 * A TLS 1.2 handshake with RSA key exchange as a trace (RFC 5246): every record with every byte of it named, and how the keys
 * were derived.
 *
 * The values are those that the two machines had. Such a trace holds every secret of the connection.
 */
import { concatAll, toHex } from '../../bytes/index.ts';
import { CryptoError } from '../../errors.ts';
import type { TlsHappening } from '../../tls/machine.ts';
import type { Trace } from '../../trace/index.ts';
import { handshakeTypes } from './content-fields.ts';
import type { Conversation, Side } from './conversation.ts';
import { derivationSteps } from './derivation.ts';
import { messageSteps, type NumberedRecord } from './message-steps.ts';
import { type SentRecord, type TakenApart, takeApartPlain, takeApartProtected } from './taken-apart.ts';

type Keys = Extract<TlsHappening, { what: 'keys' }>;

/** Records that are explained at most: a short conversation has a dozen. */
const MOST_RECORDS = 1000;

/** The steps `message[n]…`, then those of the derivation. `bad-argument` where the handshake did not come to its keys. */
export function explainTlsHandshake(conversation: Conversation): Trace {
  const { noted, connection, events } = conversation;
  const keys = noted.map(({ happening }) => happening).find((each): each is Keys => each.what === 'keys');
  if (!keys || !connection) {
    throw new CryptoError(
      'bad-argument',
      'conversation: expected a handshake that was completed, got another',
    );
  }
  const records = numberRecords(conversation, keys);
  const read = (side: Side) =>
    concatAll(
      events.flatMap(({ side: at, event }) => (at === side && event.type === 'data' ? [event.data] : [])),
    );
  return {
    version: 1,
    subject: `TLS 1.2, ${keys.suite.name}`,
    inputs: {
      suite: keys.suite.name,
      extended_master_secret: yesOrNo(connection.extendedMasterSecret),
      encrypt_then_mac: yesOrNo(connection.encryptThenMac),
      resumed: yesOrNo(connection.resumed),
      server_name: connection.serverName ?? '',
      request: toHex(read('server')),
    },
    steps: [
      ...records.flatMap((record) => messageSteps(record, keys.suite)),
      ...derivationSteps(conversation, records, keys),
    ],
    output: toHex(read('client')),
  };
}

/** All that was sent, in the order in which it was. */
function numberRecords({ noted }: Conversation, keys: Keys): NumberedRecord[] {
  const apartBy: Record<Side, (sent: SentRecord) => TakenApart> = {
    client: takeApartProtected(keys.suite, keys.keyBlock.client, keys.encryptThenMac),
    server: takeApartProtected(keys.suite, keys.keyBlock.server, keys.encryptThenMac),
  };
  const records: NumberedRecord[] = [];
  for (const { side, happening } of noted) {
    if (happening.what !== 'record' || happening.direction !== 'sent') continue;
    if (records.length === MOST_RECORDS) {
      throw new CryptoError(
        'too-large',
        `conversation: expected at most ${MOST_RECORDS} records to explain, got more`,
      );
    }
    const { type, plaintext, sequenceNumber } = happening;
    const apart = sequenceNumber === undefined ? takeApartPlain(happening) : apartBy[side](happening);
    const types = type === 'handshake' ? handshakeTypes(plaintext) : [type];
    records.push({ number: records.length + 1, from: side, sent: happening, apart, types });
  }
  return records;
}

function yesOrNo(flag: boolean): string {
  return flag ? 'yes' : 'no';
}
