/** Ciphers: AES-GCM, block ciphers in their modes, one block alone, RC4. */
import { concat } from '../../../bytes/index.ts';
import type { Request } from '../../request.ts';
import { saying } from '../../saying.ts';
import type { Check } from '../../vector-file.ts';
import type { JsonObject } from '../json.ts';
import {
  type Asked,
  ask,
  type ReadGroup,
  refuses,
  request,
  resultOf,
  skip,
  skipAlgorithm,
  skipTooMuch,
  wants,
} from './asked.ts';

/** In bytes: what AES-GCM's tags may be long (SP 800-38D, 5.2.1.2, and appendix C). */
const TAG_LENGTHS = [4, 8, 12, 13, 14, 15, 16];
const AES_KEY_LENGTHS = [16, 24, 32];
/** In bytes: whoever asks for RC4 beyond it waits for the keystream before it. */
const MAX_OFFSET = 64 * 1024 * 1024;

/** Encryption gives the ciphertext followed by the tag, decryption the message; an invalid one is not decrypted. */
export const readAead: ReadGroup = (group, algorithm) => {
  const tagSize = group.has('tagSize') ? group.integer('tagSize') : undefined;
  return (test) => {
    if (algorithm !== 'AES-GCM') return skipAlgorithm(algorithm);
    return askGcm(test, {
      aad: test.bytes('aad'),
      msg: test.bytes('msg'),
      ct: test.bytes('ct'),
      tagSize,
    });
  };
};

/** GMAC is AES-GCM of additional data alone (SP 800-38D, 3). */
export const readMacWithIv: ReadGroup = (group, algorithm) => {
  const tagSize = group.has('tagSize') ? group.integer('tagSize') : undefined;
  return (test) => {
    if (algorithm !== 'AES-GMAC') return skipAlgorithm(algorithm);
    return askGcm(test, { aad: test.bytes('msg'), msg: NONE, ct: NONE, tagSize });
  };
};

interface GcmText {
  readonly aad: Uint8Array;
  readonly msg: Uint8Array;
  readonly ct: Uint8Array;
  /** Of the group, in bits. */
  readonly tagSize: number | undefined;
}

function askGcm(test: JsonObject, { aad, msg, ct, tagSize }: GcmText): Asked {
  const [key, iv, tag] = [test.bytes('key'), test.bytes('iv'), test.bytes('tag')];
  const ofTag = tag.length * 8;
  const decryption = request('aes-gcm-decrypt', {
    key,
    iv,
    aad,
    ct,
    tag,
    tagSize: tagSize === undefined || tagSize === ofTag ? undefined : tagSize,
  });
  if (resultOf(test) === 'invalid') return ask(refuses(test, decryption));
  if (!AES_KEY_LENGTHS.includes(key.length)) {
    return skip(saying('vectors.skip.keySize', { bits: key.length * 8 }));
  }
  if (!TAG_LENGTHS.includes(tag.length)) return skip(saying('vectors.skip.tagSize', { bits: ofTag }));
  const encryption = request('aes-gcm-encrypt', {
    key,
    iv,
    aad,
    msg,
    tagSize: ofTag === 128 ? undefined : ofTag,
  });
  return ask(wants(test, encryption, concat(ct, tag)), wants(test, decryption, msg));
}

/** The operations of files with encryption in a mode, with their padding where they have one. */
const MODES: Readonly<Record<string, string>> = {
  'AES-CBC-PKCS5': 'aes-cbc-pkcs7',
  'AES-CBC-PKCS7': 'aes-cbc-pkcs7',
  'AES-ECB': 'aes-ecb',
  'AES-CBC': 'aes-cbc',
  'AES-CFB128': 'aes-cfb',
  'AES-OFB': 'aes-ofb',
  'AES-CTR': 'aes-ctr',
};

export const readIndCpa: ReadGroup = (_, algorithm) => {
  const mode = Object.hasOwn(MODES, algorithm) ? MODES[algorithm] : undefined;
  return (test) => (mode === undefined ? skipAlgorithm(algorithm) : askMode(test, mode));
};

