/** What a client lets a server choose: only what it offered itself (RFC 5246, 7.4.1.3 and 7.4.1.4). */
import { equalConstantTime } from '../../bytes/index.ts';
import { TlsFault } from '../alert.ts';
import { EXTENSION_TYPES, extensionNamed, extensionType, findExtension } from '../extensions/extension.ts';
import type { ClientHello } from '../messages/client-hello.ts';
import type { ServerHello } from '../messages/server-hello.ts';
import type { Session } from '../session.ts';
import { type CipherSuite, suiteOfId } from '../suites.ts';
import { TLS_1_2, versionName } from '../version.ts';
import { NULL_COMPRESSION } from './client-offer.ts';

export interface Accepted {
  readonly suite: CipherSuite;
  readonly extendedMasterSecret: boolean;
  readonly encryptThenMac: boolean;
  readonly alpn: string | undefined;
  /** The session that the server goes on with. */
  readonly resumed: Session | undefined;
}

export function acceptServerHello(
  hello: ServerHello,
  offer: ClientHello,
  session: Session | undefined,
): Accepted {
  if (hello.serverVersion !== TLS_1_2) {
    throw new TlsFault(
      'protocol_version',
      `server_version: expected TLS 1.2, got ${versionName(hello.serverVersion)}`,
    );
  }
  const suite = suiteOfId(hello.cipherSuite);
  if (!suite || !offer.cipherSuites.includes(hello.cipherSuite)) {
    throw new TlsFault(
      'illegal_parameter',
      `cipher_suite: expected one that we offered, got 0x${hello.cipherSuite.toString(16).padStart(4, '0')}`,
    );
  }
  if (hello.compressionMethod !== NULL_COMPRESSION) {
    throw new TlsFault(
      'illegal_parameter',
      `compression_method: expected 0, which is none, got ${hello.compressionMethod}`,
    );
  }
  const { extensions } = hello;
  const offered = new Set(offer.extensions.map(extensionType));
  // A client's alone: nobody answers it (7.4.1.4.1).
  offered.delete(EXTENSION_TYPES.signature_algorithms);
  for (const extension of extensions) {
    const type = extensionType(extension);
    if (offered.has(type)) continue;
    throw new TlsFault(
      'unsupported_extension',
      `extensions: expected only answers to those that we sent, got ${extensionNamed(type) ?? `type ${type}`}`,
    );
  }
  const renegotiation = findExtension(extensions, 'renegotiation_info');
  if (!renegotiation || renegotiation.renegotiatedConnection.length > 0) {
    throw new TlsFault(
      'handshake_failure',
      `renegotiation_info: expected an empty one, got ${renegotiation ? 'one of another handshake' : 'none'} (RFC 5746)`,
    );
  }
  const encryptThenMac = findExtension(extensions, 'encrypt_then_mac') !== undefined;
  if (encryptThenMac && suite.cipher.kind !== 'cbc') {
    throw new TlsFault(
      'illegal_parameter',
      `encrypt_then_mac: expected it with a CBC suite only, got it with ${suite.name}`,
    );
  }
  const [alpn] = findExtension(extensions, 'application_layer_protocol_negotiation')?.protocols ?? [];
  if (alpn !== undefined && !offeredProtocols(offer).includes(alpn)) {
    throw new TlsFault(
      'illegal_parameter',
      `ALPN: expected a protocol that we offered, got ${JSON.stringify(alpn)}`,
    );
  }
  const extendedMasterSecret = findExtension(extensions, 'extended_master_secret') !== undefined;
  const resumed = resumedSession(hello, session);
  if (resumed) expectSameSession(resumed, suite, extendedMasterSecret);
  return { suite, extendedMasterSecret, encryptThenMac, alpn, resumed };
}

function offeredProtocols(offer: ClientHello): readonly string[] {
  return findExtension(offer.extensions, 'application_layer_protocol_negotiation')?.protocols ?? [];
}

function resumedSession({ sessionId }: ServerHello, session: Session | undefined): Session | undefined {
  if (!session || sessionId.length === 0) return undefined;
  return equalConstantTime(sessionId, session.id) ? session : undefined;
}

/** RFC 5246, 7.4.1.3; RFC 7627, 5.3. */
function expectSameSession(session: Session, suite: CipherSuite, extendedMasterSecret: boolean): void {
  if (session.suite.id !== suite.id) {
    throw new TlsFault(
      'illegal_parameter',
      `cipher_suite: expected that of the session, ${session.suite.name}, got ${suite.name}`,
    );
  }
  if (session.extendedMasterSecret !== extendedMasterSecret) {
    throw new TlsFault(
      'handshake_failure',
      'extended_master_secret: expected as in the session that goes on, got the contrary',
    );
  }
}
