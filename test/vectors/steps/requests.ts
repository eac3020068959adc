/** One request for every operation that has steps, with what programs draw at random. */
import { utf8 } from '../../../src/bytes/index.ts';
import { HASHES, sha256 } from '../../../src/hash/index.ts';
import { hmac } from '../../../src/mac/index.ts';
import { i2osp } from '../../../src/math/index.ts';
import { seededRandom } from '../../../src/random/index.ts';
import { oaepEncrypt, pkcs1Encrypt, pkcs1Sign, pssSign } from '../../../src/rsa/index.ts';
import {
  type Field,
  OPERATIONS,
  operationNamed,
  type ReportedStep,
  type Request,
  scratchEngine,
} from '../../../src/vectors/index.ts';
import { builderOf } from '../../../src/vectors/steps/builders.ts';
import { KEY_1024 } from '../../rsa/keys.ts';

const random = seededRandom('steps');
const drawn = (name: string, length: number) => random.substream(name).bytes(length);
const number = (value: bigint) => i2osp(value, 128);
const { p, q, dP, dQ, qInv } = KEY_1024.crt!;
const msg = drawn('msg', 37);

const KEY_FIELDS = {
  modulus: number(KEY_1024.n),
  publicExponent: i2osp(KEY_1024.e, 3),
  privateExponent: number(KEY_1024.d),
  prime1: number(p),
  prime2: number(q),
  exponent1: number(dP),
  exponent2: number(dQ),
  coefficient: number(qInv),
};

const COMMON: Readonly<Record<string, Field>> = {
  ...KEY_FIELDS,
  aad: drawn('aad', 20),
  blockSize: 16,
  ikm: msg,
  salt: drawn('salt', 13),
  info: drawn('info', 10),
  password: drawn('password', 9),
  iterationCount: 5,
  dkLen: 50,
  premasterSecret: drawn('premaster', 48),
  masterSecret: drawn('master', 48),
  clientRandom: drawn('client', 32),
  serverRandom: drawn('server', 32),
  sessionHash: drawn('session', 32),
  handshakeHash: drawn('handshake', 32),
  secret: drawn('secret', 15),
  seed: drawn('seed', 20),
  sha: 'SHA-256',
  mgfSha: 'SHA-1',
  sLen: 20,
};

/** What is random in the answers of a correct program. */
export const DRAWN: Readonly<Record<string, ReportedStep>> = {
  'rsa-pkcs1-encrypt': { id: 'PS', value: 'a7'.repeat(128 - 37 - 3) },
  'rsa-oaep-encrypt': { id: 'seed', value: '5c'.repeat(32) },
  'rsa-pss-sign': { id: 'salt', value: 'e1'.repeat(20) },
};

export function requestFor(op: string): Request {
  const operation = operationNamed(op)!;
  const cipher = /^(aes|des|3des|rc4|xor)(?=-|$)/.exec(op)?.[0];
  const blockSize = cipher === 'aes' ? 16 : 8;
  const whole = drawn('text', 2 * blockSize);
  const anyLength = drawn('text', 2 * blockSize + 3);
  const encryption = op.replace(/decrypt$/, 'encrypt');
  const key = drawn('key', { aes: 16, des: 8, '3des': 24, rc4: 5, xor: 5 }[cipher ?? ''] ?? 200);
  const iv = drawn('iv', /gcm/.test(op) ? 8 : blockSize);
  const text = /-(ecb|cbc)-(?!pkcs7)/.test(op) ? whole : cipher ? anyLength : msg;
  const all: Record<string, Field> = { ...COMMON, key, iv, msg: text };
  if (op.startsWith('tls')) Object.assign(all, { label: 'a label', size: /block/.test(op) ? 104 : 50 });
  if (op.startsWith('rsa')) Object.assign(all, { label: utf8('label') });
  if (op.startsWith('hkdf')) Object.assign(all, { size: 50 });
  if (op.startsWith('pkcs7') || /-(un)?pad$/.test(op)) {
    const sizes = {
      msg: op.endsWith('-unpad') ? outputOf(op.replace('unpad', 'pad'), { msg, blockSize: 16 }) : msg,
    };
    Object.assign(all, sizes);
  }
  if (cipher && op.endsWith('-decrypt')) {
    const sealed = outputOf(encryption, { ...all, msg: text });
    const end = /gcm/.test(op) ? sealed.length - 16 : sealed.length;
    Object.assign(all, { ct: sealed.slice(0, end), tag: sealed.slice(end) });
  }
  if (op.startsWith('rsa-textbook')) Object.assign(all, { ct: msg });
  if (op === 'rsa-pkcs1-decrypt') all.ct = pkcs1Encrypt(KEY_1024, msg, random.substream('pkcs1'));
  if (op === 'rsa-oaep-decrypt') {
    const options = { hash: sha256, mgfHash: HASHES.sha1, label: utf8('label'), random };
    all.ct = oaepEncrypt(KEY_1024, msg, options);
  }
  if (op === 'rsa-pkcs1-verify') all.sig = pkcs1Sign(KEY_1024, sha256, msg);
  if (op === 'rsa-pss-verify') {
    all.sig = pssSign(KEY_1024, sha256, msg, { mgfHash: HASHES.sha1, saltLength: 20, random });
  }
  const hashName = /^hmac-(.*)-verify$/.exec(op)?.[1] as keyof typeof HASHES | undefined;
  if (hashName) all.tag = hmac(HASHES[hashName], key, msg);
  const isPrivate = /^rsa.*(decrypt|sign)$/.test(op);
  const names = [...operation.fields, ...(isPrivate ? Object.keys(KEY_FIELDS) : [])];
  return { op, fields: Object.fromEntries(names.map((name) => [name, all[name]!])) };
}

function outputOf(op: string, fields: Record<string, Field>): Uint8Array {
  const answer = scratchEngine.answer({ op, fields });
  if (!('kind' in answer) || answer.kind !== 'output' || !(answer.output instanceof Uint8Array)) {
    throw new Error(`${op}: ${JSON.stringify(answer)}`);
  }
  return answer.output;
}

/** Names of all operations that have steps. */
export const STEPPED = OPERATIONS.map(({ name }) => name).filter((name) => builderOf(name) !== undefined);
