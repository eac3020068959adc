/** From the premaster secret to the keys and to both Finished messages (RFC 5246, 6.3, 7.4.9 and 8.1; RFC 7627, 4). */
import { type AnnotatedBytes, concat, Reader, toHex } from '../../bytes/index.ts';
import type { TlsHappening } from '../../tls/machine.ts';
import type { TraceStep } from '../../trace/index.ts';
import { step } from '../step.ts';
import type { Conversation } from './conversation.ts';
import type { NumberedRecord } from './message-steps.ts';

type Happening<What extends TlsHappening['what']> = Extract<TlsHappening, { what: What }>;

export function derivationSteps(
  { noted }: Conversation,
  records: readonly NumberedRecord[],
  keys: Happening<'keys'>,
): TraceStep[] {
  const client = noted.flatMap(({ side, happening }) => (side === 'client' ? [happening] : []));
  const premaster = client.find((each): each is Happening<'premaster'> => each.what === 'premaster');
  const master = client.find((each): each is Happening<'master'> => each.what === 'master');
  const finished = noted.flatMap(({ happening }) =>
    happening.what === 'finished' && happening.direction === 'sent' ? [happening] : [],
  );
  return [
    ...randomSteps(records, keys),
    ...(premaster ? premasterSteps(premaster, records) : []),
    ...masterSteps(keys, premaster, master, records),
    keyBlockStep(keys),
    ...finished.flatMap((each) => finishedSteps(each, keys, records)),
  ];
}

/** Number of the first message of that type, from either side. */
function numberOf(records: readonly NumberedRecord[], type: string, from?: 'client' | 'server'): number {
  const found = records.find((each) => each.types.includes(type) && (!from || each.from === from));
  return found?.number ?? 0;
}

function randomSteps(
  records: readonly NumberedRecord[],
  { clientRandom, serverRandom }: Happening<'keys'>,
): TraceStep[] {
  return [
    step('client_random', 'RFC 5246, 7.4.1.2', 'explain.tls.clientRandom', {
      value: toHex(clientRandom),
      number: numberOf(records, 'client_hello'),
    }),
    step('server_random', 'RFC 5246, 7.4.1.3', 'explain.tls.serverRandom', {
      value: toHex(serverRandom),
      number: numberOf(records, 'server_hello'),
    }),
  ];
}

function premasterSteps(
  { premasterSecret, encryptedPremasterSecret }: Happening<'premaster'>,
  records: readonly NumberedRecord[],
): TraceStep[] {
  const fields: AnnotatedBytes[] = [];
  const reader = new Reader(premasterSecret, (field) => fields.push(field));
  reader.u16('client_version', 'RFC 5246, 7.4.7.1');
  reader.bytes(reader.remaining, 'random', 'RFC 5246, 7.4.7.1');
  return [
    {
      ...step('pre_master_secret', 'RFC 5246, 7.4.7.1', 'explain.tls.premaster', {
        value: toHex(premasterSecret),
      }),
      fields,
    },
    step('encrypted_pre_master_secret', 'RFC 5246, 7.4.7.1', 'explain.tls.encryptedPremaster', {
      value: toHex(encryptedPremasterSecret),
      bits: 8 * encryptedPremasterSecret.length,
      number: numberOf(records, 'client_key_exchange'),
    }),
  ];
}

function masterSteps(
  { suite, masterSecret }: Happening<'keys'>,
  premaster: Happening<'premaster'> | undefined,
  master: Happening<'master'> | undefined,
  records: readonly NumberedRecord[],
): TraceStep[] {
  if (!premaster || !master) {
    return [
      step('master_secret', 'RFC 5246, 7.3', 'explain.tls.master.resumed', { value: toHex(masterSecret) }),
    ];
  }
  const { label, seed } = master;
  const values = {
    value: toHex(masterSecret),
    label,
    seed: toHex(seed),
    secret: toHex(premaster.premasterSecret),
    hash: suite.prf.name,
  };
  if (label === 'master secret') {
    return [step('master_secret', 'RFC 5246, 8.1', 'explain.tls.master', values)];
  }
  return [
    step('session_hash', 'RFC 7627, 3', 'explain.tls.sessionHash', {
      value: toHex(seed),
      hash: suite.prf.name,
      messages: handshakeNumbers(records, numberOf(records, 'client_key_exchange')),
    }),
    step('master_secret', 'RFC 7627, 4', 'explain.tls.master.extended', values),
  ];
}

function keyBlockStep({
  suite,
  masterSecret,
  clientRandom,
  serverRandom,
  keyBlock,
}: Happening<'keys'>): TraceStep {
  const fields: AnnotatedBytes[] = [];
  const reader = new Reader(keyBlock.bytes, (field) => fields.push(field));
  for (const { name, bytes } of keyBlock.parts) {
    if (bytes.length > 0) reader.bytes(bytes.length, name, 'RFC 5246, 6.3');
  }
  return {
    ...step('key_block', 'RFC 5246, 6.3', 'explain.tls.keyBlock', {
      value: toHex(keyBlock.bytes),
      label: 'key expansion',
      seed: toHex(concat(serverRandom, clientRandom)),
      secret: toHex(masterSecret),
      hash: suite.prf.name,
      length: keyBlock.bytes.length,
      count: fields.length,
    }),
    fields,
  };
}

function finishedSteps(
  { label, handshakeHash, verifyData }: Happening<'finished'>,
  { suite, masterSecret }: Happening<'keys'>,
  records: readonly NumberedRecord[],
): TraceStep[] {
  const from = label === 'client finished' ? 'client' : 'server';
  const number = numberOf(records, 'finished', from);
  const { name: hash } = suite.prf;
  return [
    step(`${from}_finished.hash`, 'RFC 5246, 7.4.9', 'explain.tls.handshakeHash', {
      value: toHex(handshakeHash),
      hash,
      messages: handshakeNumbers(records, number - 1),
    }),
    step(`${from}_finished.verify_data`, 'RFC 5246, 7.4.9', 'explain.tls.verifyData', {
      value: toHex(verifyData),
      label,
      seed: toHex(handshakeHash),
      secret: toHex(masterSecret),
      hash,
      number,
    }),
  ];
}

/** The handshake messages up to that number, ChangeCipherSpec not being one: `1-5, 7`. */
function handshakeNumbers(records: readonly NumberedRecord[], last: number): string {
  const runs: [number, number][] = [];
  for (const { number, sent } of records) {
    if (number > last || sent.type !== 'handshake') continue;
    const run = runs.at(-1);
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
}
