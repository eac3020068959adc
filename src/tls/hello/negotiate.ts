/** What a server makes of a ClientHello: version, suite, extensions, and whether an earlier session goes on (RFC 5246, 7.4.1). */
import { excerpt } from '../../bytes/index.ts';
import { TlsFault } from '../alert.ts';
import { findExtension, type HelloExtension } from '../extensions/extension.ts';
import type { ServerConfig } from '../machine.ts';
import type { ClientHello } from '../messages/client-hello.ts';
import type { Session } from '../session.ts';
import { type CipherSuite, DEFAULT_SUITES, EMPTY_RENEGOTIATION_INFO_SCSV, FALLBACK_SCSV } from '../suites.ts';
import { TLS_1_2, versionName } from '../version.ts';
import { NULL_COMPRESSION } from './client-offer.ts';

export interface Negotiated {
  readonly suite: CipherSuite;
  readonly extendedMasterSecret: boolean;
  readonly encryptThenMac: boolean;
  readonly serverName: string | undefined;
  readonly alpn: string | undefined;
  readonly resumed: Session | undefined;
  /** Those of ServerHello. */
  readonly extensions: readonly HelloExtension[];
}

export function negotiate(hello: ClientHello, config: ServerConfig): Negotiated {
  expectVersion(hello);
  if (!hello.compressionMethods.includes(NULL_COMPRESSION)) {
    throw new TlsFault(
      'illegal_parameter',
      'compression_methods: expected 0, which is none, among them, got others',
    );
  }
  const secureRenegotiation = signalsRenegotiation(hello);
  const { extensions } = hello;
  const serverName = findExtension(extensions, 'server_name')?.hostName;
  const wantsExtendedMaster = findExtension(extensions, 'extended_master_secret') !== undefined;
  const extendedMasterSecret = wantsExtendedMaster && (config.extendedMasterSecret ?? true);
  const resumed = sessionToResume(hello, config, { serverName, wantsExtendedMaster });
  const suite = resumed?.suite ?? chooseSuite(hello, config);
  const encryptThenMac =
    suite.cipher.kind === 'cbc' &&
    (config.encryptThenMac ?? true) &&
    findExtension(extensions, 'encrypt_then_mac') !== undefined;
  const alpn = chooseProtocol(extensions, config);

  // server_name is not answered: we have one certificate, and choose none by it (RFC 6066, 3).
  const answer: HelloExtension[] = [];
  if (secureRenegotiation) {
    answer.push({ name: 'renegotiation_info', renegotiatedConnection: new Uint8Array(0) });
  }
  if (alpn !== undefined) {
    answer.push({ name: 'application_layer_protocol_negotiation', protocols: [alpn] });
  }
  if (encryptThenMac) answer.push({ name: 'encrypt_then_mac' });
  if (extendedMasterSecret) answer.push({ name: 'extended_master_secret' });
  return { suite, extendedMasterSecret, encryptThenMac, serverName, alpn, resumed, extensions: answer };
}

/** E.1: the client's is the newest that it knows, and we know one. */
function expectVersion({ clientVersion, cipherSuites }: ClientHello): void {
  if (clientVersion >= TLS_1_2) return;
  if (cipherSuites.includes(FALLBACK_SCSV)) {
    throw new TlsFault(
      'inappropriate_fallback',
      `client_version: expected TLS 1.2 from a client that fell back, got ${versionName(clientVersion)}`,
    );
  }
  throw new TlsFault(
    'protocol_version',
    `client_version: expected TLS 1.2, got ${versionName(clientVersion)}`,
  );
}

/** RFC 5746, 3.6: in the first handshake the extension is empty, or a suite's number stands for it. */
function signalsRenegotiation({ cipherSuites, extensions }: ClientHello): boolean {
  const extension = findExtension(extensions, 'renegotiation_info');
  if (extension && extension.renegotiatedConnection.length > 0) {
    throw new TlsFault(
      'handshake_failure',
      'renegotiation_info: expected an empty one, got one of another handshake (RFC 5746)',
    );
  }
  return extension !== undefined || cipherSuites.includes(EMPTY_RENEGOTIATION_INFO_SCSV);
}

function chooseSuite({ cipherSuites }: ClientHello, { suites = DEFAULT_SUITES }: ServerConfig): CipherSuite {
  const suite = suites.find(({ id }) => cipherSuites.includes(id));
  if (suite) return suite;
  throw new TlsFault(
    'handshake_failure',
    `cipher_suites: expected one of ours, such as ${suites[0]?.name}, got none of them`,
  );
}

function chooseProtocol(
  extensions: readonly HelloExtension[],
  { alpn = [] }: ServerConfig,
): string | undefined {
  const offered = findExtension(extensions, 'application_layer_protocol_negotiation')?.protocols;
  if (!offered || alpn.length === 0) return undefined;
  const chosen = alpn.find((protocol) => offered.includes(protocol));
  if (chosen !== undefined) return chosen;
  throw new TlsFault(
    'no_application_protocol',
    `ALPN: expected ${alpn.join(' or ')}, got ${offered.slice(0, 3).map(excerpt).join(', ')}${offered.length > 3 ? ` and ${offered.length - 3} more` : ''}`,
  );
}

/**
 * The session that the client would like to go on with, where both sides still can: same name (RFC 6066, 3), a suite that is
 * offered again, and extended_master_secret as before (RFC 7627, 5.3).
 */
function sessionToResume(
  { sessionId, cipherSuites }: ClientHello,
  { sessions, suites = DEFAULT_SUITES, extendedMasterSecret = true }: ServerConfig,
  {
    serverName,
    wantsExtendedMaster,
  }: { readonly serverName: string | undefined; readonly wantsExtendedMaster: boolean },
): Session | undefined {
  if (sessionId.length === 0) return undefined;
  const session = sessions?.find(sessionId);
  if (!session || session.serverName !== serverName) return undefined;
  const { id } = session.suite;
  if (!suites.some((suite) => suite.id === id)) return undefined;
  if (session.extendedMasterSecret && !wantsExtendedMaster) {
    throw new TlsFault(
      'handshake_failure',
      'extended_master_secret: expected it again, as in the session that goes on, got none',
    );
  }
  if (session.extendedMasterSecret ? !extendedMasterSecret : wantsExtendedMaster) return undefined;
  if (!cipherSuites.includes(id)) {
    throw new TlsFault(
      'illegal_parameter',
      `cipher_suites: expected that of the session that goes on, ${session.suite.name}, among them`,
    );
  }
  return session;
}
