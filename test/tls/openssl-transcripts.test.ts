/** Whole connections between two programs of OpenSSL, read with the server's key: our parts on bytes that are not ours. */
import { describe, expect, it } from 'vitest';
import { concatAll, fromHex, toHex } from '../../src/bytes/index.ts';
import { parsePrivateKey, type RsaKey } from '../../src/keys/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import { pkcs1Decrypt, type RsaPrivateKey } from '../../src/rsa/index.ts';
import {
  asPremasterSecret,
  type ClientHello,
  type ContentType,
  createProtection,
  deriveExtendedMaster,
  deriveKeyBlock,
  deriveMaster,
  deriveVerifyData,
  encodeHandshake,
  encodeRecord,
  findExtension,
  type HandshakeMessage,
  type KeyBlock,
  type MasterSecret,
  type RecordProtection,
  readHandshake,
  type ServerHello,
  suiteNamed,
} from '../../src/tls/index.ts';
import { RecordReader } from '../../src/tls/record/record-reader.ts';
import { type VectorCase, vectors } from '../vectors.ts';

type Side = 'client' | 'server';

interface SeenRecord {
  readonly from: Side;
  readonly type: ContentType;
  readonly record: Uint8Array;
  readonly fragment: Uint8Array;
}

/** Every record in the order in which it crossed the wire. */
function recordsOf({ flights }: VectorCase): SeenRecord[] {
  const readers = { client: new RecordReader(), server: new RecordReader() };
  return (flights as { from: Side; bytes: string }[]).flatMap(({ from, bytes }) => {
    const seen: SeenRecord[] = [];
    readers[from].push(fromHex(bytes));
    for (let raw = readers[from].next(); raw; raw = readers[from].next()) {
      seen.push({ from, type: raw.type, record: raw.bytes.slice(), fragment: raw.fragment.slice() });
    }
    return seen;
  });
}

/** What an observer with the server's key learns, step by step as the bytes pass. */
function eavesdrop(test: VectorCase) {
  const suite = suiteNamed(String(test.suite));
  const { rsa } = parsePrivateKey(fromHex(String(test.privateKey))) as RsaKey<RsaPrivateKey>;
  const messages: { from: Side; bytes: Uint8Array; message: HandshakeMessage }[] = [];
  const data = { client: '', server: '' };
  const alerts: string[] = [];
  const open: { client?: RecordProtection; server?: RecordProtection } = {};
  const verifyData: { from: Side; theirs: string; ours: string }[] = [];
  let keyBlock: KeyBlock | undefined;
  let masterSecret: MasterSecret | undefined;
  let premasterSecret: Uint8Array | undefined;
  let encryptedPremasterSecret: Uint8Array | undefined;

  const find = <T extends HandshakeMessage['type']>(type: T) =>
    messages.find(({ message }) => message.type === type)!.message as Extract<HandshakeMessage, { type: T }>;
  const hashSoFar = () =>
    suite.prf
      .create()
      .update(concatAll(messages.map(({ bytes }) => bytes)))
      .digest();

  function understand(from: Side, bytes: Uint8Array): void {
    const message = readHandshake(bytes);
    if (message.type === 'finished') {
      const ours = deriveVerifyData(suite, masterSecret!, `${from} finished`, hashSoFar());
      verifyData.push({ from, theirs: toHex(message.verifyData), ours: toHex(ours) });
    }
    messages.push({ from, bytes, message });
    if (message.type !== 'client_key_exchange') return;
    ({ encryptedPremasterSecret } = message);
    premasterSecret = pkcs1Decrypt(rsa, encryptedPremasterSecret);
    const premaster = asPremasterSecret(premasterSecret);
    const randoms = { clientRandom: find('client_hello').random, serverRandom: find('server_hello').random };
    ({ masterSecret } = test.extendedMasterSecret
      ? deriveExtendedMaster(suite, premaster, hashSoFar())
      : deriveMaster(suite, premaster, randoms));
    keyBlock = deriveKeyBlock(suite, masterSecret, randoms);
  }

  for (const { from, type, fragment } of recordsOf(test)) {
    const plaintext = open[from]?.open(type, fragment) ?? fragment;
    if (type === 'handshake') for (const bytes of cut(plaintext)) understand(from, bytes);
    else if (type === 'application_data') data[from] += toHex(plaintext);
    else if (type === 'alert') alerts.push(`${from} ${toHex(plaintext)}`);
    else
      open[from] = createProtection(
        suite,
        keyBlock![from],
        test.encryptThenMac === true,
        seededRandom('unused'),
      );
  }
  return {
    messages,
    data,
    alerts,
    verifyData,
    keyBlock: keyBlock!,
    masterSecret: masterSecret!,
    premasterSecret: premasterSecret!,
    encryptedPremasterSecret: encryptedPremasterSecret!,
    clientHello: find('client_hello') as ClientHello,
    serverHello: find('server_hello') as ServerHello,
  };
}

