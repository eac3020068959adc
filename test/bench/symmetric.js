/** AES in its modes over 1 MiB, beside @noble/ciphers; crypto-js where that has no such mode. */
import { cbc, cfb, ctr, ecb, gcm } from '@noble/ciphers/aes.js';
import CryptoJS from 'crypto-js';
import { aes, des, tripleDes } from '../../dist/block/index.js';
import * as ours from '../../dist/modes/index.js';

const key = bytes(16);
const iv = bytes(16);
const nonce = bytes(12);
const msg = bytes(2 ** 20);
const sealed = ours.gcmSeal(aes(key), nonce, msg);
const unpadded = { disablePadding: true };

warmWithAllCiphers();

export const rows = [
  row('aes-128-ecb encrypt', {
    ours: () => ours.ecbEncrypt(aes(key), msg),
    noble: () => ecb(key, unpadded).encrypt(msg),
  }),
  row('aes-128-ecb decrypt', {
    ours: () => ours.ecbDecrypt(aes(key), msg),
    noble: () => ecb(key, unpadded).decrypt(msg),
  }),
  row('aes-128-cbc encrypt', {
    ours: () => ours.cbcEncrypt(aes(key), iv, msg),
    noble: () => cbc(key, iv, unpadded).encrypt(msg),
  }),
  row('aes-128-cbc decrypt', {
    ours: () => ours.cbcDecrypt(aes(key), iv, msg),
    noble: () => cbc(key, iv, unpadded).decrypt(msg),
  }),
  row('aes-128-cbc encrypt, by pieces', {
    ours: () => byPieces(ours.createEncryptor(aes(key), { mode: 'cbc', iv, padding: 'none' })),
    noble: () => cbc(key, iv, unpadded).encrypt(msg),
  }),
  row('aes-128-cfb encrypt', {
    ours: () => ours.cfbEncrypt(aes(key), iv, msg),
    noble: () => cfb(key, iv).encrypt(msg),
  }),
  row('aes-128-cfb decrypt', {
    ours: () => ours.cfbDecrypt(aes(key), iv, msg),
    noble: () => cfb(key, iv).decrypt(msg),
  }),
  row('aes-128-ofb', { ours: () => ours.ofbXor(aes(key), iv, msg), 'crypto-js': cryptoJsOfb() }),
  row('aes-128-ctr', { ours: () => ours.ctrXor(aes(key), iv, msg), noble: () => ctr(key, iv).encrypt(msg) }),
  row('aes-128-gcm seal', {
    ours: () => ours.gcmSeal(aes(key), nonce, msg),
    noble: () => gcm(key, nonce).encrypt(msg),
  }),
  row('aes-128-gcm open', {
    ours: () => ours.gcmOpen(aes(key), nonce, sealed),
    noble: () => gcm(key, nonce).decrypt(sealed),
  }),
  row('aes-128-gcm open, by pieces', {
    ours: () => byPieces(ours.createDecryptor(aes(key), { mode: 'gcm', iv: nonce }), sealed),
    noble: () => gcm(key, nonce).decrypt(sealed),
  }),
];

function row(name, { ours, ...rivals }) {
  const [[rival, run]] = Object.entries(rivals);
  return { name, bytes: msg.length, ours, rival: { name: rival, run } };
}

/** Pieces that fall across the blocks, as files and pipes give them. */
function byPieces(incremental, input = msg) {
  for (let at = 0; at < input.length; at += 65_535) incremental.update(input.subarray(at, at + 65_535));
  incremental.final();
}

function cryptoJsOfb() {
  const [words, keyWords, ivWords] = [msg, key, iv].map((part) => CryptoJS.lib.WordArray.create(part));
  const options = { iv: ivWords, mode: CryptoJS.mode.OFB, padding: CryptoJS.pad.NoPadding };
  return () => CryptoJS.AES.encrypt(words, keyWords, options);
}

/** A process that has seen one cipher only would let the compiler bind the modes to it, and flatter us. */
function warmWithAllCiphers() {
  const piece = msg.subarray(0, 2 ** 14);
  for (const cipher of [des(key.subarray(0, 8)), tripleDes(msg.subarray(0, 24)), aes(key)]) {
    for (const mode of ['ecb', 'cbc', 'cfb', 'ofb', 'ctr']) {
      const options = { mode, ...(mode !== 'ecb' && { iv: iv.subarray(0, cipher.blockSize) }) };
      for (let run = 0; run < 20; run++) {
        ours.createEncryptor(cipher, options).update(piece);
        ours.createDecryptor(cipher, options).update(piece);
      }
    }
  }
}

function bytes(length) {
  return Uint8Array.from({ length }, (_, i) => (i * 167 + length) ^ (i >> 8));
}
