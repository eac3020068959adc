/** Plain JavaScript checks no types: what is not bytes, or not text, is refused by name and never worked on. */

import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import * as block from '../../src/block/index.ts';
import * as bytes from '../../src/bytes/index.ts';
import * as classical from '../../src/classical/index.ts';
import { CryptoError } from '../../src/errors.ts';
import { sha256 } from '../../src/hash/index.ts';
import * as image from '../../src/image/index.ts';
import { hmac } from '../../src/mac/index.ts';
import * as modes from '../../src/modes/index.ts';
import * as random from '../../src/random/index.ts';
import * as stream from '../../src/stream/index.ts';
import { withCode } from '../with-code.ts';
import { cmsRows } from './cms.ts';
import { explainRows } from './explain.ts';
import { hashRows } from './hash.ts';
import { keyRows } from './keys.ts';
import { mathRows } from './math.ts';
import { netRows } from './net.ts';
import { type Call, exported, type Row } from './row.ts';
import { rsaRows } from './rsa.ts';
import { tlsRows } from './tls.ts';
import { x509Rows } from './x509.ts';

const { aes } = block;
const { createEncryptor, createDecryptor } = modes;

const text = bytes.utf8('sixteen letters.');
const cipher = aes(text);
const iv = text;
const picture = image.drawPadlock();
const sealed = modes.gcmSeal(cipher, text, text);

const functions: readonly Row[] = [
  ...exported(bytes, {
    concat: { parts: text },
    concatAll: { parts: [text] },
    xor: { a: text, b: text },
    equalConstantTime: { a: text, b: text },
    utf8: { text: 'text' },
    fromUtf8: { bytes: text },
    toHex: { bytes: text },
    fromHex: { hex: '00' },
    toBase64: { bytes: text },
    fromBase64: { base64: 'AAAA' },
    excerpt: { text: 'text' },
  }),
  ...exported(block, {
    aes: { key: text },
    des: { key: text.subarray(8) },
    tripleDes: { key: text },
    desWeakKey: { key: text.subarray(8) },
    encryptBlock: { cipher, block: text },
    decryptBlock: { cipher, block: text },
    pad: { padding: 'pkcs7', msg: text, blockSize: 16 },
    unpad: { padding: 'none', 'padded message': text, blockSize: 16 },
  }),
  ...exported(modes, {
    ecbEncrypt: { cipher, msg: text },
    ecbDecrypt: { cipher, ciphertext: text },
    cbcEncrypt: { cipher, iv, msg: text },
    cbcDecrypt: { cipher, iv, ciphertext: text },
    cfbEncrypt: { cipher, iv, msg: text },
    cfbDecrypt: { cipher, iv, ciphertext: text },
    ofbXor: { cipher, iv, msg: text },
    ctrXor: { cipher, counter: iv, msg: text },
    gcmSeal: { cipher, nonce: iv, msg: text },
    gcmOpen: { cipher, nonce: iv, sealed },
    createGcm: { cipher },
    createEncryptor: { cipher, mode: { mode: 'cbc', iv } },
    createDecryptor: { cipher, mode: { mode: 'cbc', iv } },
    ivLength: { mode: 'cbc', blockSize: 16 },
    takesPadding: { mode: 'cbc' },
    flipBits: { bytes: text, bits: [0] },
    changedBits: { before: text, after: text },
    errorSpread: { before: text, after: text, blockSize: 16 },
    flipCiphertext: { cipher, mode: { mode: 'ctr', iv }, msg: text, bits: [0] },
    reuseNonce: { cipher, mode: { mode: 'ctr', iv }, first: text, second: text },
  }),
  ...exported(stream, {
    rc4: { key: text, msg: text },
    createRc4: { key: text },
  }),
  ...hashRows,
  ...mathRows,
  ...rsaRows,
  ...keyRows,
  ...x509Rows,
  ...cmsRows,
  ...tlsRows,
  ...netRows,
  ...explainRows,
  ...exported(classical, {
    caesarEncrypt: { shift: 3, msg: text },
    caesarDecrypt: { shift: 3, msg: text },
    createCaesar: { shift: 3 },
    xorRepeating: { key: text, msg: text },
    createXor: { key: text },
    xorPad: { pad: text, msg: text },
    createPad: { pad: text },
    xorReuse: { a: text, b: text },
    dragCrib: { xored: text, crib: text },
    breakCaesar: { ciphertext: text },
    breakRepeatingXor: { ciphertext: text },
    countLetters: { text },
    englishBits: { text },
    englishLetterShares: {},
  }),
  ...exported(random, { seededRandom: { word: 'word' } }),
  ['seededRandom().substream', (name) => random.seededRandom('').substream(name), { name: 'name' }],
  ['systemRandom.substream', (name) => random.systemRandom.substream(name), { name: 'name' }],
  [
    'HmacDrbg',
    (entropy, nonce, personalization) => new random.HmacDrbg(entropy, nonce, personalization),
    { entropyInput: text, nonce: text, personalization: text },
  ],
  ['decodePicture', image.decodePicture, { bytes: image.encodePicture(picture, 'png') }],
  ['encryptPixels', image.encryptPixels, { picture: image.drawPadlock(), cipher, mode: 'cbc', iv }],
  ['decryptPixels', image.decryptPixels, { picture: image.drawPadlock(), cipher, mode: 'cbc', iv }],
  ['measure', image.measure, { rgb: picture.rgb, width: picture.width, blockSize: 16 }],
  ['reusedNonce', image.reusedNonce, { iv }],
  ['Reader', (value) => new bytes.Reader(value), { bytes: text }],
  ['Writer.bytes', (value) => new bytes.Writer().bytes(value), { value: text }],
  ['concatAll', (part) => bytes.concatAll([part]), { parts: text }],
];

