/** Mistakes in AES-GCM (NIST SP 800-38D). */
import { aes } from '../../block/index.ts';
import { concat } from '../../bytes/index.ts';
import { bytes, bytesOrNone, type Fields, integer } from '../operations/index.ts';
import { flawedGcm, type GcmFlaws } from './flawed-gcm.ts';
import { beginAlike, type MistakeName, type WellKnownMistake } from './mistake.ts';

const ENCRYPTION = /^aes-gcm-encrypt$/;
const DECRYPTION = /^aes-gcm-decrypt$/;

function sealed(fields: Fields, flaws: GcmFlaws) {
  const [key, iv, msg] = [bytes(fields, 'key'), bytes(fields, 'iv'), bytes(fields, 'msg')];
  const { ct, tag } = flawedGcm(aes(key), iv, msg, bytesOrNone(fields, 'aad'), flaws);
  const tagSize = fields.tagSize === undefined ? 128 : integer(fields, 'tagSize');
  return { ct, tag: tag.subarray(0, tagSize / 8) };
}

function flawed(name: MistakeName, clause: string, flaws: GcmFlaws): WellKnownMistake {
  return {
    name,
    clause: `NIST SP 800-38D, ${clause}`,
    ops: ENCRYPTION,
    outputs: (fields) => {
      const { ct, tag } = sealed(fields, flaws);
      return [concat(ct, tag)];
    },
  };
}

/** What decryption gives, whatever the tag: counting is the same in both directions. */
function opened(fields: Fields, flaws: GcmFlaws): Uint8Array {
  const [key, iv, ct] = [bytes(fields, 'key'), bytes(fields, 'iv'), bytes(fields, 'ct')];
  return flawedGcm(aes(key), iv, ct, new Uint8Array(0), flaws).ct;
}

/** What comes out, and the right tag of what was given. */
function computed(fields: Fields) {
  const [key, iv, ct] = [bytes(fields, 'key'), bytes(fields, 'iv'), bytes(fields, 'ct')];
  const { ct: msg } = flawedGcm(aes(key), iv, ct, new Uint8Array(0), {});
  const { tag } = flawedGcm(aes(key), iv, msg, bytesOrNone(fields, 'aad'), {});
  return { ct: msg, tag };
}

export const gcmMistakes: readonly WellKnownMistake[] = [
  flawed('gcm-no-length-block', '7.1', { noLengths: true }),
  flawed('gcm-lengths-in-bytes', '7.1', { lengthsInBytes: true }),
  flawed('gcm-lengths-swapped', '7.1', { lengthsSwapped: true }),
  flawed('gcm-tag-not-masked', '7.1', { noMask: true }),
  flawed('gcm-text-before-aad', '7.1', { textBeforeAad: true }),
  flawed('gcm-aad-left-out', '7.1', { noAad: true }),
  flawed('gcm-not-filled-to-blocks', '7.1', { joined: true }),
  flawed('gcm-plaintext-hashed', '7.1', { hashesPlaintext: true }),
  flawed('gcm-short-iv-hashed', '7.1', { ivHashed: true }),
  flawed('gcm-starts-at-j0', '7.1', { startsAtJ0: true }),
  flawed('gcm-bits-reflected', '6.3', { bitsReflected: true }),
  {
    name: 'gcm-no-tag',
    clause: 'NIST SP 800-38D, 7.1',
    ops: ENCRYPTION,
    outputs: (fields) => [sealed(fields, {}).ct],
  },
  {
    name: 'gcm-tag-first',
    clause: 'NIST SP 800-38D, 7.1',
    ops: ENCRYPTION,
    outputs: (fields) => {
      const { ct, tag } = sealed(fields, {});
      return [concat(tag, ct)];
    },
  },
  {
    name: 'gcm-tag-compared-in-part',
    clause: 'NIST SP 800-38D, 7.2',
    ops: DECRYPTION,
    outputs: (fields) => {
      const { ct, tag } = computed(fields);
      return beginAlike(tag, bytes(fields, 'tag')) ? [ct] : [];
    },
  },
  {
    name: 'gcm-tag-not-checked',
    clause: 'NIST SP 800-38D, 7.2',
    ops: DECRYPTION,
    outputs: (fields) => [opened(fields, {})],
  },
  {
    name: 'gcm-starts-at-j0',
    clause: 'NIST SP 800-38D, 7.2',
    ops: DECRYPTION,
    outputs: (fields) => [opened(fields, { startsAtJ0: true })],
  },
  {
    name: 'gcm-short-iv-hashed',
    clause: 'NIST SP 800-38D, 7.2',
    ops: DECRYPTION,
    outputs: (fields) => [opened(fields, { ivHashed: true })],
  },
];
