/**
 * A chain of three certificates (RSA-2048, SHA-256), for a server and its host: read from DER and verified beside node-forge and
 * Node's own, which is C; and verified alone beside the bare RSA operations and hashes, which nobody can do without.
 */
import { X509Certificate } from 'node:crypto';
import forge from 'node-forge';
import { sha256 } from '../../dist/hash/index.js';
import { publicKeyOfPrivate } from '../../dist/keys/index.js';
import { seededRandom } from '../../dist/random/index.js';
import { generateKey, pkcs1Verify } from '../../dist/rsa/index.js';
import {
  issueCertificate,
  parseCertificate,
  parseName,
  profileExtensions,
  verifyChain,
} from '../../dist/x509/index.js';

const HOST = 'bob.example';
const validity = { notBefore: new Date('2026-01-01'), notAfter: new Date('2036-01-01') };
const at = new Date('2027-01-01');

const keyOf = (word) => ({
  algorithm: 'rsa',
  rsa: generateKey(2048, { random: seededRandom(`bench/${word}`) }),
});
const people = ['Root', 'Intermediate', HOST].map((name) => ({
  name: parseName(`CN=${name}`),
  privateKey: keyOf(name),
}));
const [root, intermediate, leaf] = people.map(({ name, privateKey }, i) => {
  const issuer = people[Math.max(0, i - 1)];
  const publicKey = publicKeyOfPrivate(privateKey);
  const names = i === 2 ? [{ kind: 'dNSName', value: HOST }] : [];
  const profile = ['root', 'ca', 'server'][i];
  const contents = { serialNumber: BigInt(i + 1), issuer: issuer.name, subject: name, validity, publicKey };
  const extensions = profileExtensions(profile, { publicKey, names });
  return issueCertificate({ ...contents, extensions }, { privateKey: issuer.privateKey });
});
const ders = [leaf.der, intermediate.der, root.der];

function verify([end, between, top]) {
  const verdict = verifyChain(end, { anchors: [top], intermediates: [between], host: HOST, at });
  if (!verdict.valid) throw new Error(verdict.reason);
}

const ours = () => verify(ders.map(parseCertificate));
const verifyOnly = () => verify([leaf, intermediate, root]);

/** node-forge does not compare the host: that is left to whoever calls it. */
const binary = ders.map((der) => Buffer.from(der).toString('binary'));
function theirs() {
  const [end, between, top] = binary.map((der) => forge.pki.certificateFromAsn1(forge.asn1.fromDer(der)));
  const store = forge.pki.createCaStore([top]);
  if (!forge.pki.verifyCertificateChain(store, [end, between], { validityCheckDate: at })) throw new Error();
}

function nodes() {
  const [end, between, top] = ders.map((der) => new X509Certificate(der));
  const isLinked = (certificate, issuer) =>
    certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  if (!isLinked(end, between) || !isLinked(between, top) || end.checkHost(HOST) === undefined)
    throw new Error();
}

/** Two signatures: hash what is signed, raise to e, compare. */
function bare() {
  pkcs1Verify(intermediate.publicKey.rsa, sha256, leaf.tbs, leaf.signature);
  pkcs1Verify(root.publicKey.rsa, sha256, intermediate.tbs, intermediate.signature);
}

const name = 'x509 chain of 3, read and verify';
export const rows = [
  { name, ours, rival: { name: 'node-forge', run: theirs } },
  { name, ours, rival: { name: 'node:crypto', run: nodes } },
  { name: 'x509 chain of 3, verify', ours: verifyOnly, rival: { name: 'RSA, SHA-256', run: bare } },
];