const updates: readonly Row[] = [
  ['createGcm().seal', (nonce, msg) => modes.createGcm(cipher).seal(nonce, msg), { nonce: iv, msg: text }],
  ['createGcm().open', (nonce, from) => modes.createGcm(cipher).open(nonce, from), { nonce: iv, sealed }],
  ...(['ecb', 'cbc', 'cfb', 'ofb', 'ctr', 'gcm'] as const).flatMap((mode): Row[] => {
    const options = mode === 'ecb' ? { mode } : { mode, iv };
    return [
      [`${mode} encryptor`, (chunk) => createEncryptor(cipher, options).update(chunk), { chunk: text }],
      [`${mode} decryptor`, (chunk) => createDecryptor(cipher, options).update(chunk), { chunk: text }],
    ];
  }),
  ['createRc4', (chunk) => stream.createRc4(text).update(chunk), { chunk: text }],
  ['createCaesar', (chunk) => classical.createCaesar(3).update(chunk), { chunk: text }],
  ['createXor', (chunk) => classical.createXor(text).update(chunk), { chunk: text }],
  ['createPad', (chunk) => classical.createPad(text).update(chunk), { chunk: text }],
];

/** What may be left out, so that undefined is no fault there. */
const optional: readonly Row[] = [
  ...([createEncryptor, createDecryptor] as const).flatMap((create): Row[] => [
    [create.name, (given) => create(cipher, { mode: 'ecb', iv: given }), { iv: new Uint8Array(0) }],
    [create.name, (aad) => create(cipher, { mode: 'gcm', iv, aad }), { aad: text }],
  ]),
  ['gcmSeal', (aad) => modes.gcmSeal(cipher, iv, text, aad), { aad: text }],
  ['createGcm().seal', (aad) => modes.createGcm(cipher).seal(iv, text, aad), { aad: text }],
  ['gcmOpen', (aad) => modes.gcmOpen(cipher, iv, sealed, aad), { aad: new Uint8Array(0) }],
];

const notBytes: readonly unknown[] = [
  'sixteen letters.',
  [...text],
  new DataView(text.slice().buffer),
  new Int32Array(16),
  text.slice().buffer,
  16,
  null,
];
const notText: readonly unknown[] = [text, 5, null, ['a'], undefined];
const notCiphers: readonly unknown[] = [text, 'aes', aes, null, undefined];
const notHashes: readonly unknown[] = ['sha256', sha256.create(), hmac, null, undefined, text];
const notIntegers: readonly unknown[] = [5, '5', null, undefined, text];
const notKeys: readonly unknown[] = [text, 'rsa', null, undefined, 5];