/** DES and 3DES in the mode that the group names. */
export const readDesMode: ReadGroup = (group, algorithm) => {
  const cipher = blockCipherNamed(algorithm);
  const mode = group.text('mode').toLowerCase();
  return (test) => (cipher === undefined ? skipAlgorithm(algorithm) : askMode(test, `${cipher}-${mode}`));
};

function askMode(test: JsonObject, mode: string): Asked {
  const key = test.bytes('key');
  const iv = test.has('iv') ? test.bytes('iv') : undefined;
  const msg = test.has('msg') ? test.bytes('msg') : undefined;
  const ct = test.has('ct') ? test.bytes('ct') : undefined;
  const encryption = msg && request(`${mode}-encrypt`, { key, iv, msg });
  const decryption = ct && request(`${mode}-decrypt`, { key, iv, ct });
  if (resultOf(test) === 'invalid') {
    // A bad padding is for decryption alone to see; a bad key, IV or length for both.
    const isOneWay = mode.endsWith('-pkcs7');
    return ask(...refusals(test, isOneWay ? [decryption] : [encryption, decryption]));
  }
  const checks: Check[] = [];
  if (encryption && ct) checks.push(wants(test, encryption, ct));
  if (decryption && msg) checks.push(wants(test, decryption, msg));
  return ask(...checks);
}

function refusals(test: JsonObject, requests: readonly (Request | undefined)[]): Check[] {
  return requests.flatMap((each) => (each ? [refuses(test, each)] : []));
}

function blockCipherNamed(algorithm: string): 'aes' | 'des' | '3des' | undefined {
  return ({ AES: 'aes', DES: 'des', '3DES': '3des' } as const)[algorithm];
}

/** One block, which is ECB of one block; 3DES with a mode is longer. */
export const readBlockCipher: ReadGroup = (group, algorithm) => {
  const cipher = blockCipherNamed(algorithm);
  const mode = group.textOr('mode', 'ECB').toLowerCase();
  const blockSize = cipher === 'aes' ? 16 : 8;
  return (test) => {
    if (cipher === undefined) return skipAlgorithm(algorithm);
    if (resultOf(test) !== 'invalid') return askMode(test, `${cipher}-${mode}`);
    const [key, msg] = [test.bytes('key'), test.bytes('msg')];
    const areOtherBlocks = msg.length !== blockSize && msg.length % blockSize === 0;
    // The block function alone refuses none or two; every mode takes them.
    if (areOtherBlocks) return skip(saying('vectors.skip.noOperation', { what: 'one block alone' }));
    return ask(refuses(test, request(`${cipher}-${mode}-encrypt`, { key, msg })));
  };
};

/** Encrypting with one key, then with the other, gives what was there before (SP 800-67, 3.3.2). */
export const readWeakKey: ReadGroup = (_, algorithm) => (test) => {
  const cipher = blockCipherNamed(algorithm);
  if (cipher === undefined) return skipAlgorithm(algorithm);
  const op = `${cipher}-ecb-encrypt`;
  const [key, key2] = [test.bytes('key'), test.bytes('key2')];
  const block = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
  const loop = function* () {
    const once: Uint8Array = yield request(op, { key, msg: block });
    const twice: Uint8Array = yield request(op, { key: key2, msg: once });
    return twice;
  };
  return ask({ op, loop, want: { kind: 'output', output: block } });
};

export const readStreamCipher: ReadGroup = (_, algorithm) => (test) => {
  if (algorithm !== 'RC4') return skipAlgorithm(algorithm);
  const offset = test.has('offset') ? test.integer('offset') : 0;
  if (offset > MAX_OFFSET) return skipTooMuch('offset', offset, MAX_OFFSET);
  const key = test.bytes('key');
  const encryption = request('rc4', { key, msg: test.bytes('msg'), offset });
  if (resultOf(test) === 'invalid') return ask(refuses(test, encryption));
  return ask(wants(test, encryption, test.bytes('ct')));
};

const NONE = new Uint8Array(0);
