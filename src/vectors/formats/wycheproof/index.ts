/**
 * Project Wycheproof's files (testvectors_v1), and our own, which have the same shape.
 *
 * A case asks all that its result says: a valid encryption encrypts and decrypts, an invalid one is not decrypted. A kind of
 * test or an algorithm that is not here is skipped, with its name.
 */
import { CryptoError } from '../../../errors.ts';
import { saying } from '../../saying.ts';
import type { VectorCase, VectorFile } from '../../vector-file.ts';
import { isObject, JsonObject } from '../json.ts';
import { type Asked, type ReadGroup, type ReadTest, skipAll } from './asked.ts';
import {
  readAead,
  readBlockCipher,
  readDesMode,
  readIndCpa,
  readMacWithIv,
  readStreamCipher,
  readWeakKey,
} from './ciphers.ts';
import { readHash, readHkdf, readMac, readPbkdf, readPrf } from './hashes.ts';
import { readOperation } from './operation-test.ts';
import { readConnection, readNothing, readPadding, readSteps } from './own.ts';
import {
  readOaepDecrypt,
  readPkcs1Decrypt,
  readPkcs1Generate,
  readPkcs1Verify,
  readPrimality,
  readPssVerify,
} from './rsa.ts';

const MAX_CASES = 200_000;
const MAX_COMMENT = 10_000;
const MAX_FLAGS = 100;

/** By the `type` of the group. */
const GROUPS: Readonly<Record<string, ReadGroup>> = {
  AeadTest: readAead,
  IndCpaTest: readIndCpa,
  MacTest: readMac,
  MacWithIvTest: readMacWithIv,
  HkdfTest: readHkdf,
  PbkdfTest: readPbkdf,
  RsaesPkcs1Decrypt: readPkcs1Decrypt,
  RsaesOaepDecrypt: readOaepDecrypt,
  RsassaPkcs1Verify: readPkcs1Verify,
  RsassaPkcs1Generate: readPkcs1Generate,
  RsassaPssVerify: readPssVerify,
  RsassaPssWithParametersVerify: readPssVerify,
  PrimalityTest: readPrimality,
  // Our own files'.
  OperationTest: readOperation,
  HashTest: readHash,
  BlockCipherTest: readBlockCipher,
  DesModeTest: readDesMode,
  WeakKeyTest: readWeakKey,
  StreamCipherTest: readStreamCipher,
  PaddingTest: readPadding,
  PrfTest: readPrf,
  TlsRsaConnection: readConnection,
  KeyFile: readNothing('key files'),
  DrbgTest: readNothing('HMAC-DRBG'),
  AesEncrypt: readSteps('aes-ecb-encrypt', { key: 'key', block: 'msg' }),
  AesDecrypt: readSteps('aes-ecb-decrypt', { key: 'key', block: 'ct' }),
  Des: readSteps('des-ecb-encrypt', { key: 'key', block: 'msg' }),
  Sha256: readSteps('sha256', { msg: 'msg' }),
  Sha1: readSteps('sha1', { msg: 'msg' }),
  Md5: readSteps('md5', { msg: 'msg' }),
  HmacSha1: readSteps('hmac-sha1', { key: 'key', msg: 'msg' }),
  PrfSha256: readSteps('tls12-prf', { secret: 'secret', label: 'label', seed: 'seed', length: 'size' }),
};

/** Whether a JSON value has the shape. */
export function looksLikeWycheproof(value: unknown): value is Record<string, unknown> {
  return isObject(value) && Array.isArray(value.testGroups) && typeof value.algorithm === 'string';
}

export function readWycheproof(name: string, value: unknown): VectorFile {
  const file = new JsonObject(name, '', value);
  const algorithm = file.text('algorithm');
  const ids = new Map<string, number>();
  const cases: VectorCase[] = [];
  for (const group of file.objects('testGroups')) {
    const readTest = groupReader(group, algorithm);
    for (const test of group.objects('tests')) {
      if (cases.length === MAX_CASES) {
        throw new CryptoError('too-large', `${name}: expected at most ${MAX_CASES} cases, got more`);
      }
      cases.push(caseOf(test, readTest, ids));
    }
  }
  expectCount(file, cases.length);
  const notes = notesIn(file);
  return {
    name,
    // Wycheproof's own have a schema; ours and made ones say where they come from.
    format:
      file.has('schema') || file.has('generatorVersion') || !file.has('source')
        ? 'wycheproof'
        : 'crypto-primer',
    algorithm,
    cases,
    ...(notes && { notes }),
  };
}

/** Files of today have it; where one has not, nothing is to be compared. */
function expectCount(file: JsonObject, count: number): void {
  if (!file.has('numberOfTests')) return;
  const numberOfTests = file.integer('numberOfTests');
  if (numberOfTests === count) return;
  throw file.fault(`${numberOfTests} tests, as numberOfTests says`, count);
}

function groupReader(group: JsonObject, algorithm: string): ReadTest {
  const type = group.textOr('type', '');
  if (Object.hasOwn(GROUPS, type)) return GROUPS[type]!(group, algorithm);
  // Of our algorithms, a kind of test that came after this was written.
  const isOurs = /^(AES-(GCM|GMAC|CBC|ECB|CTR)|HMAC|HKDF|PBKDF2|RSA|PrimalityTest)/.test(algorithm);
  if (isOurs)
    return skipAll(saying('vectors.skip.testType', { type: type || 'a group without type', algorithm }));
  return skipAll(saying('vectors.skip.algorithm', { name: algorithm }));
}

function caseOf(test: JsonObject, readTest: ReadTest, ids: Map<string, number>): VectorCase {
  const comment = test.textOr('comment', '');
  const flags = test.texts('flags');
  if (comment.length > MAX_COMMENT)
    throw test.fault(`at most ${MAX_COMMENT} characters`, comment.length, 'comment');
  if (flags.length > MAX_FLAGS) throw test.fault(`at most ${MAX_FLAGS} flags`, flags.length, 'flags');
  const asked: Asked = readTest(test);
  const number = test.has('tcId') ? test.integer('tcId') : ids.size + 1;
  const base = { id: uniqueId(String(number), ids), comment, flags };
  return 'skip' in asked ? { ...base, checks: [], skip: asked.skip } : { ...base, checks: asked.checks };
}

/** The number; where a file has one twice, `17 (2)` for the second. */
function uniqueId(id: string, ids: Map<string, number>): string {
  const times = (ids.get(id) ?? 0) + 1;
  ids.set(id, times);
  return times === 1 ? id : `${id} (${times})`;
}

/** Texts in older files and in ours; objects with a `description` in version 1. */
function notesIn(file: JsonObject): Record<string, string> | undefined {
  const notes = file.value('notes');
  if (!isObject(notes)) return undefined;
  return Object.fromEntries(
    Object.entries(notes).flatMap(([flag, note]) => {
      const text = isObject(note) ? note.description : note;
      return typeof text === 'string' ? [[flag, text]] : [];
    }),
  );
}
