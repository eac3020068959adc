/** Rows of the table: AES-GCM, and what it must refuse. */
import fc from 'fast-check';
import { aes } from '../block/index.ts';
import { createDecryptor, createEncryptor, GCM_TAG_LENGTHS, gcmOpen, gcmSeal } from '../modes/index.ts';
import { openNoble, openPlatform, type ReferenceAead } from '../reference/index.ts';
import { anyMessage, bytesOf, fixedBytes } from './inputs.ts';
import { type Operation, operation, TIMED_LENGTH } from './operation.ts';
import { feed, pieceLengths, UNCUT } from './pieces.ts';

const REFERENCE = '@noble/ciphers, node:crypto';

const inputs = fc.record({
  key: bytesOf(16, 24, 32),
  nonce: fc.oneof(bytesOf(12), anyMessage(1, 100)),
  msg: anyMessage(),
  aad: anyMessage(),
  tagLength: fc.oneof(fc.constant<number>(16), fc.constantFrom<number>(...GCM_TAG_LENGTHS)),
  pieces: pieceLengths(),
});

/** Ciphertexts as they should be, and in one case of two with a flipped bit, which all must refuse. */
const sealedInputs = fc
  .record({ sealing: inputs, flip: fc.option(fc.nat(), { freq: 2 }) })
  .map(({ sealing: { msg, ...rest }, flip }) => {
    const sealed = gcmSeal(aes(rest.key), rest.nonce, msg, rest.aad, rest.tagLength);
    if (flip !== null) sealed[flip % sealed.length]! ^= 1 << (flip & 7);
    return { ...rest, sealed };
  });

const timedInputs = () => ({
  key: fixedBytes(16),
  nonce: fixedBytes(12),
  msg: fixedBytes(TIMED_LENGTH),
  aad: new Uint8Array(0),
  tagLength: 16,
  pieces: UNCUT,
});

export const gcmOperations: readonly Operation[] = [
  operation({
    name: 'aes-gcm-encrypt',
    inputs,
    timed: { bytes: TIMED_LENGTH, inputs: timedInputs },
    scratch: {
      run: ({ key, nonce, msg, aad, tagLength }) => gcmSeal(aes(key), nonce, msg, aad, tagLength),
    },
    incremental: {
      run: ({ key, nonce, msg, aad, tagLength, pieces }) =>
        feed(createEncryptor(aes(key), { mode: 'gcm', iv: nonce, aad, tagLength }), msg, pieces),
    },
    reference: {
      name: REFERENCE,
      open: async () => {
        const aeadFor = await openReference();
        return {
          run: ({ key, nonce, msg, aad, tagLength }) => aeadFor(nonce, tagLength).seal(key, nonce, msg, aad),
        };
      },
    },
  }),
  operation({
    name: 'aes-gcm-decrypt',
    inputs: sealedInputs,
    timed: {
      bytes: TIMED_LENGTH,
      inputs: () => {
        const { msg, ...rest } = timedInputs();
        return { ...rest, sealed: gcmSeal(aes(rest.key), rest.nonce, msg) };
      },
    },
    scratch: {
      run: ({ key, nonce, sealed, aad, tagLength }) => gcmOpen(aes(key), nonce, sealed, aad, tagLength),
    },
    incremental: {
      run: ({ key, nonce, sealed, aad, tagLength, pieces }) =>
        feed(createDecryptor(aes(key), { mode: 'gcm', iv: nonce, aad, tagLength }), sealed, pieces),
    },
    mayRefuse: true,
    reference: {
      name: REFERENCE,
      open: async () => {
        const aeadFor = await openReference();
        return {
          run: ({ key, nonce, sealed, aad, tagLength }) =>
            aeadFor(nonce, tagLength).open(key, nonce, sealed, aad),
        };
      },
    },
  }),
];

/** noble takes no nonce under 8 bytes, and no tag but of 16; the platform has the others. */
async function openReference(): Promise<(nonce: Uint8Array, tagLength: number) => ReferenceAead> {
  const [{ nobleAesGcm }, { platformAesGcm }] = await Promise.all([openNoble(), openPlatform()]);
  return (nonce, tagLength) =>
    tagLength === 16 && nonce.length >= 8 ? nobleAesGcm : platformAesGcm(tagLength);
}
