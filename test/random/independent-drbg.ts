/** HMAC_DRBG once more, from SP 800-90A 10.1.2 and the platform's HMAC alone, to compare with. */
import { createHmac } from 'node:crypto';

/** Returns one request after the other, in hex; each of 1 to 65536 bytes. */
export function independentDrbg(seedMaterial: Uint8Array): (length: number) => string {
  const hmac = (key: Buffer, ...parts: Uint8Array[]) =>
    createHmac('sha256', key).update(Buffer.concat(parts)).digest();
  let k = Buffer.alloc(32, 0);
  let v = Buffer.alloc(32, 1);
  k = hmac(k, v, Buffer.of(0), seedMaterial);
  v = hmac(k, v);
  if (seedMaterial.length > 0) {
    k = hmac(k, v, Buffer.of(1), seedMaterial);
    v = hmac(k, v);
  }
  return (length) => {
    let output = '';
    while (output.length < 2 * length) {
      v = hmac(k, v);
      output += v.toString('hex');
    }
    k = hmac(k, v, Buffer.of(0));
    v = hmac(k, v);
    return output.slice(0, 2 * length);
  };
}
