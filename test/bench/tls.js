/**
 * TLS in memory, client and server in one process, beside node-forge: whole handshakes (RSA-2048, one self-signed certificate,
 * no session gone on with), and 1 MiB from client to server, written, protected, opened and given out.
 *
 * Both use TLS_RSA_WITH_AES_128_CBC_SHA. node-forge knows TLS 1.1 and 1.0 only: its client offers the one, its server chooses
 * the other. Ours is TLS 1.2, with its PRF of SHA-256. GCM, which node-forge's TLS has not, stands beside the bare operation of node:crypto, which is C.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import forge from 'node-forge';
import { encodePkcs1Private, publicKeyOfPrivate, toPem } from '../../dist/keys/index.js';
import { seededRandom } from '../../dist/random/index.js';
import { generateKey } from '../../dist/rsa/index.js';
import { createClient, createServer, suiteNamed } from '../../dist/tls/index.js';
import { issueCertificate, parseName, profileExtensions } from '../../dist/x509/index.js';

const HOST = 'bob.example';
const SUITE = 'TLS_RSA_WITH_AES_128_CBC_SHA';
const data = Uint8Array.from({ length: 2 ** 20 }, (_, i) => (i * 31) & 255);
const text = Buffer.from(data).toString('binary');

const privateKey = { algorithm: 'rsa', rsa: generateKey(2048, { random: seededRandom('bench/tls') }) };
const publicKey = publicKeyOfPrivate(privateKey);
const name = parseName(`CN=${HOST}`);
const names = [{ kind: 'dNSName', value: HOST }];
const certificate = issueCertificate(
  {
    serialNumber: 1n,
    issuer: name,
    subject: name,
    validity: { notBefore: new Date('2026-01-01'), notAfter: new Date('2036-01-01') },
    publicKey,
    extensions: profileExtensions('server', { publicKey, names }),
  },
  { privateKey },
);

const forgeCertificate = forge.pki.certificateFromAsn1(
  forge.asn1.fromDer(Buffer.from(certificate.der).toString('binary')),
);
const forgeStore = forge.pki.createCaStore([forgeCertificate]);
const certificatePem = forge.pki.certificateToPem(forgeCertificate);
const keyPem = toPem('pkcs1-private', encodePkcs1Private(privateKey));

const plain = { encryptThenMac: false };
const [cbc, cbcEtm, gcm] = [
  shakeHands(SUITE, plain),
  shakeHands(SUITE),
  shakeHands('TLS_RSA_WITH_AES_128_GCM_SHA256'),
];
const theirs = forgeShakeHands();

export const rows = [
  {
    name: 'tls handshakes, rsa-2048',
    ours: () => shakeHands(SUITE),
    rival: { name: 'node-forge', run: forgeShakeHands },
  },
  ...[
    ['mac then encrypt', cbc],
    ['encrypt then mac', cbcEtm],
  ].map(([order, pair]) => ({
    name: `tls cbc-sha, ${order}`,
    bytes: data.length,
    ours: () => send(pair),
    rival: { name: 'node-forge', run: forgeSend },
  })),
  {
    name: 'tls aes-128-gcm',
    bytes: data.length,
    ours: () => send(gcm),
    rival: { name: 'node:crypto', run: nodeRecords },
  },
];

function shakeHands(suite, options = {}) {
  const suites = [suiteNamed(suite)];
  const at = new Date('2027-01-01');
  const client = createClient({ anchors: [certificate], host: HOST, at, suites, ...options });
  const server = createServer({ certificates: [certificate], privateKey, suites, ...options });
  const flight = server.receive(client.start().send).send;
  client.receive(server.receive(client.receive(flight).send).send);
  if (client.status !== 'connected' || server.status !== 'connected') throw new Error('no handshake');
  return { client, server };
}

function send({ client, server }) {
  const { events } = server.receive(client.write(data).send);
  expectAll(events.reduce((sum, event) => sum + event.data.length, 0));
}

/** The certificate is parsed and the store made outside; node-forge takes the server's own as PEM each time. */
function forgeShakeHands() {
  const peers = { received: 0 };
  const create = (server, other, more) =>
    forge.tls.createConnection({
      server,
      caStore: forgeStore,
      sessionCache: null,
      cipherSuites: [forge.tls.CipherSuites[SUITE]],
      connected() {},
      closed() {},
      error(_, { message }) {
        throw new Error(message);
      },
      tlsDataReady: ({ tlsData }) => peers[other].process(tlsData.getBytes()),
      dataReady: ({ data }) => {
        peers.received += data.getBytes().length;
      },
      ...more,
    });
  peers.client = create(false, 'server', { virtualHost: HOST, verify: (_, verified) => verified });
  peers.server = create(true, 'client', {
    getCertificate: () => certificatePem,
    getPrivateKey: () => keyPem,
  });
  peers.client.handshake();
  if (!peers.client.isConnected || !peers.server.isConnected) throw new Error('no handshake');
  return peers;
}

function forgeSend() {
  theirs.received = 0;
  theirs.client.prepare(text);
  expectAll(theirs.received);
}

/** The same records, sealed and opened, without a protocol round them. */
function nodeRecords() {
  const [key, nonce] = [data.subarray(0, 16), data.subarray(0, 12)];
  let opened = 0;
  for (let at = 0; at < data.length; at += 2 ** 14) {
    const sealing = createCipheriv('aes-128-gcm', key, nonce);
    const sealed = sealing.update(data.subarray(at, at + 2 ** 14));
    sealing.final();
    const opening = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealing.getAuthTag());
    opened += opening.update(sealed).length;
    opening.final();
  }
  expectAll(opened);
}

function expectAll(received) {
  if (received !== data.length) throw new Error(`${received} bytes came of ${data.length}`);
}
