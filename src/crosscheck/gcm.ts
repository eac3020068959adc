/** Rows of the table: AES-GCM, and what it must refuse. */
import fc from 'fast-check';
import { aes } from '../block/index.ts';
import { gcmOpen, gcmSeal } from '../modes/index.ts';
import { openNoble } from '../reference/index.ts';
import { anyMessage, bytesOf, fixedBytes } from './inputs.ts';
import { type Operation, operation, TIMED_LENGTH } from './operation.ts';

const REFERENCE = '@noble/ciphers';

/** noble takes no nonce under 8 bytes; what we do with shorter ones rests on published vectors. */
const inputs = fc.record({
  key: bytesOf(16, 24, 32),
  nonce: fc.oneof(bytesOf(12), anyMessage(8)),
  msg: anyMessage(),
  aad: anyMessage(),
});

const timedInputs = {
  key: fixedBytes(16),
  nonce: fixedBytes(12),
  msg: fixedBytes(TIMED_LENGTH),
  aad: new Uint8Array(0),
};

/** Ciphertexts as they should be, and in one case of two with a flipped bit, which both must refuse. */
const sealedInputs = fc
  .record({ sealing: inputs, flip: fc.option(fc.nat()) })
  .map(({ sealing: { key, nonce, msg, aad }, flip }) => {
    const sealed = gcmSeal(aes(key), nonce, msg, aad);
    if (flip !== null) sealed[flip % sealed.length]! ^= 1 << (flip & 7);
    return { key, nonce, sealed, aad };
  });

export const gcmOperations: readonly Operation[] = [
  operation({
    name: 'aes-gcm-encrypt',
    inputs,
    timed: { bytes: TIMED_LENGTH, inputs: timedInputs },
    scratch: { run: ({ key, nonce, msg, aad }) => gcmSeal(aes(key), nonce, msg, aad) },
    reference: {
      name: REFERENCE,
      open: async () => {
        const { nobleAesGcm } = await openNoble();
        return { run: ({ key, nonce, msg, aad }) => nobleAesGcm.seal(key, nonce, msg, aad) };
      },
    },
  }),
  operation({
    name: 'aes-gcm-decrypt',
    inputs: sealedInputs,
    timed: {
      bytes: TIMED_LENGTH,
      inputs: {
        key: timedInputs.key,
        nonce: timedInputs.nonce,
        sealed: gcmSeal(aes(timedInputs.key), timedInputs.nonce, timedInputs.msg),
        aad: timedInputs.aad,
      },
    },
    scratch: { run: ({ key, nonce, sealed, aad }) => gcmOpen(aes(key), nonce, sealed, aad) },
    mayRefuse: true,
    reference: {
      name: REFERENCE,
      open: async () => {
        const { nobleAesGcm } = await openNoble();
        return { run: ({ key, nonce, sealed, aad }) => nobleAesGcm.open(key, nonce, sealed, aad) };
      },
    },
  }),
];
