/** What a client accepts in a ServerHello: an answer to what it said, and nothing else. */
import { expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.ts';
import { type ClientConfig, suiteNamed } from '../../src/tls/index.ts';
import { EXT, type RawExtension } from './raw-client.ts';
import type { ServerHelloChanges } from './raw-server.ts';
import { rawServer } from './raw-setup.ts';

const ext = (type: number, data = ''): RawExtension => [type, fromHex(data)];
const answers = (...extensions: readonly RawExtension[]) => ({
  extensions: [EXT.renegotiationInfo, ...extensions],
});
const GCM = suiteNamed('AES128-GCM-SHA256').id;
const ALPN: Partial<ClientConfig> = { alpn: ['h2', 'http/1.1'] };

type Row = readonly [
  what: string,
  changes: ServerHelloChanges,
  outcome: string,
  config?: Partial<ClientConfig>,
];
const ROWS: readonly Row[] = [
  ['nothing but renegotiation_info', {}, 'handshake'],
  ['SSL 3.0', { serverVersion: 0x0300 }, 'protocol_version'],
  ['TLS 1.1', { serverVersion: 0x0302 }, 'protocol_version'],
  ['TLS 1.3 as legacy_version', { serverVersion: 0x0304 }, 'protocol_version'],
  ['a suite that was not offered', { suite: 0x0005 }, 'illegal_parameter'],
  ['a suite of EXPORT grade', { suite: 0x0003 }, 'illegal_parameter'],
  ['the SCSV as suite', { suite: 0x00ff }, 'illegal_parameter'],
  ['DEFLATE', { compression: 1 }, 'illegal_parameter'],
  ['no renegotiation_info', { extensions: [] }, 'handshake_failure'],
  [
    'renegotiation_info of another handshake',
    { extensions: [ext(0xff01, '0c000102030405060708090a0b')] },
    'handshake_failure',
  ],
  ['renegotiation_info twice', answers(EXT.renegotiationInfo), 'illegal_parameter'],
  ['extended_master_secret', answers(EXT.ems), 'handshake'],
  ['extended_master_secret with data', answers(ext(23, '00')), 'decode_error'],
  [
    'extended_master_secret that was not offered',
    answers(EXT.ems),
    'unsupported_extension',
    { extendedMasterSecret: false },
  ],
  ['encrypt_then_mac', answers(EXT.etm), 'handshake'],
  ['encrypt_then_mac with GCM', { suite: GCM, ...answers(EXT.etm) }, 'illegal_parameter'],
  [
    'encrypt_then_mac that was not offered',
    answers(EXT.etm),
    'unsupported_extension',
    { encryptThenMac: false },
  ],
  ['server_name', answers(ext(0)), 'handshake'],
  ['server_name with a name', answers(ext(0, '000e00000b626f622e6578616d706c65')), 'decode_error'],
  [
    'signature_algorithms, which no server sends (7.4.1.4.1)',
    answers(ext(13, '00020401')),
    'unsupported_extension',
  ],
  ['an unknown extension', answers(ext(0x1234)), 'unsupported_extension'],
  ['a session ticket that was not asked for', answers(ext(35)), 'unsupported_extension'],
  ['a protocol', answers(ext(16, '0003026832')), 'handshake', ALPN],
  ['a protocol, when none was offered', answers(ext(16, '0003026832')), 'unsupported_extension'],
  ['another protocol', answers(ext(16, '0003026833')), 'illegal_parameter', ALPN],
  ['two protocols', answers(ext(16, '000c02683208687474702f312e31')), 'decode_error', ALPN],
  ['no protocol', answers(ext(16, '0000')), 'decode_error', ALPN],
];

it.each(ROWS.map(([what, changes, outcome, config]) => ({ what, changes, outcome, config })))(
  '$what: $outcome',
  ({ changes, outcome, config }) => {
    const server = rawServer(config).begin().hello(changes);
    expect(server.outcome).toBe(outcome === 'handshake' ? outcome : `fatal ${outcome}`);
  },
);
