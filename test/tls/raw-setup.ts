/** Machines for raw peers to talk to, under fixed keys and certificates. */

import { seededRandom } from '../../src/random/index.ts';
import type { RsaPrivateKey } from '../../src/rsa/index.ts';
import { createClient, createServer } from '../../src/tls/connection.ts';
import type { ClientConfig, ServerConfig, TlsMachine } from '../../src/tls/machine.ts';
import { memorySessions } from '../../src/tls/session.ts';
import { certify, NOW, person, ROOT } from '../x509/authority.ts';
import { RawClient } from './raw-client.ts';
import { RawServer } from './raw-server.ts';

export const SERVER = person('CN=bob.example', 'tls raw server');
export const ANCHOR = certify(ROOT, ROOT);
export const LEAF = certify(SERVER, ROOT, { by: ANCHOR, names: [{ kind: 'dNSName', value: 'bob.example' }] });
export const SERVER_KEY = rsaOf(SERVER.privateKey);

function rsaOf(key: typeof SERVER.privateKey): RsaPrivateKey {
  if (key.algorithm !== 'rsa') throw new Error('an RSA key was expected');
  return key.rsa;
}

let count = 0;

export function serverConfig(changes: Partial<ServerConfig> = {}): ServerConfig {
  return {
    certificates: [LEAF],
    privateKey: SERVER.privateKey,
    sessions: memorySessions(),
    random: seededRandom(`raw setup ${count++}`),
    ...changes,
  };
}

export function clientConfig(changes: Partial<ClientConfig> = {}): ClientConfig {
  return {
    anchors: [ANCHOR],
    host: 'bob.example',
    at: NOW,
    random: seededRandom(`raw setup ${count++}`),
    ...changes,
  };
}

/** A raw client before a server that answers as `crypto tls server --www` does: one record for one request, then close_notify. */
export function rawClient(changes: Partial<ServerConfig> = {}): RawClient {
  return rawClientOf(serverConfig(changes));
}

/** Another connection to the same server. */
export function rawClientOf(config: ServerConfig): RawClient {
  return serving(createServer({ ...config, random: seededRandom(`raw setup ${count++}`) }));
}

function serving(machine: TlsMachine): RawClient {
  const client = new RawClient(machine);
  let request = '';
  client.owner = (event) => {
    if (event.type !== 'data' || machine.status !== 'connected') return undefined;
    request += new TextDecoder('latin1').decode(event.data);
    if (!/\r?\n\r?\n/.test(request)) return undefined;
    client.take(machine.write(new TextEncoder().encode('the page')));
    return machine.close();
  };
  return client;
}

/** A raw server before a client. */
export function rawServer(changes: Partial<ClientConfig> = {}): RawServer {
  return new RawServer(createClient(clientConfig(changes)), { certificates: [LEAF.der], key: SERVER_KEY });
}
