/** What a client offers in its ClientHello (RFC 5246, 7.4.1.2). */

import type { RandomSource } from '../../random/index.ts';
import { parseIp } from '../../x509/index.ts';
import type { HelloExtension } from '../extensions/extension.ts';
import { SIGNATURE_SCHEMES, WEAK_SIGNATURE_SCHEMES } from '../extensions/signature-algorithms.ts';
import type { ClientConfig } from '../machine.ts';
import type { ClientHello } from '../messages/client-hello.ts';
import type { Session } from '../session.ts';
import { DEFAULT_SUITES } from '../suites.ts';
import { TLS_1_2 } from '../version.ts';

/** No compression: how well a secret compresses beside guesses gives it away (CRIME, 2012). */
export const NULL_COMPRESSION = 0;

const NOTHING = new Uint8Array(0);

export function makeClientHello(config: ClientConfig, random: RandomSource): ClientHello {
  const { suites = DEFAULT_SUITES } = config;
  return {
    type: 'client_hello',
    clientVersion: TLS_1_2,
    random: random.bytes(32),
    sessionId: sessionToOffer(config)?.id ?? NOTHING,
    cipherSuites: suites.map(({ id }) => id),
    compressionMethods: [NULL_COMPRESSION],
    extensions: offeredExtensions(config),
  };
}

/**
 * The session to go on with, where it is of the same host (RFC 6066, 3), its suite is offered again (7.4.1.2), and so is
 * extended_master_secret, if it was made with that (RFC 7627, 5.3).
 */
export function sessionToOffer(config: ClientConfig): Session | undefined {
  const { session, suites = DEFAULT_SUITES, extendedMasterSecret = true } = config;
  if (!session || session.serverName !== offeredServerName(config)) return undefined;
  if (session.extendedMasterSecret && !extendedMasterSecret) return undefined;
  return suites.some(({ id }) => id === session.suite.id) ? session : undefined;
}

/** What is sent as server_name: a name, and never an address (RFC 6066, 3). */
export function offeredServerName({ host, serverName = host }: ClientConfig): string | undefined {
  if (serverName === false || serverName === undefined) return undefined;
  const name = serverName.replace(/\.$/, '');
  return parseIp(name.replace(/^\[(.*)\]$/, '$1')) ? undefined : name;
}

function offeredExtensions(config: ClientConfig): HelloExtension[] {
  const { suites = DEFAULT_SUITES, alpn = [], allowWeak = false } = config;
  const { extendedMasterSecret = true, encryptThenMac = true } = config;
  const hostName = offeredServerName(config);
  const schemes: number[] = Object.values(SIGNATURE_SCHEMES);
  if (allowWeak) schemes.push(...Object.values(WEAK_SIGNATURE_SCHEMES));
  const extensions: HelloExtension[] = [
    { name: 'renegotiation_info', renegotiatedConnection: NOTHING },
    { name: 'signature_algorithms', schemes },
  ];
  if (hostName !== undefined) extensions.unshift({ name: 'server_name', hostName });
  if (alpn.length > 0) {
    extensions.push({ name: 'application_layer_protocol_negotiation', protocols: alpn });
  }
  if (encryptThenMac && suites.some(({ cipher }) => cipher.kind === 'cbc')) {
    extensions.push({ name: 'encrypt_then_mac' });
  }
  if (extendedMasterSecret) extensions.push({ name: 'extended_master_secret' });
  return extensions;
}