/** OpenSSL puts whole messages into a record, one or more. */
function cut(plaintext: Uint8Array): Uint8Array[] {
  const messages: Uint8Array[] = [];
  for (let at = 0; at < plaintext.length; ) {
    const [high = 0, middle = 0, low = 0] = plaintext.subarray(at + 1, at + 4);
    const length = 4 + high * 65_536 + middle * 256 + low;
    messages.push(plaintext.slice(at, at + length));
    at += length;
  }
  return messages;
}

describe.each(vectors('tls12-openssl'))('$id $suite $comment', (test) => {
  const seen = eavesdrop(test);

  it('is a true RSA key exchange: 03 03 and 46 bytes under the key of the server', () => {
    expect(toHex(seen.premasterSecret)).toBe(test.premasterSecret);
    expect(test.premasterSecret).toMatch(/^0303[0-9a-f]{92}$/);
    expect(toHex(seen.encryptedPremasterSecret.subarray(0, 8))).toBe(test.encryptedPremasterStart);
  });

  it('derives the master secret of the key log', () => {
    expect(toHex(seen.clientHello.random)).toBe(test.clientRandom);
    expect(toHex(seen.masterSecret)).toBe(test.masterSecret);
  });

  it('finds both Finished true', () => {
    expect(seen.verifyData.map(({ from }) => from)).toEqual(['client', 'server']);
    for (const { theirs, ours } of seen.verifyData) expect(ours).toBe(theirs);
  });

  it('reads what both said, and their close_notify', () => {
    expect(seen.data).toEqual({ client: test.clientData, server: test.serverData });
    expect(seen.alerts).toEqual(['client 0100', 'server 0100']);
  });

  it('understands every message, and writes the same bytes again', () => {
    expect(seen.messages.map(({ from, message }) => `${from} ${message.type}`)).toEqual([
      'client client_hello',
      'server server_hello',
      'server certificate',
      'server server_hello_done',
      'client client_key_exchange',
      'client finished',
      'server finished',
    ]);
    for (const { bytes, message } of seen.messages) expect(encodeHandshake(message)).toEqual(bytes);
    for (const { record, type, fragment } of recordsOf(test).slice(1)) {
      expect(encodeRecord(type, fragment)).toEqual(record);
    }
    expect(seen.serverHello.cipherSuite).toBe(suiteNamed(String(test.suite)).id);
  });

  it('sees the extensions on both sides, or on neither', () => {
    for (const { extensions } of [seen.clientHello, seen.serverHello]) {
      const [ems, etm] = [
        findExtension(extensions, 'extended_master_secret'),
        findExtension(extensions, 'encrypt_then_mac'),
      ];
      expect([ems !== undefined, etm !== undefined]).toEqual([
        test.extendedMasterSecret,
        test.encryptThenMac,
      ]);
    }
    expect(findExtension(seen.clientHello.extensions, 'server_name')).toMatchObject({
      hostName: 'bob.example',
    });
  });

  it.each(['client', 'server'] as const)(
    'refuses the first record of the %s with any bit changed',
    (side) => {
      const { fragment } = recordsOf(test)
        .filter(({ from }) => from === side)
        .find(protectedFinished(side))!;
      const open = (bytes: Uint8Array) =>
        createProtection(
          suiteNamed(String(test.suite)),
          seen.keyBlock[side],
          test.encryptThenMac === true,
          seededRandom('unused'),
        ).open('handshake', bytes);
      expect(open(fragment)).toHaveLength(16);
      for (let bit = 0; bit < fragment.length * 8; bit++) {
        const changed = fragment.slice();
        changed[bit >> 3]! ^= 1 << (bit & 7);
        expect(() => open(changed)).toThrow(expect.objectContaining({ alert: 'bad_record_mac' }));
      }
    },
  );
});

/** The handshake record that follows the change of cipher. */
function protectedFinished(side: Side) {
  let changed = false;
  return ({ from, type }: SeenRecord): boolean => {
    if (from === side && type === 'change_cipher_spec') changed = true;
    return changed && type === 'handshake';
  };
}
