/** Arguments of TLS. */
import { systemRandom } from '../../src/random/index.ts';
import * as tls from '../../src/tls/index.ts';
import { BOB, CLIENT } from '../tls/pair.ts';
import { exported, type Row } from './row.ts';

const suite = tls.suiteNamed('AES128-SHA');
const bytes = new Uint8Array(48);
const randoms = { clientRandom: bytes, serverRandom: bytes };
const master = bytes as tls.MasterSecret;
const keyBlock = tls.deriveKeyBlock(suite, master, randoms);
const protection = () => tls.createProtection(suite, keyBlock.client, false, systemRandom);
const premaster = tls.asPremasterSecret(bytes);

/** Those that take bytes, or text; the others take what TypeScript knows. */
export const tlsRows: readonly Row[] = [
  ...exported(
    { suiteNamed: tls.suiteNamed, readHandshake: tls.readHandshake },
    {
      suiteNamed: { name: 'AES128-SHA' },
      readHandshake: { bytes: tls.encodeHandshake({ type: 'hello_request' }) },
    },
  ),
  ['encodeRecord', (fragment) => tls.encodeRecord('alert', fragment), { fragment: bytes }],
  ['readHeader', (record) => tls.readHeader(record), { bytes: tls.encodeRecord('alert', bytes) }],
  [
    'deriveExtendedMaster',
    (hash) => tls.deriveExtendedMaster(suite, premaster, hash),
    { sessionHash: bytes },
  ],
  [
    'deriveVerifyData',
    (hash) => tls.deriveVerifyData(suite, master, 'client finished', hash),
    { handshakeHash: bytes },
  ],
  [
    'decryptRecording',
    (client, server, privateKey) => tls.decryptRecording({ client, server }, privateKey),
    { client: new Uint8Array(0), server: new Uint8Array(0), privateKey: BOB.privateKey },
  ],
  ['createProtection().seal', (plaintext) => protection().seal('alert', plaintext), { plaintext: bytes }],
  ['createClient().receive', (sent) => tls.createClient(CLIENT).receive(sent), { bytes: new Uint8Array(0) }],
];
