/** Extensions of a ClientHello: what is in them, and what ServerHello answers. */
import { describe, expect, it } from 'vitest';
import { concat, utf8, Writer } from '../../../src/bytes/index.ts';
import { AES_128_CBC_SHA, EXT, type RawExtension } from '../raw-client.ts';
import { rawClient } from '../raw-setup.ts';
import { type Conversation, converse, goOn } from './converse.ts';

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replace(/ /g, ''), 'hex'));

/** One extension beside those that most hellos have. */
function offers(extension: RawExtension, earns: string, what: string): Conversation {
  return {
    what,
    sends: (c) => {
      c.hello({ extensions: [extension] });
      if (earns === 'works') goOn(c);
    },
    earns,
  };
}

const serverNames = (...names: readonly (readonly [type: number, name: Uint8Array])[]): RawExtension => [
  0,
  new Writer()
    .prefixed(2, (list) => {
      for (const [type, name] of names) list.u8(type).prefixed(2, (inner) => inner.bytes(name));
    })
    .finish(),
];
const HOST = utf8('localhost');

converse('test-invalid-server-name-extension', [
  offers(serverNames([0, HOST]), 'works', 'a name'),
  offers(serverNames([0, utf8('bob.example')]), 'works', 'the name in the certificate'),
  offers([0, new Uint8Array(0)], 'fatal decode_error', 'an empty extension'),
  offers([0, hex('0000')], 'fatal decode_error', 'an empty list'),
  offers(serverNames([0, new Uint8Array(0)]), 'fatal decode_error', 'an empty name'),
  offers([0, hex('0004 00 0001 65 78')], 'fatal decode_error', 'bytes after the list'),
  offers([0, hex('ffffffff')], 'fatal decode_error', 'a length that leads outside'),
  offers([0, hex('0004 00 0001')], 'fatal decode_error', 'a list that is cut'),
  offers(serverNames([0, utf8('www.localhost')]), 'works', 'a name of nobody here'),
  offers(serverNames([0, utf8('localhos\0t')]), 'fatal illegal_parameter', 'NUL in the name'),
  offers(serverNames([0, utf8('localhost\0')]), 'fatal illegal_parameter', 'NUL at its end (…-resumption)'),
  offers(serverNames([0, utf8('localhos\x07t')]), 'fatal illegal_parameter', 'BEL in the name'),
  offers(serverNames([0, utf8('localhosąt')]), 'fatal illegal_parameter', 'UTF-8 in the name'),
  offers(serverNames([0, hex('ff')]), 'fatal illegal_parameter', 'a byte that is no text'),
  offers(
    serverNames([0, utf8('localhost\x1b[31mBAD\x1b[0;37m')]),
    'fatal illegal_parameter',
    'colours of a terminal',
  ),
  offers(serverNames([0, utf8('a b')]), 'fatal illegal_parameter', 'a space in the name'),
  offers(
    serverNames([0, new Uint8Array(256).fill(97)]),
    'fatal illegal_parameter',
    'longer than a name can be',
  ),
  offers(serverNames([0, HOST], [0, utf8('www.localhost')]), 'fatal illegal_parameter', 'two names'),
  offers(serverNames([0, HOST], [1, new Uint8Array(24)]), 'works', 'a name, then something of another type'),
  offers(serverNames([1, new Uint8Array(24)], [0, HOST]), 'works', 'something of another type, then a name'),
]);

const protocols = (...names: readonly string[]): RawExtension => [
  16,
  new Writer()
    .prefixed(2, (list) => {
      for (const name of names) list.prefixed(1, (inner) => inner.bytes(utf8(name)));
    })
    .finish(),
];
const changedAlpn = (fromEnd: number, byte: number): RawExtension => {
  const [type, data] = protocols('http/1.1', 'http/2');
  data[data.length - fromEnd] = byte;
  return [type, data];
};
const server = { alpn: ['http/1.1'] };

converse(
  'test-alpn-negotiation',
  [
    offers(protocols('http/1.1'), 'works', 'http/1.1'),
    offers(protocols('http/1.', 'http/1.1'), 'works', 'http/1. and http/1.1'),
    offers(protocols('http/1.'), 'fatal no_application_protocol', 'http/1.'),
    offers(protocols('http/1.X'), 'fatal no_application_protocol', 'http/1.X'),
    offers(protocols(''), 'fatal decode_error', 'an empty name'),
    offers(protocols(), 'fatal decode_error', 'an empty list'),
    offers([16, new Uint8Array(0)], 'fatal decode_error', 'an empty extension'),
    offers(changedAlpn(17, 9), 'fatal decode_error', 'the list too short'),
    offers(changedAlpn(17, 18), 'fatal decode_error', 'the list too long'),
    offers(changedAlpn(7, 8), 'fatal decode_error', 'the last name too long'),
    offers(
      [16, concat(hex('000c 02fafa'), hex('08'), utf8('http/1.1'))],
      'works',
      'GREASE, which is no text',
    ),
  ].map((row) => ({ ...row, server })),
);

const ANY = offers(protocols('http/1.X'), 'works', 'http/1.X before a server that has no protocols');
converse('test-alpn-negotiation, no protocols in the server', [ANY]);

