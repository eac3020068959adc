/** The steps of RSAES-OAEP (RFC 8017, 7.1) and RSASSA-PSS (8.1 and 9.1). */
import { concatAll, xor } from '../../bytes/index.ts';
import { explainOaepEncrypt, explainPssSign } from '../../explain/index.ts';
import { bitLength } from '../../math/index.ts';
import { emeOaepDecode, mgf1 } from '../../rsa/index.ts';
import {
  bytes,
  bytesOrNone,
  hashId,
  hashOf,
  integer,
  mgfHashOf,
  privateKeyIn,
  publicKeyIn,
} from '../operations/index.ts';
import { hashInside } from './hashes.ts';
import { decryptedBlock, drawn, only, openedSignature, signatureSources } from './rsa.ts';
import { bytesStep, explainedSteps, MORE, type Part, type StepBuilder } from './step.ts';

const OAEP_SOURCES: Readonly<Record<string, readonly string[]>> = {
  DB: ['lHash', 'PS'],
  dbMask: ['seed'],
  maskedDB: ['DB', 'dbMask'],
  seedMask: ['maskedDB'],
  maskedSeed: ['seed', 'seedMask'],
  EM: ['maskedSeed', 'maskedDB'],
  m: ['EM'],
  c: ['m'],
  C: ['c'],
};

/** Draws nothing: the seed is what the program says that it drew. */
export const oaepEncryptSteps: StepBuilder = function* (fields, reported): Generator<Part> {
  const hash = hashOf(fields);
  const seed = drawn('seed', hash.digestLength, reported);
  if (!seed) return yield MORE;
  const options = {
    hash,
    mgfHash: mgfHashOf(fields),
    label: bytesOrNone(fields, 'label'),
    random: only(seed),
  };
  const { steps } = explainOaepEncrypt(publicKeyIn(fields), bytes(fields, 'msg'), options);
  yield* explainedSteps(steps, ({ id }) => OAEP_SOURCES[id] ?? [], /^[mc]$/);
};

export const oaepDecryptSteps: StepBuilder = function* (fields): Generator<Part> {
  const clause = 'RFC 8017, 7.1.2';
  const EM = yield* decryptedBlock(fields, clause);
  if (!EM) return yield MORE;
  const hash = hashOf(fields);
  const mgfHash = mgfHashOf(fields);
  const label = bytesOrNone(fields, 'label');
  const hLen = hash.digestLength;
  if (EM.length < 2 * hLen + 2) return yield MORE;
  yield bytesStep('lHash', clause, hash(label));
  const maskedSeed = EM.slice(1, 1 + hLen);
  const maskedDB = EM.slice(1 + hLen);
  yield bytesStep('maskedSeed', clause, maskedSeed, ['EM']);
  yield bytesStep('maskedDB', clause, maskedDB, ['EM']);
  const seedMask = mgf1(mgfHash, maskedDB, hLen);
  yield bytesStep('seedMask', clause, seedMask, ['maskedDB']);
  const seed = xor(maskedSeed, seedMask);
  yield bytesStep('seed', clause, seed, ['maskedSeed', 'seedMask']);
  const dbMask = mgf1(mgfHash, seed, maskedDB.length);
  yield bytesStep('dbMask', clause, dbMask, ['seed']);
  yield bytesStep('DB', clause, xor(maskedDB, dbMask), ['maskedDB', 'dbMask']);
  yield bytesStep('M', clause, emeOaepDecode(EM, { hash, mgfHash, label }), ['DB']);
};

const PSS_SOURCES: Readonly<Record<string, readonly string[]>> = {
  "M'": ['mHash', 'salt'],
  H: ["M'"],
  DB: ['PS', 'salt'],
  dbMask: ['H'],
  maskedDB: ['DB', 'dbMask'],
  EM: ['maskedDB', 'H'],
};

/** Draws nothing: the salt is what the program says that it drew. */
export const pssSignSteps: StepBuilder = function* (fields, reported): Generator<Part> {
  const hash = hashOf(fields);
  const msg = bytes(fields, 'msg');
  const saltLength = integer(fields, 'sLen');
  const salt = drawn('salt', saltLength, reported) ?? (saltLength === 0 ? new Uint8Array(0) : undefined);
  if (!salt) return yield MORE;
  yield hashInside('mHash.', hashId(fields), msg);
  const options = { mgfHash: mgfHashOf(fields), saltLength, random: only(salt) };
  const { steps } = explainPssSign(privateKeyIn(fields), hash, hash(msg), options);
  yield* explainedSteps(
    steps,
    (step) => PSS_SOURCES[step.id] ?? signatureSources(step),
    /^(m|s_1|s_2|h|s|check)$/,
  );
};

export const pssVerifySteps: StepBuilder = function* (fields): Generator<Part> {
  const clause = 'RFC 8017, 9.1.2';
  const hash = hashOf(fields);
  const msg = bytes(fields, 'msg');
  const emBits = bitLength(publicKeyIn(fields).n) - 1;
  const emLen = Math.ceil(emBits / 8);
  const sLen = integer(fields, 'sLen');
  const EM = yield* openedSignature(fields, emLen, 'RFC 8017, 8.1.2');
  yield hashInside('mHash.', hashId(fields), msg);
  const mHash = hash(msg);
  yield bytesStep('mHash', clause, mHash);
  const dbLength = emLen - hash.digestLength - 1;
  if (!EM || dbLength < sLen + 1) return yield MORE;
  const maskedDB = EM.slice(0, dbLength);
  const H = EM.slice(dbLength, -1);
  yield bytesStep('maskedDB', clause, maskedDB, ['EM']);
  yield bytesStep('H', clause, H, ['EM']);
  const dbMask = mgf1(mgfHashOf(fields), H, dbLength);
  yield bytesStep('dbMask', clause, dbMask, ['H']);
  const DB = xor(maskedDB, dbMask);
  DB[0]! &= 0xff >> (8 * emLen - emBits);
  yield bytesStep('DB', clause, DB, ['maskedDB', 'dbMask']);
  const salt = DB.slice(dbLength - sLen);
  yield bytesStep('salt', clause, salt, ['DB']);
  const MPrime = concatAll([new Uint8Array(8), mHash, salt]);
  yield bytesStep("M'", clause, MPrime, ['mHash', 'salt']);
  yield bytesStep("H'", clause, hash(MPrime), ["M'"]);
};
