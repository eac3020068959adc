/**
 * The one table of what is checked against somebody else's implementation.
 *
 * It drives the tests and `crypto crosscheck` with its comparison of speeds. References load when a row is run.
 */
import { aes, des, tripleDes } from '../block/index.ts';
import { equalConstantTime } from '../bytes/index.ts';
import { CryptoError } from '../errors.ts';
import { MODES } from '../modes/index.ts';
import { openNoble, openPlatform, type ReferenceMode, rfc6229 } from '../reference/index.ts';
import { createRc4, rc4 } from '../stream/index.ts';
import { certificateOperations } from './certificates.ts';
import { type CheckedCipher, type ModeReference, modeOperations } from './cipher-modes.ts';
import { gcmOperations } from './gcm.ts';
import { hashOperations } from './hashes.ts';
import { fixedBytes } from './inputs.ts';
import { numberOperations } from './numbers.ts';
import { type Operation, operation, TIMED_LENGTH } from './operation.ts';
import { feed, UNCUT } from './pieces.ts';
import { rsaOperations } from './rsa.ts';

type Noble = Awaited<ReturnType<typeof openNoble>>;
type Platform = Awaited<ReturnType<typeof openPlatform>>;

const AES: CheckedCipher = { name: 'aes', blockSize: 16, keyLengths: [16, 24, 32], create: aes };
const DES: CheckedCipher = { name: 'des', blockSize: 8, keyLengths: [8], create: des };
const TRIPLE_DES: CheckedCipher = { name: '3des', blockSize: 8, keyLengths: [24, 16], create: tripleDes };

export const operations: readonly Operation[] = [
  ...hashOperations(),
  ...modeOperations(
    AES,
    'ecb',
    noble((reference) => reference.nobleAesEcb),
  ),
  ...modeOperations(
    AES,
    'cbc',
    noble((reference) => reference.nobleAesCbc),
  ),
  ...modeOperations(
    AES,
    'cfb',
    noble((reference) => reference.nobleAesCfb),
  ),
  ...modeOperations(
    AES,
    'ofb',
    platform('aes-ofb', (reference) => reference.platformAesOfb),
  ),
  ...modeOperations(
    AES,
    'ctr',
    noble((reference) => reference.nobleAesCtr),
  ),
  ...gcmOperations,
  ...(['ecb', 'cbc', 'cfb', 'ofb'] as const).flatMap((mode) =>
    modeOperations(
      TRIPLE_DES,
      mode,
      platform(`des-ede3-${mode}`, (reference) => reference.platformTripleDes[mode]),
    ),
  ),
  ...(['ecb', 'cbc', 'cfb', 'ofb'] as const).flatMap((mode) =>
    modeOperations(
      DES,
      mode,
      platform(`des-ede3-${mode}, three equal keys`, (reference) => reference.platformDes[mode]),
    ),
  ),
  operation({
    name: 'rc4',
    inputs: rfc6229.map(({ key, offset }, i) => ({ key, offset, pieces: fixedBytes(i % 20) })),
    timed: {
      bytes: TIMED_LENGTH,
      inputs: () => ({ key: fixedBytes(16), offset: TIMED_LENGTH - 16, pieces: UNCUT }),
    },
    scratch: { run: ({ key, offset }) => rc4(key, new Uint8Array(offset + 16)).subarray(offset) },
    incremental: {
      run: ({ key, offset, pieces }) =>
        feed(createRc4(key), new Uint8Array(offset + 16), pieces).subarray(offset),
    },
    reference: {
      name: 'RFC 6229, published values',
      published: true,
      open: async () => ({ run: ({ key, offset }) => publishedKeystream(key, offset) }),
    },
  }),
  ...numberOperations,
  ...rsaOperations,
  ...certificateOperations,
];

/** What a name has after that of the algorithm: the mode of a cipher, the hash function of a MAC, RSA's padding. */
const VARIANT = new RegExp(`-(${MODES.join('|')}).*|(?<=^(hmac|hkdf|pbkdf2|rsa|x509))-.*`);

/** The rows called `name` or whose name begins with it and a hyphen (`aes`, `aes-cbc`); all without a name. */
export function selectOperations(name?: string): readonly Operation[] {
  if (name === undefined) return operations;
  const selected = operations.filter((row) => row.name === name || row.name.startsWith(`${name}-`));
  if (selected.length > 0) return selected;
  const known = [...new Set(operations.map((row) => row.name.replace(VARIANT, '')))];
  throw new CryptoError(
    'bad-argument',
    `name: expected ${known.join(', ')}, or one like aes-cbc-encrypt, got ${JSON.stringify(name)}`,
  );
}

function noble(choose: (reference: Noble) => ReferenceMode): ModeReference {
  return { name: '@noble/ciphers', open: async () => choose(await openNoble()) };
}

function platform(cipher: string, choose: (reference: Platform) => ReferenceMode): ModeReference {
  return { name: `node:crypto ${cipher}`, open: async () => choose(await openPlatform()) };
}

function publishedKeystream(key: Uint8Array, offset: number): Uint8Array {
  const found = rfc6229.find((entry) => entry.offset === offset && equalConstantTime(entry.key, key));
  if (found) return found.keystream;
  throw new CryptoError('bad-argument', `offset: RFC 6229 has no value for this key at ${offset}`);
}
