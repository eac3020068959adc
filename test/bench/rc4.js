/** RC4 over 1 MiB, beside crypto-js. */
import CryptoJS from 'crypto-js';
import { rc4 } from '../../dist/stream/index.js';

const key = new Uint8Array(16).fill(7);
const msg = Uint8Array.from({ length: 2 ** 20 }, (_, i) => (i * 31) & 255);
const [keyWords, msgWords] = [key, msg].map((bytes) => CryptoJS.lib.WordArray.create(bytes));

export const rows = [
  {
    name: 'rc4',
    bytes: msg.length,
    ours: () => rc4(key, msg),
    rival: { name: 'crypto-js', run: () => CryptoJS.RC4.encrypt(msgWords, keyWords) },
  },
];
