/**
 * RSA: the bare operations beside node-forge in plain JavaScript and jsbn, key generation beside node-forge and openssl.
 *
 * A private operation is done as each does it: ours checks the result after the CRT, node-forge blinds, jsbn does neither.
 * How long a key takes is luck, so medians are of many keys, each with primes of its own.
 */
import { spawnSync } from 'node:child_process';
import forge from 'node-forge';
import { seededRandom } from '../../dist/random/index.js';
import { jsbnPrivate, jsbnPublic } from '../../dist/reference/jsbn.js';
import { decryptBlock, encryptBlock, generateKey } from '../../dist/rsa/index.js';

forge.options.usePureJavaScript = true;

const KEYS = 31;
const BITS = 2048;
const key = generateKey(BITS, { random: seededRandom('crypto-primer/bench') });
const { n, e, d, crt } = key;
const m = n / 3n;
const c = encryptBlock(key, m);
const bytes = BITS / 8;

const number = (value) => new forge.jsbn.BigInteger(value.toString(16), 16);
const numbers = [n, e, d, crt.p, crt.q, crt.dP, crt.dQ, crt.qInv].map(number);
const forgeKey = forge.pki.rsa.setPrivateKey(...numbers);
const forgePublic = forge.pki.rsa.setPublicKey(numbers[0], numbers[1]);
const block = (value) => Buffer.from(value.toString(16).padStart(2 * bytes, '0'), 'hex').toString('binary');
const [cBlock, mBlock] = [block(c), block(m)];

const name = (what) => `rsa-${BITS} ${what}`;
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

export const rows = [
  {
    name: name('private, crt'),
    ours: () => decryptBlock(key, c),
    rival: { name: 'jsbn', run: () => jsbnPrivate(key, c) },
  },
  {
    name: name('private, crt'),
    ours: () => decryptBlock(key, c),
    rival: { name: 'node-forge', run: () => forge.pki.rsa.decrypt(cBlock, forgeKey, false, false) },
  },
  {
    name: name('public'),
    ours: () => encryptBlock(key, m),
    rival: { name: 'jsbn', run: () => jsbnPublic(key, m) },
  },
  {
    name: name('public'),
    ours: () => encryptBlock(key, m),
    rival: { name: 'node-forge', run: () => forge.pki.rsa.encrypt(mBlock, forgePublic, true) },
  },
  {
    name: name('keygen'),
    rounds: KEYS,
    ours: () => generateKey(BITS),
    rival: { name: 'node-forge', run: () => forge.pki.rsa.generateKeyPair({ bits: BITS, e: 65537 }) },
  },
  ...(hasOpenssl
    ? [
        {
          name: name('keygen'),
          rounds: KEYS,
          ours: () => generateKey(BITS),
          // With the start of the process, as whoever calls it waits for that too.
          rival: { name: 'openssl genrsa', run: () => spawnSync('openssl', ['genrsa', `${BITS}`]) },
        },
      ]
    : []),
];
