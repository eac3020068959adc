/** Inputs of the ciphers and their modes, of RC4 and XOR. */
import { aes } from '../../../block/index.ts';
import { toHex } from '../../../bytes/index.ts';
import { createGcm } from '../../../modes/index.ts';
import { type Fields, operationNamed } from '../../operations/index.ts';
import { type Draw, messageLength } from '../draw.ts';
import { counted } from './counted.ts';
import type { InputMaker, MadeInput, OpenMaker } from './input.ts';

const CIPHERS = {
  aes: { keyLengths: [16, 24, 32], blockSize: 16 },
  des: { keyLengths: [8], blockSize: 8 },
  '3des': { keyLengths: [24, 24, 16], blockSize: 8 },
} as const;

/** By the name of the operation; undefined for others. */
export function cipherMaker(op: string): OpenMaker | undefined {
  const [, cipher, mode, padding, direction] =
    /^(aes|des|3des)-(ecb|cbc|cfb|ofb|ctr)(-pkcs7)?-(encrypt|decrypt)$/.exec(op) ?? [];
  if (cipher !== undefined) {
    const maker = modeMaker(cipher as keyof typeof CIPHERS, mode!, padding !== undefined);
    return () => (direction === 'encrypt' ? maker.encrypt : maker.decrypt);
  }
  const others: Readonly<Record<string, InputMaker>> = {
    'aes-gcm-encrypt': gcmSealing,
    'aes-gcm-decrypt': gcmOpening,
    xor: xorInput,
    rc4: rc4Input,
  };
  const found = Object.hasOwn(others, op) ? others[op] : undefined;
  return found && (() => found);
}

function modeMaker(cipher: keyof typeof CIPHERS, mode: string, padded: boolean) {
  const { keyLengths, blockSize } = CIPHERS[cipher];
  const whole = (mode === 'ecb' || mode === 'cbc') && !padded;
  const encryption = (suffix: string) => operationNamed(`${cipher}-${mode}${suffix}-encrypt`)!.scratch;
  const encrypt: InputMaker = (draw, i) => {
    const key = draw.bytes(keyLengths[i % keyLengths.length]!);
    const iv = mode === 'ctr' && i % 5 === 4 ? edgeOfCounter(draw, blockSize) : draw.bytes(blockSize);
    const length = whole ? blockSize * (1 + (i % 4)) : messageLength(draw, blockSize, i);
    return {
      comment: `key of ${key.length * 8} bits, message of ${counted(length, 'byte')}`,
      fields: { key, ...(mode !== 'ecb' && { iv }), msg: draw.bytes(length) },
    };
  };
  const decrypt: InputMaker = (draw, i) => {
    const { comment, fields } = encrypt(draw, i);
    const { msg, ...rest } = fields;
    if (padded && i % 8 === 7) {
      const ct = draw.bytes(2 * blockSize - 1 - draw.below(blockSize - 1));
      return { comment: 'not whole blocks', flags: ['WrongLength'], fields: { ...rest, ct } };
    }
    if (padded && i % 4 === 3) {
      // A text that ends in no padding: too large a number, none, or one that the bytes before it do not repeat.
      const text = draw.bytes(2 * blockSize);
      const last = draw.pick([0, blockSize + 1, 3]);
      text.set([0x7f, last], text.length - 2);
      const ct = encryption('')({ ...rest, msg: text }) as Uint8Array;
      return {
        comment: `the text ends in 7f ${toHex(Uint8Array.of(last))}`,
        flags: ['BadPadding'],
        fields: { ...rest, ct },
      };
    }
    const ct = encryption(padded ? '-pkcs7' : '')({ ...rest, msg: msg! }) as Uint8Array;
    return { comment, fields: { ...rest, ct } };
  };
  return { encrypt, decrypt };
}

/** One of the last counter blocks before the count starts over. */
function edgeOfCounter(draw: Draw, blockSize: number): Uint8Array {
  const block = new Uint8Array(blockSize).fill(0xff);
  block[blockSize - 1] = 0xff - draw.below(3);
  return block;
}

function gcmSealing(draw: Draw, i: number): MadeInput {
  const key = draw.bytes([16, 24, 32][i % 3]!);
  // Twelve bytes as a rule; other lengths go through GHASH.
  const iv = draw.bytes(i % 4 === 3 ? draw.pick([1, 8, 16, 60]) : 12);
  const aad = draw.bytes(i % 3 === 2 ? 0 : draw.below(40));
  const msg = draw.bytes(messageLength(draw, 16, i));
  return {
    comment: `key of ${key.length * 8} bits, nonce of ${counted(iv.length, 'byte')}, message of ${counted(msg.length, 'byte')}`,
    fields: { key, iv, aad, msg },
  };
}

function gcmOpening(draw: Draw, i: number): MadeInput {
  const { comment, fields } = gcmSealing(draw, i) as MadeInput & { fields: Record<string, Uint8Array> };
  const { key, iv, aad, msg } = fields;
  const sealed = createGcm(aes(key!)).seal(iv!, msg!, aad!);
  const [ct, tag] = [sealed.slice(0, -16), sealed.slice(-16)];
  const opening: Fields = { key: key!, iv: iv!, aad: aad!, ct, tag };
  if (i % 3 !== 2) return { comment, fields: opening };
  const changed = draw.pick(['tag', 'iv', ...(ct.length > 0 ? ['ct'] : [])]);
  return {
    comment: `one bit of ${changed} is changed`,
    flags: ['ModifiedTag'],
    fields: { ...opening, [changed]: draw.flip(opening[changed] as Uint8Array) },
  };
}

function xorInput(draw: Draw, i: number): MadeInput {
  const msg = draw.bytes(messageLength(draw, 16, i));
  const key = draw.bytes(draw.pick([1, 3, 8, Math.max(1, msg.length)]));
  return {
    comment: `key of ${counted(key.length, 'byte')}, message of ${counted(msg.length, 'byte')}`,
    fields: { key, msg },
  };
}

function rc4Input(draw: Draw, i: number): MadeInput {
  const key = draw.bytes(draw.pick([5, 7, 8, 16, 24, 32]));
  const offset = i % 3 === 2 ? draw.pick([1, 256, 768, 1024, 4096]) : 0;
  const msg = draw.bytes(messageLength(draw, 16, i));
  return {
    comment: `key of ${key.length * 8} bits, from byte ${offset} of the keystream`,
    fields: { key, msg, offset },
  };
}
