/** The steps that one record leaves: itself, what was decrypted, and what protects it (RFC 5246, 6.2.3 and 7). */
import { toHex } from '../../bytes/index.ts';
import { alertNamed } from '../../tls/alert.ts';
import type { CipherSuite } from '../../tls/suites.ts';
import type { MessageKey, TraceStep } from '../../trace/index.ts';
import { step } from '../step.ts';
import type { Side } from './conversation.ts';
import type { SentRecord, TakenApart } from './taken-apart.ts';

export interface NumberedRecord {
  /** From 1, in the order in which they were sent. */
  readonly number: number;
  readonly from: Side;
  readonly sent: SentRecord;
  readonly apart: TakenApart;
  /** What it holds, as the standard names it: `server_hello`, `application_data`. */
  readonly types: readonly string[];
}

type Say = Extract<MessageKey, `explain.tls.message.${string}`>;

/** What each message says, and where the standard has it. */
const MESSAGES: Readonly<Record<string, readonly [say: Say, clause: string]>> = {
  client_hello: ['explain.tls.message.clientHello', 'RFC 5246, 7.4.1.2'],
  server_hello: ['explain.tls.message.serverHello', 'RFC 5246, 7.4.1.3'],
  certificate: ['explain.tls.message.certificate', 'RFC 5246, 7.4.2'],
  server_hello_done: ['explain.tls.message.serverHelloDone', 'RFC 5246, 7.4.5'],
  client_key_exchange: ['explain.tls.message.clientKeyExchange', 'RFC 5246, 7.4.7.1'],
  finished: ['explain.tls.message.finished', 'RFC 5246, 7.4.9'],
  change_cipher_spec: ['explain.tls.message.changeCipherSpec', 'RFC 5246, 7.1'],
  application_data: ['explain.tls.message.applicationData', 'RFC 5246, 10'],
  close_notify: ['explain.tls.message.closeNotify', 'RFC 5246, 7.2.1'],
  alert: ['explain.tls.message.alert', 'RFC 5246, 7.2'],
};
const OTHER = ['explain.tls.message.other', 'RFC 5246, 7.4'] as const;

export function messageSteps(
  { number, from, sent, apart, types }: NumberedRecord,
  suite: CipherSuite,
): TraceStep[] {
  const { record, plaintext, sequenceNumber } = sent;
  const id = `message[${number}]`;
  const alert = sent.type === 'alert' && plaintext.length === 2 ? alertNamed(plaintext[1]!) : undefined;
  const [say, clause] = (alert && MESSAGES[alert]) ?? MESSAGES[types[0] ?? ''] ?? OTHER;
  const steps: TraceStep[] = [
    {
      ...step(id, clause, say, {
        value: toHex(record),
        number,
        from,
        type: alert ?? types.join(' + '),
        length: record.length,
        seq_num: sequenceNumber ?? '',
      }),
      fields: apart.fields,
    },
  ];
  if (apart.plaintext) {
    const { bytes, fields } = apart.plaintext;
    const [told, where] = plaintextSays(suite, apart);
    const values = { value: toHex(bytes), length: bytes.length };
    steps.push({ ...step(`${id}.plaintext`, where, told, values), fields });
  }
  return [...steps, ...authenticationSteps(id, from, apart, suite)];
}

function plaintextSays({ cipher }: CipherSuite, { authentication }: TakenApart) {
  switch (cipher.kind) {
    case 'cbc':
      return authentication?.kind === 'mac' && authentication.isOutside
        ? (['explain.tls.plaintext.etm', 'RFC 7366, 3'] as const)
        : (['explain.tls.plaintext.cbc', 'RFC 5246, 6.2.3.2'] as const);
    case 'gcm':
      return ['explain.tls.plaintext.gcm', 'RFC 5246, 6.2.3.3'] as const;
    default:
      return ['explain.tls.plaintext.stream', 'RFC 5246, 6.2.3.1'] as const;
  }
}

function authenticationSteps(
  id: string,
  from: Side,
  { authentication: made }: TakenApart,
  suite: CipherSuite,
): TraceStep[] {
  if (!made) return [];
  if (made.kind === 'mac') {
    const clause = made.isOutside ? 'RFC 7366, 3' : 'RFC 5246, 6.2.3.1';
    return [
      {
        ...step(`${id}.MAC_input`, clause, macInputSays(made.isOutside, suite), { value: toHex(made.input) }),
        fields: made.fields,
      },
      step(`${id}.MAC`, clause, 'explain.tls.mac', {
        value: toHex(made.mac),
        hash: suite.mac?.name ?? '',
        key: `${from}_write_MAC_key`,
      }),
    ];
  }
  const { nonce, nonceFields, additionalData, additionalFields, tag } = made;
  return [
    {
      ...step(`${id}.nonce`, 'RFC 5288, 3', 'explain.tls.nonce', {
        value: toHex(nonce),
        iv: `${from}_write_IV`,
      }),
      fields: nonceFields,
    },
    {
      ...step(`${id}.additional_data`, 'RFC 5246, 6.2.3.3', 'explain.tls.additionalData', {
        value: toHex(additionalData),
      }),
      fields: additionalFields,
    },
    step(`${id}.tag`, 'RFC 5288, 3', 'explain.tls.tag', { value: toHex(tag), key: `${from}_write_key` }),
  ];
}

function macInputSays(isOutside: boolean, { cipher }: CipherSuite) {
  if (isOutside) return 'explain.tls.macInput.outside';
  return cipher.kind === 'null' ? 'explain.tls.macInput.open' : 'explain.tls.macInput';
}
