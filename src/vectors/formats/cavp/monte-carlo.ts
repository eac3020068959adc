/**
 * The Monte Carlo tests: what is fed back into what (AESAVS, 6.4; NIST SP 800-20, 5; SHAVS, 6.4).
 *
 * A record of a file is one round of the outer loop, and starts from its own key, IV and text.
 */
import { concat, xor } from '../../../bytes/index.ts';
import type { Field, Request } from '../../request.ts';

export type Loop = () => Generator<Request, Uint8Array, Uint8Array>;

export interface CipherLoop {
  /** `aes-cbc`, without the direction. */
  readonly cipher: string;
  readonly direction: 'encrypt' | 'decrypt';
  readonly key: Uint8Array;
  /** None for ECB. */
  readonly iv: Uint8Array | undefined;
  readonly text: Uint8Array;
}

export function cipherLoop(test: CipherLoop): Loop {
  return () => {
    if (!test.iv) return plainLoop(test);
    return test.cipher.startsWith('aes') ? aesLoop(test, test.iv) : tdesLoop(test, test.iv);
  };
}

const rounds = ({ cipher }: CipherLoop) => (cipher.startsWith('aes') ? 1000 : 10_000);

function ask({ cipher, direction, key }: CipherLoop, text: Uint8Array, iv?: Uint8Array): Request {
  const fields: Record<string, Field> = iv ? { key, iv } : { key };
  fields[direction === 'encrypt' ? 'msg' : 'ct'] = text;
  return { op: `${cipher}-${direction}`, fields };
}

/** ECB: each output is the next input. */
function* plainLoop(test: CipherLoop): Generator<Request, Uint8Array, Uint8Array> {
  let text = test.text;
  for (let j = 0; j < rounds(test); j++) text = yield ask(test, text);
  return text;
}

/** The next input is the output before the last one; at first the IV. */
function* aesLoop(test: CipherLoop, first: Uint8Array): Generator<Request, Uint8Array, Uint8Array> {
  let [iv, text, before, output] = [first, test.text, first, first];
  for (let j = 0; j < rounds(test); j++) {
    output = yield ask(test, text, iv);
    // What the mode goes on with: the ciphertext; for OFB the output of the cipher.
    if (test.cipher.endsWith('ofb')) iv = xor(text, output);
    else iv = test.direction === 'encrypt' ? output : text;
    text = before;
    before = output;
  }
  return output;
}

/** The next input is what the mode began this round with; for decryption in CBC the output, in CFB the output of the cipher. */
function* tdesLoop(test: CipherLoop, first: Uint8Array): Generator<Request, Uint8Array, Uint8Array> {
  let [iv, text, output] = [first, test.text, first];
  const [isOfb, encrypts] = [test.cipher.endsWith('ofb'), test.direction === 'encrypt'];
  for (let j = 0; j < rounds(test); j++) {
    output = yield ask(test, text, iv);
    const used = iv;
    if (isOfb) iv = xor(text, output);
    else iv = encrypts ? output : text;
    if (isOfb || encrypts) text = used;
    else text = test.cipher.endsWith('cbc') ? output : xor(text, output);
  }
  return output;
}

/** 1000 times the hash of the three digests before it: cut, or filled up with zeros, to `size` bytes where that is given. */
export function hashLoop(op: string, seed: Uint8Array, size?: number): Loop {
  return function* () {
    let [a, b, c] = [seed, seed, seed];
    for (let j = 0; j < 1000; j++) {
      const three = concat(a, b, c);
      const msg = size === undefined ? three : resized(three, size);
      const digest: Uint8Array = yield { op, fields: { msg } };
      [a, b, c] = [b, c, digest];
    }
    return c;
  };
}

function resized(bytes: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  out.set(bytes.subarray(0, size));
  return out;
}