describe('a function given what it does not take', () => {
  it.each([...functions, ...updates])('%s: a CryptoError that names the argument', (...row) => {
    const [, call, values] = row;
    expect(() => apply(call, Object.values(values))).not.toThrow();
    for (const [name, value] of Object.entries(values)) {
      for (const wrong of wrongFor(name, value)) expectRefused(row, name, wrong);
    }
  });

  it.each(optional)('%s: what is optional is refused too', (...row) => {
    const [, call, values] = row;
    expect(() => apply(call, Object.values(values))).not.toThrow();
    expect(() => apply(call, [undefined])).not.toThrow('expected a Uint8Array');
    for (const name of Object.keys(values)) for (const wrong of notBytes) expectRefused(row, name, wrong);
  });

  it.each([createEncryptor, createDecryptor])('an iv in the options of $name', (create) => {
    for (const mode of ['cbc', 'cfb', 'ofb', 'ctr', 'gcm'] as const) {
      const row: Row = [create.name, (given) => create(cipher, { mode, iv: given }), { iv }];
      for (const wrong of [...notBytes, undefined]) expectRefused(row, 'iv', wrong);
    }
  });

  it.each([createEncryptor, createDecryptor, modes.flipCiphertext])('no options for $name', (call) => {
    for (const wrong of [undefined, null, 'cbc', text]) {
      expect(() => apply(call, [cipher, wrong, text, [0]])).toThrow(
        withCode('bad-argument', /^(options|mode): /),
      );
    }
  });

  it('says what came, and how text becomes bytes', () => {
    const message = (value: unknown) => messageOf(() => apply(sha256, [value]));
    expect(message('abc')).toBe(
      'msg: expected a Uint8Array, got a string; turn text into bytes with utf8(), hex with fromHex()',
    );
    expect(message(undefined)).toBe('msg: expected a Uint8Array, got undefined');
    expect(message([1])).toBe('msg: expected a Uint8Array, got an Array');
    expect(message(new DataView(new ArrayBuffer(1)))).toBe('msg: expected a Uint8Array, got a DataView');
    expect(message(5n)).toBe('msg: expected a Uint8Array, got a bigint');
    expect(messageOf(() => apply(modes.ecbEncrypt, [text, text]))).toBe(
      'cipher: expected a block cipher, as aes(key) makes one, got a Uint8Array',
    );
    expect(() => apply(hmac, ['sha256', text, text])).toThrow(
      withCode('bad-argument', /^hash: .* a string$/),
    );
  });

  it('takes the bytes of another realm, and a Buffer', () => {
    const foreign: unknown = runInNewContext('Uint8Array.of(97, 98, 99)');
    expect(foreign).not.toBeInstanceOf(Uint8Array);
    expect(apply(sha256, [foreign])).toEqual(sha256(bytes.utf8('abc')));
    expect(sha256(Buffer.from('abc'))).toEqual(sha256(bytes.utf8('abc')));
  });
});

function wrongFor(name: string, value: unknown): readonly unknown[] {
  if (value instanceof Uint8Array) return [...notBytes, undefined];
  if (name === 'cipher') return notCiphers;
  if (name === 'hash') return notHashes;
  if (typeof value === 'bigint') return notIntegers;
  if (/Key$/.test(name)) return notKeys;
  return typeof value === 'string' ? notText : [];
}

function expectRefused([name, call, values]: Row, argument: string, wrong: unknown): void {
  const given = Object.entries(values).map(([key, value]) => (key === argument ? wrong : value));
  const error = errorOf(() => apply(call, given));
  expect(error, `${name} with ${argument} ${String(wrong)}`).toBeInstanceOf(CryptoError);
  expect(error).toMatchObject({ code: 'bad-argument', message: expect.stringMatching(`^${argument}: `) });
}

function apply(call: Call, values: readonly unknown[]): unknown {
  return Reflect.apply(call, undefined, values);
}

function messageOf(attempt: () => unknown): string | undefined {
  const error = errorOf(attempt);
  return error instanceof Error ? error.message : undefined;
}

function errorOf(attempt: () => unknown): unknown {
  try {
    attempt();
    return undefined;
  } catch (error) {
    return error;
  }
}
