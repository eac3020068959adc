/** Block ciphers in their modes, with and without padding; RC4 and XOR. */
import { aes, type BlockCipher, des, pad, tripleDes, unpad } from '../../block/index.ts';
import { xorRepeating } from '../../classical/index.ts';
import { CryptoError } from '../../errors.ts';
import {
  cbcDecrypt,
  cbcEncrypt,
  cfbDecrypt,
  cfbEncrypt,
  ctrXor,
  ecbDecrypt,
  ecbEncrypt,
  ofbXor,
} from '../../modes/index.ts';
import { openNoble, openPlatform, type ReferenceMode } from '../../reference/index.ts';
import { createRc4 } from '../../stream/index.ts';
import {
  bytes,
  bytesOrNone,
  type Fields,
  integer,
  keepLast,
  type Run,
  type VectorOperation,
} from './operation.ts';

type ModeRun = (cipher: BlockCipher, iv: Uint8Array, text: Uint8Array) => Uint8Array;
type CipherName = keyof typeof CIPHERS;
type Mode = keyof typeof MODES;

const CIPHERS = {
  aes: { create: aes, blockSize: 16 },
  des: { create: des, blockSize: 8 },
  '3des': { create: tripleDes, blockSize: 8 },
} as const;

const MODES = {
  ecb: {
    encrypt: (cipher, _, text) => ecbEncrypt(cipher, text),
    decrypt: (cipher, _, text) => ecbDecrypt(cipher, text),
  },
  cbc: { encrypt: cbcEncrypt, decrypt: cbcDecrypt },
  cfb: { encrypt: cfbEncrypt, decrypt: cfbDecrypt },
  ofb: { encrypt: ofbXor, decrypt: ofbXor },
  ctr: { encrypt: ctrXor, decrypt: ctrXor },
} as const satisfies Record<string, { encrypt: ModeRun; decrypt: ModeRun }>;

const names = <K extends string>(table: Record<K, unknown>) => Object.keys(table) as K[];

export const cipherOperations: readonly VectorOperation[] = [
  {
    name: 'xor',
    gives: 'ct',
    fields: ['key', 'msg'],
    output: 'bytes',
    scratch: (fields) => xorRepeating(bytes(fields, 'key'), bytes(fields, 'msg')),
  },
  ...names(CIPHERS).flatMap((cipher) => names(MODES).flatMap((mode) => modeOperations(cipher, mode))),
  {
    name: 'rc4',
    gives: 'ct',
    fields: ['key', 'msg'],
    optional: ['offset'],
    output: 'bytes',
    scratch: rc4From,
  },
];

function modeOperations(cipherName: CipherName, mode: Mode): VectorOperation[] {
  const { create, blockSize } = CIPHERS[cipherName];
  const cipherOf = keepLast<BlockCipher>(create);
  const hasIv = mode !== 'ecb';
  const row = (padded: boolean, direction: 'encrypt' | 'decrypt'): VectorOperation => {
    const input = direction === 'encrypt' ? 'msg' : 'ct';
    const run: ModeRun = MODES[mode][direction];
    const reference = referenceOf(cipherName, mode);
    /** The padding goes on before encryption, and off after decryption. */
    const around = (transform: (text: Uint8Array) => Uint8Array, fields: Fields): Uint8Array => {
      const given = bytes(fields, input);
      if (!padded) return transform(given);
      if (direction === 'encrypt') return transform(pad('pkcs7', given, blockSize));
      return unpad('pkcs7', transform(given), blockSize);
    };
    return {
      name: `${cipherName}-${mode}${padded ? '-pkcs7' : ''}-${direction}`,
      gives: direction === 'encrypt' ? 'ct' : 'msg',
      fields: hasIv ? ['key', 'iv', input] : ['key', input],
      output: 'bytes',
      scratch: (fields) =>
        around(
          (given) => run(cipherOf(bytes(fields, 'key')), hasIv ? bytes(fields, 'iv') : NO_IV, given),
          fields,
        ),
      ...(reference && {
        reference: {
          name: reference.name,
          open: async (): Promise<Run> => {
            const opened = await reference.open();
            return (fields) =>
              around(
                (given) => opened[direction](bytes(fields, 'key'), bytesOrNone(fields, 'iv'), given),
                fields,
              );
          },
        },
      }),
    };
  };
  const paddings = mode === 'ecb' || mode === 'cbc' ? [false, true] : [false];
  return paddings.flatMap((padded) => [row(padded, 'encrypt'), row(padded, 'decrypt')]);
}

const NO_IV = new Uint8Array(0);

interface ModeReference {
  readonly name: string;
  open(): Promise<ReferenceMode>;
}

/** Nobody else's CTR over DES is at hand. */
function referenceOf(cipher: CipherName, mode: Mode): ModeReference | undefined {
  if (cipher !== 'aes') {
    if (mode === 'ctr') return undefined;
    const table = cipher === 'des' ? 'platformDes' : 'platformTripleDes';
    return { name: 'node:crypto', open: async () => (await openPlatform())[table][mode] };
  }
  if (mode === 'ofb') return { name: 'node:crypto', open: async () => (await openPlatform()).platformAesOfb };
  const exported = {
    ecb: 'nobleAesEcb',
    cbc: 'nobleAesCbc',
    cfb: 'nobleAesCfb',
    ctr: 'nobleAesCtr',
  } as const;
  return { name: '@noble/ciphers', open: async () => (await openNoble())[exported[mode]] };
}

/** The keystream from byte `offset` on: what is before it is thrown away. */
function rc4From(fields: Fields): Uint8Array {
  const offset = fields.offset === undefined ? 0 : integer(fields, 'offset');
  if (offset > MAX_OFFSET) {
    throw new CryptoError('unsupported', `offset: expected at most ${MAX_OFFSET} here, got ${offset}`);
  }
  const cipher = createRc4(bytes(fields, 'key'));
  for (let left = offset; left > 0; left -= SKIPPED_AT_ONCE) {
    cipher.update(new Uint8Array(Math.min(left, SKIPPED_AT_ONCE)));
  }
  return cipher.update(bytes(fields, 'msg'));
}

const SKIPPED_AT_ONCE = 65536;
/** A second's work; RFC 6229 goes to 4096. */
const MAX_OFFSET = 2 ** 26;
