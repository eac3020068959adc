/** The table of operations: what is wired to our code agrees with what is wired to somebody else's. */
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/hash/index.ts';
import { i2osp } from '../../src/math/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import { oaepEncrypt, pkcs1Sign, pssSign, type RsaPrivateKey } from '../../src/rsa/index.ts';
import type { Field } from '../../src/vectors/index.ts';
import { OPERATIONS, referenceEngine, scratchEngine } from '../../src/vectors/index.ts';
import { KEY_1024 } from '../rsa/keys.ts';

const key: RsaPrivateKey = KEY_1024;
const { p, q, dP, dQ, qInv } = key.crt!;
const random = seededRandom('operations');
const message = random.substream('msg').bytes(37);
const number = (value: bigint) => i2osp(value, 128);

/** A field that fits every operation but those below. */
const USUAL: Readonly<Record<string, Field>> = {
  msg: message,
  aad: random.substream('aad').bytes(20),
  blockSize: 16,
  ikm: message,
  salt: message,
  info: message,
  size: 50,
  password: message,
  iterationCount: 3,
  dkLen: 50,
  label: message,
  premasterSecret: random.substream('premaster').bytes(48),
  masterSecret: random.substream('master').bytes(48),
  clientRandom: random.substream('client').bytes(32),
  serverRandom: random.substream('server').bytes(32),
  sessionHash: message,
  handshakeHash: message,
  secret: message,
  seed: message,
  leaf: '',
  anchors: [],
  intermediates: [],
  at: '2026-01-01',
  sha: 'SHA-256',
  mgfSha: 'SHA-256',
  sLen: 32,
  value: Uint8Array.of(0, 251),
  modulus: number(key.n),
  publicExponent: number(key.e),
  privateExponent: number(key.d),
  prime1: number(p),
  prime2: number(q),
  exponent1: number(dP),
  exponent2: number(dQ),
  coefficient: number(qInv),
};

function fieldsFor(name: string, wanted: readonly string[]): Record<string, Field> {
  const cipher = /^(aes|des|3des|rc4)/.exec(name)?.[0];
  const blockSize = cipher === 'aes' ? 16 : 8;
  const whole = random.substream('blocks').bytes(4 * blockSize);
  const special: Record<string, Field> = {
    key: random.substream('key').bytes(cipher === 'des' ? 8 : cipher === '3des' ? 24 : 16),
    iv: random.substream('iv').bytes(/gcm/.test(name) ? 12 : blockSize),
    ct: whole,
    tag: whole.subarray(0, 16),
    sig: whole,
    ...(cipher && !/pkcs7|gcm|rc4/.test(name) && { msg: whole }),
    ...(name === 'rsa-oaep-decrypt' && {
      ct: oaepEncrypt(key, message, { hash: sha256, label: message }),
    }),
    ...(name === 'rsa-textbook-decrypt' && { ct: message }),
    ...(name.startsWith('tls') && { label: 'a label' }),
    ...(name === 'rsa-pkcs1-verify' && { sig: pkcs1Sign(key, sha256, message) }),
    ...(name === 'rsa-pss-verify' && { sig: pssSign(key, sha256, message) }),
  };
  const all = { ...USUAL, ...special };
  const names = /^rsa.*(decrypt|sign)$/.test(name)
    ? [...wanted, 'prime1', 'prime2', 'exponent1', 'exponent2', 'coefficient']
    : wanted;
  return Object.fromEntries(names.map((field) => [field, all[field]!]));
}

describe('the table of operations', () => {
  it('names each once', () => {
    expect(new Set(OPERATIONS.map(({ name }) => name)).size).toBe(OPERATIONS.length);
  });

  const reference = referenceEngine();
  const rows = OPERATIONS.filter((row) => row.reference && row.name !== 'rsa-pss-sign');
  it.each(rows)('$name: the reference says the same', async ({ name, fields }) => {
    const request = { op: name, fields: fieldsFor(name, fields) };
    const ours = await scratchEngine.answer(request);
    const theirs = await reference.answer(request);
    // Of what was drawn at random some is refused (a wrong padding, a wrong tag): by both.
    expect(['output', 'error']).toContain(ours.kind);
    expect(theirs.kind).toBe(ours.kind);
    if (ours.kind === 'output') expect(theirs).toEqual(ours);
    if (!/pkcs7-decrypt|gcm-decrypt/.test(name)) expect(ours.kind).toBe('output');
  });

  it.each(OPERATIONS)('$name: every field that it names is needed', ({ name, fields }) => {
    const given = fieldsFor(name, fields);
    expect(scratchEngine.answer({ op: name, fields: given })).not.toMatchObject({ kind: 'broken' });
    for (const field of fields) {
      if (['aad', 'salt', 'info', 'mgfSha'].includes(field)) continue;
      if (field === 'label' && name.startsWith('rsa')) continue;

      const { [field]: _, ...lacking } = given;
      const answer = scratchEngine.answer({ op: name, fields: lacking });
      expect(answer, field).toMatchObject({ kind: 'broken' });
    }
  });

  it.each<[string, Record<string, Field>]>([
    ['rc4', { key: message, msg: message, offset: 1e13 }],
    ['pbkdf2-hmac-sha256', { password: message, salt: message, iterationCount: 1e6, dkLen: 1e7 }],
  ])('%s: what would take for ever is not done, and no refusal', (op, fields) => {
    expect(scratchEngine.answer({ op, fields })).toMatchObject({ kind: 'unsupported' });
  });
});
