/**
 * Rows of the table: hash functions, and the MAC and the key derivations built on them.
 *
 * The pseudorandom functions of TLS have none: neither noble nor the platform offers them, and built from noble's HMAC
 * they would be our own reading of the standard once more. Their tests hold them against OpenSSL's values.
 */
import fc from 'fast-check';
import { HASHES, type HashId, type HashState } from '../hash/index.ts';
import { hkdf, hmac, pbkdf2 } from '../mac/index.ts';
import { openNoble } from '../reference/index.ts';
import { anyMessage, fixedBytes } from './inputs.ts';
import { type Operation, operation, TIMED_LENGTH } from './operation.ts';
import { cut, pieceLengths, UNCUT } from './pieces.ts';

const REFERENCE = '@noble/hashes';

/** Every hash function and HMAC with it; the derivations with the ones they are used with. */
export function hashOperations(): Operation[] {
  const ids = Object.keys(HASHES) as HashId[];
  return [
    ...ids.map(hashOperation),
    ...ids.map(hmacOperation),
    ...(['sha256', 'sha384'] as const).map(hkdfOperation),
    ...(['sha1', 'sha256', 'sha512'] as const).map(pbkdf2Operation),
  ];
}

function hashOperation(id: HashId): Operation {
  const hash = HASHES[id];
  return operation({
    name: id,
    inputs: fc.record({ msg: anyMessage(), pieces: pieceLengths() }),
    timed: { bytes: TIMED_LENGTH, inputs: () => ({ msg: fixedBytes(TIMED_LENGTH), pieces: UNCUT }) },
    scratch: { run: ({ msg }) => hash(msg) },
    incremental: { run: ({ msg, pieces }) => digest(hash.create(), msg, pieces) },
    reference: {
      name: REFERENCE,
      open: async () => {
        const { nobleHash } = await openNoble();
        return { run: ({ msg }) => nobleHash(id, msg) };
      },
    },
  });
}

function hmacOperation(id: HashId): Operation {
  const hash = HASHES[id];
  return operation({
    name: `hmac-${id}`,
    inputs: fc.record({ key: anyMessage(), msg: anyMessage(), pieces: pieceLengths() }),
    timed: {
      bytes: TIMED_LENGTH,
      inputs: () => ({ key: fixedBytes(32), msg: fixedBytes(TIMED_LENGTH), pieces: UNCUT }),
    },
    scratch: { run: ({ key, msg }) => hmac(hash, key, msg) },
    incremental: { run: ({ key, msg, pieces }) => digest(hmac.create(hash, key), msg, pieces) },
    reference: {
      name: REFERENCE,
      open: async () => {
        const { nobleHmac } = await openNoble();
        return { run: ({ key, msg }) => nobleHmac(id, key, msg) };
      },
    },
  });
}

function hkdfOperation(id: HashId): Operation {
  const hash = HASHES[id];
  const most = 255 * hash.digestLength;
  const lengths = fc.oneof(
    { weight: 9, arbitrary: fc.nat(300) },
    { weight: 1, arbitrary: fc.constantFrom(most, most + 1) },
  );
  return operation({
    name: `hkdf-${id}`,
    inputs: fc.record({ ikm: anyMessage(), salt: anyMessage(), info: anyMessage(), length: lengths }),
    timed: {
      bytes: most,
      inputs: () => ({ ikm: fixedBytes(32), salt: fixedBytes(32), info: fixedBytes(32), length: most }),
    },
    mayRefuse: true,
    scratch: { run: ({ ikm, salt, info, length }) => hkdf(hash, ikm, salt, info, length) },
    reference: {
      name: REFERENCE,
      open: async () => {
        const { nobleHkdf } = await openNoble();
        return { run: ({ ikm, salt, info, length }) => nobleHkdf(id, ikm, salt, info, length) };
      },
    },
  });
}

function pbkdf2Operation(id: HashId): Operation {
  const hash = HASHES[id];
  return operation({
    name: `pbkdf2-${id}`,
    inputs: fc.record({
      password: anyMessage(),
      salt: anyMessage(),
      iterations: fc.integer({ min: 1, max: 20 }),
      length: fc.integer({ min: 1, max: 200 }),
    }),
    timed: {
      bytes: 4096,
      inputs: () => ({ password: fixedBytes(16), salt: fixedBytes(16), iterations: 16, length: 4096 }),
    },
    scratch: {
      run: ({ password, salt, iterations, length }) => pbkdf2(hash, password, salt, iterations, length),
    },
    reference: {
      name: REFERENCE,
      open: async () => {
        const { noblePbkdf2 } = await openNoble();
        return {
          run: ({ password, salt, iterations, length }) =>
            noblePbkdf2(id, password, salt, iterations, length),
        };
      },
    },
  });
}

function digest(state: HashState, msg: Uint8Array, pieces: Uint8Array): Uint8Array {
  for (const piece of cut(msg, pieces)) state.update(piece);
  return state.digest();
}
