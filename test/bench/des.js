/** 3DES-CBC over 1 MiB, beside node-forge. */
import forge from 'node-forge';
import { tripleDes } from '../../dist/block/index.js';
import { cbcDecrypt, cbcEncrypt } from '../../dist/modes/index.js';

const key = Uint8Array.from({ length: 24 }, (_, i) => i * 7);
const iv = new Uint8Array(8).fill(5);
const msg = Uint8Array.from({ length: 2 ** 20 }, (_, i) => (i * 31) & 255);
const ct = cbcEncrypt(tripleDes(key), iv, msg);

export const rows = [
  {
    name: '3des-cbc encrypt',
    bytes: msg.length,
    ours: () => cbcEncrypt(tripleDes(key), iv, msg),
    rival: { name: 'node-forge', run: forgeRun('createCipher', msg) },
  },
  {
    name: '3des-cbc decrypt',
    bytes: msg.length,
    ours: () => cbcDecrypt(tripleDes(key), iv, ct),
    rival: { name: 'node-forge', run: forgeRun('createDecipher', ct) },
  },
];

/** forge works on strings of bytes; making them is not counted. */
function forgeRun(create, input) {
  const [keyText, ivText, inputText] = [key, iv, input].map((bytes) => Buffer.from(bytes).toString('binary'));
  return () => {
    const cipher = forge.cipher[create]('3DES-CBC', keyText);
    cipher.start({ iv: ivText });
    cipher.update(forge.util.createBuffer(inputText));
    cipher.finish(() => true);
    return cipher.output;
  };
}
