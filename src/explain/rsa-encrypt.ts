/**
 * RSA encryption of a message step by step: RSAES-PKCS1-v1_5 (RFC 8017, 7.2.1) and RSAES-OAEP (7.1.1), under the
 * names of the RFC.
 *
 * A trace holds the random bytes and the padded block: whoever reads it needs no private key to read the message.
 */
import { concat, toHex, xor } from '../bytes/index.ts';
import { expectBytes } from '../errors.ts';
import { expectHash, type Hash, sha1 } from '../hash/index.ts';
import { type RandomSource, systemRandom } from '../random/index.ts';
import { expectRoom } from '../rsa/block-length.ts';
import { modulusLength, nonZeroBytes, type RsaPublicKey } from '../rsa/index.ts';
import type { Trace, TraceStep } from '../trace/index.ts';
import { encryptionBlockFields, oaepBlockFields, oaepDataBlockFields } from './rsa-block.ts';
import { encryptSteps, mgf1Literal } from './rsa-primitives.ts';
import { rsaStep, written } from './rsa-step.ts';

/**
 * RSAES-PKCS1-V1_5-ENCRYPT (7.2.1) of at most k - 11 bytes: the steps `PS`, `EM`, `m`, `c` and `C`. The random bytes
 * are drawn as `pkcs1Encrypt` draws them. The output is C in hex.
 */
export function explainPkcs1Encrypt(
  publicKey: RsaPublicKey,
  msg: Uint8Array,
  random: RandomSource = systemRandom,
): Trace {
  const k = modulusLength(publicKey);
  expectRoom(publicKey, msg, 11, 'PKCS#1 v1.5 padding');
  const PS = nonZeroBytes(random, k - msg.length - 3);
  const EM = concat(Uint8Array.of(0x00, 0x02), PS, Uint8Array.of(0x00), msg);
  const steps: TraceStep[] = [
    rsaStep('PS', 'RFC 8017, 7.2.1', 'explain.rsa.pkcs1.PS', { value: PS, length: PS.length, k }),
    rsaStep(
      'EM',
      'RFC 8017, 7.2.1',
      'explain.rsa.pkcs1.EM',
      { value: EM },
      encryptionBlockFields(EM, msg.length),
    ),
  ];
  const output = encryptSteps(steps, publicKey, EM, k);
  return traceOf('RSAES-PKCS1-v1_5', publicKey, msg, steps, output);
}

export interface ExplainOaepOptions {
  /** SHA-1 by default, as in RFC 8017. */
  readonly hash?: Hash | undefined;
  /** That of MGF1; `hash` by default. */
  readonly mgfHash?: Hash | undefined;
  /** Empty by default. */
  readonly label?: Uint8Array | undefined;
  readonly random?: RandomSource | undefined;
}

/**
 * RSAES-OAEP-ENCRYPT (7.1.1) of at most k - 2 hLen - 2 bytes: the steps `lHash`, `PS`, `DB`, `seed`, `dbMask`,
 * `maskedDB`, `seedMask`, `maskedSeed`, `EM`, `m`, `c` and `C`. The seed is drawn as `oaepEncrypt` draws it. The
 * output is C in hex.
 */
export function explainOaepEncrypt(
  publicKey: RsaPublicKey,
  msg: Uint8Array,
  options: ExplainOaepOptions = {},
): Trace {
  const { hash = sha1, mgfHash = hash, label = new Uint8Array(0), random = systemRandom } = options;
  const clause = 'RFC 8017, 7.1.1';
  const k = modulusLength(publicKey);
  expectHash(hash);
  expectHash(mgfHash);
  const hLen = hash.digestLength;
  expectBytes('label', label);
  expectRoom(publicKey, msg, 2 * hLen + 2, `OAEP and ${hash.name}`);

  const lHash = hash(label);
  const PS = new Uint8Array(k - msg.length - 2 * hLen - 2);
  const DB = concat(lHash, PS, Uint8Array.of(0x01), msg);
  const seed = random.bytes(hLen);
  const dbMask = mgf1Literal(mgfHash, seed, k - hLen - 1);
  const maskedDB = xor(DB, dbMask);
  const seedMask = mgf1Literal(mgfHash, maskedDB, hLen);
  const maskedSeed = xor(seed, seedMask);
  const EM = concat(Uint8Array.of(0x00), maskedSeed, maskedDB);

  const steps: TraceStep[] = [
    rsaStep('lHash', clause, 'explain.rsa.oaep.lHash', { value: lHash, hash: hash.name }),
    rsaStep('PS', clause, 'explain.rsa.oaep.PS', { value: PS, length: PS.length }),
    rsaStep('DB', clause, 'explain.rsa.oaep.DB', { value: DB }, oaepDataBlockFields(DB, hLen, msg.length)),
    rsaStep('seed', clause, 'explain.rsa.oaep.seed', { value: seed, length: hLen }),
    rsaStep('dbMask', clause, 'explain.rsa.oaep.dbMask', { value: dbMask, hash: mgfHash.name }),
    rsaStep('maskedDB', clause, 'explain.rsa.oaep.maskedDB', { value: maskedDB }),
    rsaStep('seedMask', clause, 'explain.rsa.oaep.seedMask', { value: seedMask }),
    rsaStep('maskedSeed', clause, 'explain.rsa.oaep.maskedSeed', { value: maskedSeed }),
    rsaStep('EM', clause, 'explain.rsa.oaep.EM', { value: EM }, oaepBlockFields(EM, hLen)),
  ];
  const output = encryptSteps(steps, publicKey, EM, k);
  return traceOf('RSAES-OAEP', publicKey, msg, steps, output);
}

function traceOf(
  subject: string,
  { n, e }: RsaPublicKey,
  msg: Uint8Array,
  steps: readonly TraceStep[],
  output: Uint8Array,
): Trace {
  return { version: 1, subject, inputs: written({ n, e, M: msg }), steps, output: toHex(output) };
}
