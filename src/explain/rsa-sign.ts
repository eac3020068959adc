/**
 * An RSA signature step by step: RSASSA-PKCS1-v1_5 (RFC 8017, 8.2.1 and 9.2) and RSASSA-PSS (8.1.1 and 9.1.1), under
 * the names of the RFC.
 *
 * With two primes a trace shows the two halves s_1 and s_2 of the private power. Nothing of the key leaves, but a
 * faulty half would give it away, which is why the result is checked before it is given out.
 */
import { concat, concatAll, fromHex, toHex, xor } from '../bytes/index.ts';
import { CryptoError, expectLength } from '../errors.ts';
import { expectHash, type Hash } from '../hash/index.ts';
import { bitLength } from '../math/index.ts';
import { type RandomSource, systemRandom } from '../random/index.ts';
import { expectUpTo } from '../rsa/block-length.ts';
import { emsaPkcs1Length, expectPrivateKey, modulusLength, type RsaPrivateKey } from '../rsa/index.ts';
import { expectSaltFits } from '../rsa/pss.ts';
import type { Trace, TraceStep } from '../trace/index.ts';
import { pssBlockFields, pssDataBlockFields, pssMessageFields, signatureBlockFields } from './rsa-block.ts';
import { mgf1Literal, signSteps } from './rsa-primitives.ts';
import { rsaStep, written } from './rsa-step.ts';

/** What stands before H in T, the DER encoding of DigestInfo (RFC 8017, 9.2, note 1; the last two: FIPS 180-4). */
const DIGEST_INFO: Readonly<Record<string, string>> = {
  MD5: '3020300c06082a864886f70d020505000410',
  'SHA-1': '3021300906052b0e03021a05000414',
  'SHA-224': '302d300d06096086480165030402040500041c',
  'SHA-256': '3031300d060960864801650304020105000420',
  'SHA-384': '3041300d060960864801650304020205000430',
  'SHA-512': '3051300d060960864801650304020305000440',
  'SHA-512/224': '302d300d06096086480165030402050500041c',
  'SHA-512/256': '3031300d060960864801650304020605000420',
};

/**
 * RSASSA-PKCS1-V1_5-SIGN (8.2.1) of a message whose digest is given: the steps `H`, `T`, `PS`, `EM`, `m`, `s_1`,
 * `s_2`, `h`, `s`, `check` and `S`. The output is S in hex. `bad-length` for a key too short for the hash function.
 */
export function explainPkcs1Sign(privateKey: RsaPrivateKey, hash: Hash, digest: Uint8Array): Trace {
  const clause = 'RFC 8017, 9.2';
  expectPrivateKey('privateKey', privateKey);
  expectHash(hash);
  const k = modulusLength(privateKey);
  expectLength('digest', digest, hash.digestLength);
  const least = emsaPkcs1Length(hash);
  if (k < least) {
    throw new CryptoError(
      'bad-length',
      `privateKey: expected a modulus of at least ${least} bytes to sign a digest of ${hash.name}, got ${k}; use a longer key`,
    );
  }
  const T = concat(fromHex(DIGEST_INFO[hash.name]!), digest);
  const PS = new Uint8Array(k - T.length - 3).fill(0xff);
  const EM = concat(Uint8Array.of(0x00, 0x01), PS, Uint8Array.of(0x00), T);
  const steps: TraceStep[] = [
    rsaStep('H', clause, 'explain.rsa.sign.H', { value: digest, hash: hash.name }),
    rsaStep('T', clause, 'explain.rsa.sign.T', { value: T }),
    rsaStep('PS', clause, 'explain.rsa.sign.PS', { value: PS, length: PS.length }),
    rsaStep(
      'EM',
      clause,
      'explain.rsa.sign.EM',
      { value: EM },
      signatureBlockFields(EM, T.length, digest.length),
    ),
  ];
  const output = signSteps(steps, privateKey, EM, k);
  return traceOf('RSASSA-PKCS1-v1_5', privateKey, digest, steps, output);
}

export interface ExplainPssOptions {
  /** That of MGF1; that of the message by default. */
  readonly mgfHash?: Hash | undefined;
  /** In bytes; the length of a digest by default. */
  readonly saltLength?: number | undefined;
  readonly random?: RandomSource | undefined;
}

/**
 * RSASSA-PSS-SIGN (8.1.1) of a message whose digest is given: the steps `mHash`, `salt`, `M'`, `H`, `PS`, `DB`,
 * `dbMask`, `maskedDB`, `EM`, then as for PKCS#1 v1.5. The salt is drawn as `pssSign` draws it. The output is S in
 * hex. `bad-length` for a key too short for hash function and salt.
 */
export function explainPssSign(
  privateKey: RsaPrivateKey,
  hash: Hash,
  digest: Uint8Array,
  options: ExplainPssOptions = {},
): Trace {
  const clause = 'RFC 8017, 9.1.1';
  expectPrivateKey('privateKey', privateKey);
  expectHash(hash);
  const { mgfHash = hash, saltLength = hash.digestLength, random = systemRandom } = options;
  expectHash(mgfHash);
  const k = modulusLength(privateKey);
  const hLen = hash.digestLength;
  expectLength('digest', digest, hLen);
  expectUpTo('saltLength', saltLength, k);
  expectSaltFits(privateKey, hash, saltLength);
  const emBits = bitLength(privateKey.n) - 1;
  const emLen = Math.ceil(emBits / 8);

  const salt = random.bytes(saltLength);
  const MPrime = concatAll([new Uint8Array(8), digest, salt]);
  const H = hash(MPrime);
  const PS = new Uint8Array(emLen - saltLength - hLen - 2);
  const DB = concat(PS, Uint8Array.of(0x01), salt);
  const dbMask = mgf1Literal(mgfHash, H, emLen - hLen - 1);
  const maskedDB = xor(DB, dbMask);
  const cleared = 8 * emLen - emBits;
  maskedDB[0]! &= 0xff >> cleared;
  const EM = concat(maskedDB, H, Uint8Array.of(0xbc));

  const steps: TraceStep[] = [
    rsaStep('mHash', clause, 'explain.rsa.pss.mHash', { value: digest, hash: hash.name }),
    rsaStep('salt', clause, 'explain.rsa.pss.salt', { value: salt, length: saltLength }),
    rsaStep("M'", clause, 'explain.rsa.pss.MPrime', { value: MPrime }, pssMessageFields(MPrime, hLen)),
    rsaStep('H', clause, 'explain.rsa.pss.H', { value: H, hash: hash.name }),
    rsaStep('PS', clause, 'explain.rsa.pss.PS', { value: PS, length: PS.length }),
    rsaStep('DB', clause, 'explain.rsa.pss.DB', { value: DB }, pssDataBlockFields(DB, saltLength)),
    rsaStep('dbMask', clause, 'explain.rsa.pss.dbMask', { value: dbMask, hash: mgfHash.name }),
    rsaStep('maskedDB', clause, 'explain.rsa.pss.maskedDB', { value: maskedDB, cleared }),
    rsaStep('EM', clause, 'explain.rsa.pss.EM', { value: EM }, pssBlockFields(EM, hLen)),
  ];
  const output = signSteps(steps, privateKey, EM, k);
  return traceOf('RSASSA-PSS', privateKey, digest, steps, output);
}

function traceOf(
  subject: string,
  { n, e }: RsaPrivateKey,
  digest: Uint8Array,
  steps: readonly TraceStep[],
  output: Uint8Array,
): Trace {
  return { version: 1, subject, inputs: written({ n, e, digest }), steps, output: toHex(output) };
}
