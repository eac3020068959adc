/** Versions, suites, compression and session ids of a ClientHello. */
import { SUITES } from '../../../src/tls/suites.ts';
import { AES_128_CBC_SHA, EXT, SCSV } from '../raw-client.ts';
import { type Conversation, converse, converseAll, goOn } from './converse.ts';

const FALLBACK = 0x5600;
const TLS_AES_128_GCM_SHA256 = 0x1301;

converse('test-conversation', [
  { what: 'no extensions', sends: (c) => goOn(c.hello()), earns: 'works' },
  {
    what: 'an empty block of extensions (test-empty-extensions)',
    sends: (c) => goOn(c.hello({ extensions: [] })),
    earns: 'works',
  },
  {
    what: 'renegotiation_info instead of the SCSV',
    sends: (c) => goOn(c.hello({ suites: [AES_128_CBC_SHA], extensions: [EXT.renegotiationInfo] })),
    earns: 'works',
  },
  ...SUITES.map(
    ({ id, name }): Conversation => ({
      what: `${name}, where the server has it`,
      sends: (c) => goOn(c.hello({ suites: [id, SCSV] })),
      earns: 'works',
      server: { suites: SUITES },
    }),
  ),
]);

converse('test-version-numbers', [
  ...(
    [
      [0x0300, 0xfefe],
      [0x0301, 0x0401],
      [0x0301, 0x0603],
      [0x0300, 0x0303],
      [0x03fe, 0x0303],
      [0x03fe, 0xfefe],
    ] as const
  ).map(
    ([record, clientVersion]): Conversation => ({
      what: `client_version ${clientVersion.toString(16)} in a record of ${record.toString(16)}`,
      sends: (c) => {
        c.version = record;
        c.hello({ clientVersion, suites: [AES_128_CBC_SHA], extensions: [EXT.renegotiationInfo] });
        c.version = 0x0303;
        goOn(c);
      },
      earns: 'works',
    }),
  ),
  ...[0x0000, 0x0001, 0x0002, 0x0100, 0x0102, 0x0103, 0x0200, 0x0300, 0x0301, 0x0302].map(
    (clientVersion): Conversation => ({
      what: `client_version ${clientVersion.toString(16)} (test-invalid-version, test-legacy-version)`,
      sends: (c) => c.hello({ clientVersion }),
      earns: 'fatal protocol_version',
    }),
  ),
]);

converse(
  'test-fallback-scsv',
  [0, 1, 2, 3].flatMap((place) => {
    const suites = [SCSV, AES_128_CBC_SHA, TLS_AES_128_GCM_SHA256];
    suites.splice(place, 0, FALLBACK);
    const row = (clientVersion: number, earns: string): Conversation => ({
      what: `version ${clientVersion.toString(16)}, FALLBACK_SCSV at place ${place}`,
      sends: (c) => {
        c.hello({ clientVersion, suites });
        if (earns === 'works') goOn(c);
      },
      earns,
    });
    return [
      row(0x0301, 'fatal inappropriate_fallback'),
      row(0x0302, 'fatal inappropriate_fallback'),
      row(0x0303, 'works'),
      row(0x0304, 'works'),
    ];
  }),
);

converse(
  'test-TLSv1_2-rejected-without-TLSv1_2',
  [0x3c, 0x3d, 0x9c, 0x9d].map(
    (suite): Conversation => ({
      what: `suite ${suite.toString(16)} under version 3.2`,
      sends: (c) => c.hello({ clientVersion: 0x0302, suites: [suite] }),
      earns: 'fatal protocol_version',
    }),
  ),
);

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

converse(
  'test-invalid-cipher-suites',
  (
    [
      ['unassigned 0x6e', range(0x6e, 0x80)],
      ['GOST', range(0x80, 0x84)],
      ['unassigned 0xc6', range(0xc6, 0xff)],
      ['the SCSV alone', [SCSV]],
      ['FALLBACK_SCSV alone', [FALLBACK]],
      ['unassigned 0x0100', range(0x0100, 0x1001)],
      ['unassigned 0xd000', range(0xd000, 0xffff)],
      ['suite 0, which is no suite', [0]],
      ['ECDHE and DHE only (test-conversation -d)', [0xc013, 0xc014, 0xc02f, 0xc030, 0x33]],
      ['TLS 1.3 only', [0x1301, 0x1302, 0x1303]],
      ['anonymous Diffie–Hellman', [0x34, 0x3a, 0x6c, 0xa6, 0x18]],
      ['NULL', [0x01, 0x02, 0x3b]],
      ['weak ones that nobody asked for', [0x0a, 0x05, 0x04]],
    ] as const
  ).map(
    ([what, suites]): Conversation => ({
      what,
      sends: (c) => c.hello({ suites }),
      earns: 'fatal handshake_failure',
    }),
  ),
);

const EXPORT = [
  0x03, 0x06, 0x08, 0x0b, 0x0e, 0x11, 0x14, 0x17, 0x19, 0x26, 0x27, 0x28, 0x29, 0x2a, 0x2b, 0x62, 0x63, 0x64,
  0x65,
];
converseAll(
  'test-export-ciphers-rejected',
  'alone they are refused, beside another the other is taken',
  EXPORT.flatMap((id): Conversation[] => [
    {
      what: `${id} alone`,
      sends: (c) => c.hello({ suites: [id, SCSV] }),
      earns: 'fatal handshake_failure',
    },
    {
      what: `${id} and AES`,
      sends: (c) => goOn(c.hello({ suites: [id, AES_128_CBC_SHA, SCSV] })),
      earns: 'works',
    },
  ]),
);

converse('test-invalid-compression-methods', [
  {
    what: 'all but null',
    sends: (c) => c.hello({ compression: range(1, 256) }),
    earns: 'fatal illegal_parameter',
  },
  { what: 'only deflate', sends: (c) => c.hello({ compression: [1] }), earns: 'fatal illegal_parameter' },
  { what: 'deflate and null', sends: (c) => goOn(c.hello({ compression: [1, 0] })), earns: 'works' },
  { what: 'none at all', sends: (c) => c.hello({ compression: [] }), earns: 'fatal decode_error' },
]);

converse('test-invalid-session-id', [
  {
    what: '33 bytes',
    sends: (c) => c.hello({ sessionId: new Uint8Array(33).fill(3) }),
    earns: 'fatal decode_error',
  },
  {
    what: '32 bytes that mean nothing (test-sessionID-resumption)',
    sends: (c) => goOn(c.hello({ sessionId: new Uint8Array(32) })),
    earns: 'works',
  },
  {
    what: '1 byte that means nothing',
    sends: (c) => goOn(c.hello({ sessionId: new Uint8Array(1) })),
    earns: 'works',
  },
]);
