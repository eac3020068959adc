/** Arguments of the hash functions and of what is built on them. */
import { utf8 } from '../../src/bytes/index.ts';
import * as hash from '../../src/hash/index.ts';
import * as mac from '../../src/mac/index.ts';
import { exported, type Row } from './row.ts';

const text = utf8('sixteen letters.');
const msg = text;
const { HASHES, sha256 } = hash;
const { hmac } = mac;

export const hashRows: readonly Row[] = [
  ...exported(hash, {
    md5: { msg },
    sha1: { msg },
    sha224: { msg },
    sha256: { msg },
    sha384: { msg },
    sha512: { msg },
    sha512_224: { msg },
    sha512_256: { msg },
    expectHash: { hash: sha256 },
  }),
  ...exported(mac, {
    hmac: { hash: sha256, key: text, msg },
    hkdf: { hash: sha256, ikm: text, salt: text, info: text, length: 16 },
    hkdfExtract: { hash: sha256, salt: text, ikm: text },
    hkdfExpand: { hash: sha256, prk: new Uint8Array(32), info: text, length: 16 },
    pbkdf2: { hash: sha256, password: text, salt: text, iterations: 1, length: 16 },
    tls10Prf: { secret: text, label: 'label', seed: text, length: 16 },
    tls12Prf: { hash: sha256, secret: text, label: 'label', seed: text, length: 16 },
  }),
  ['hmac.create', hmac.create, { hash: sha256, key: text }],
  ...Object.entries(HASHES).flatMap(([id, { create }]): Row[] => [
    [`${id}.create`, (chunk) => create().update(chunk), { chunk: text }],
    [`${id}.create`, (last) => create().digestWith(last), { last: text }],
  ]),
  ['hmac.create', (chunk) => hmac.create(sha256, text).update(chunk), { chunk: text }],
  ['hmac.create', (last) => hmac.create(sha256, text).digestWith(last), { last: text }],
];