converse('test-sig-algs, test-signature-algorithms, as far as RSA key exchange looks at them', [
  offers([13, hex('0000')], 'fatal decode_error', 'an empty list'),
  offers([13, hex('')], 'fatal decode_error', 'an empty extension'),
  offers([13, hex('0003 0401 04')], 'fatal decode_error', 'an odd length'),
  offers([13, hex('0004 0201 0401 0403')], 'fatal decode_error', 'bytes after the list'),
  offers([13, hex('0003 0401')], 'fatal decode_error', 'a length that leads outside'),
  offers([13, hex('0002 0401')], 'works', 'SHA-256'),
  offers([13, hex('0002 0101')], 'works', 'only MD5 (test-clienthello-md5): nothing is signed'),
  offers([13, hex('000a 0418 1801 0a0a 0918 ffff')], 'works', 'only undefined ones: nothing is signed'),
  offers([13, concat(hex('fff8'), new Uint8Array(0xfff8).fill(0x17))], 'works', '32,764 unknown ones'),
  offers([50, hex('0002 0401')], 'works', 'signature_algorithms_cert, which is not for us'),
]);

converse('other extensions', [
  offers([23, hex('00')], 'fatal decode_error', 'test-extended-master-secret-extension: malformed'),
  offers([22, hex('00')], 'fatal decode_error', 'encrypt_then_mac with a body'),
  offers([0xff01, hex('')], 'fatal decode_error', 'renegotiation_info without a length'),
  offers([0xff01, hex('0000')], 'fatal decode_error', 'renegotiation_info with a byte too many'),
  offers([0xff01, hex('01')], 'fatal decode_error', 'renegotiation_info that is cut'),
  offers(
    [0xff01, hex('0c 000102030405060708090a0b')],
    'fatal handshake_failure',
    'renegotiation_info of another handshake',
  ),
  offers([10, hex('0000')], 'fatal decode_error', 'supported_groups: an empty list'),
  offers([10, hex('0002 0017')], 'works', 'supported_groups'),
  offers([10, hex('0002 0010')], 'works', 'supported_groups: unknown (test-unsupported-curve-fallback)'),
  offers([43, hex('04 0304 0303')], 'works', 'supported_versions (test-tls13-non-support)'),
  offers([51, hex('0000')], 'works', 'key_share'),
  offers([1, hex('01')], 'works', 'max_fragment_length'),
  offers([28, hex('0040')], 'works', 'record_size_limit'),
  offers([5, hex('01 0000 0000')], 'works', 'status_request'),
  offers([35, hex('')], 'works', 'session_ticket'),
  offers([15, hex('01')], 'works', 'heartbeat'),
  offers([11, hex('0100')], 'works', 'ec_point_formats'),
  offers([0x0a0a, hex('')], 'works', 'GREASE'),
  {
    what: 'the same extension twice',
    sends: (c) =>
      c.hello({
        extensions: [
          [80, hex('')],
          [80, hex('01')],
        ],
      }),
    earns: 'fatal illegal_parameter',
  },
  {
    what: 'extended_master_secret twice',
    sends: (c) => c.hello({ extensions: [EXT.ems, EXT.etm, EXT.ems] }),
    earns: 'fatal illegal_parameter',
  },
]);

describe('ServerHello answers what was asked for, and nothing else', () => {
  const asked: readonly (readonly [
    what: string,
    offered: readonly RawExtension[],
    suite: number,
    answered: readonly string[],
  ])[] = [
    ['nothing', [], AES_128_CBC_SHA, []],
    ['renegotiation_info', [EXT.renegotiationInfo], AES_128_CBC_SHA, ['renegotiation_info']],
    [
      'a name that is ours',
      [EXT.renegotiationInfo, serverNames([0, utf8('bob.example')])],
      AES_128_CBC_SHA,
      ['renegotiation_info'],
    ],
    [
      'all, with CBC',
      [EXT.ems, EXT.etm, protocols('http/1.1'), EXT.renegotiationInfo],
      AES_128_CBC_SHA,
      [
        'renegotiation_info',
        'application_layer_protocol_negotiation',
        'encrypt_then_mac',
        'extended_master_secret',
      ],
    ],
    [
      'all, with GCM',
      [EXT.ems, EXT.etm, EXT.renegotiationInfo],
      0x9c,
      ['renegotiation_info', 'extended_master_secret'],
    ],
    [
      'heartbeat, tickets, status (test-no-heartbeat, test-ocsp-stapling)',
      [
        [15, hex('01')],
        [35, hex('')],
        [5, hex('0100000000')],
        [1, hex('01')],
        [28, hex('4001')],
      ],
      AES_128_CBC_SHA,
      [],
    ],
  ];
  it.each(asked)('%s', (_, extensions, suite, answered) => {
    const client = rawClient(server).hello({ suites: [suite], extensions });
    expect(client.serverHello!.extensions.map(({ name }) => name)).toEqual(answered);
    expect(client.helloDone).toBe(true);
  });

  it('renegotiation_info for the SCSV', () => {
    expect(
      rawClient()
        .hello()
        .serverHello!.extensions.map(({ name }) => name),
    ).toEqual(['renegotiation_info']);
  });

  it('with a random and a session id of its own each time (test-serverhello-random)', () => {
    const hellos = Array.from({ length: 20 }, () => rawClient().hello().serverHello!);
    expect(new Set(hellos.map(({ random }) => String(random))).size).toBe(20);
    expect(new Set(hellos.map(({ sessionId }) => String(sessionId))).size).toBe(20);
    expect(hellos[0]!.sessionId).toHaveLength(32);
  });
});
