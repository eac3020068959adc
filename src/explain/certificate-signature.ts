/**
 * The signature of a certificate opened with the key of its issuer: RSASSA-PKCS1-v1_5 (RFC 8017, 8.2.2 and 9.2) and
 * RSASSA-PSS (8.1.2 and 9.1.2), under the names of the RFC.
 *
 * The encoded message is parsed here to be shown. `pkcs1Verify` builds it anew and compares: parsing it is how forgeries slip
 * through.
 */
import { type AnnotatedBytes, concat, concatAll, equalConstantTime, toHex, xor } from '../bytes/index.ts';
import { HASHES, type Hash } from '../hash/index.ts';
import type { PublicKey, SignatureScheme } from '../keys/index.ts';
import { bitLength, i2osp } from '../math/index.ts';
import { digestInfoPrefix, type RsaPublicKey } from '../rsa/index.ts';
import { openSignature } from '../rsa/open-signature.ts';
import type { TraceStep } from '../trace/index.ts';
import { type Certificate, verifySignature } from '../x509/index.ts';
import { pssBlockFields, pssDataBlockFields, pssMessageFields, signatureBlockFields } from './rsa-block.ts';
import { mgf1Literal } from './rsa-primitives.ts';
import { step } from './step.ts';

export interface OpenedSignature {
  readonly steps: readonly TraceStep[];
  /** `unknown` where key or algorithm are of a kind that is not computed here. */
  readonly result: 'holds' | 'broken' | 'unknown';
}

/** The steps `EM`, `T`, `H` and `compare`; for PSS `EM`, `DB`, `mHash`, `M'` and `compare`; each behind `prefix`. */
export function signatureSteps(
  prefix: string,
  certificate: Certificate,
  publicKey: PublicKey,
): OpenedSignature {
  const { signatureAlgorithm, signature } = certificate;
  const { scheme, name, oid } = signatureAlgorithm;
  if (publicKey.algorithm === 'unknown' || !scheme) {
    const key = publicKey.algorithm === 'unknown' ? publicKey.name : 'RSA';
    const values = { value: oid, name, key };
    const unknown = step(`${prefix}signatureAlgorithm`, 'RFC 5280, 4.1.1.2', 'explain.cert.unknown', values);
    return { steps: [unknown], result: 'unknown' };
  }
  const { rsa } = publicKey;
  const opened = openSignature(rsa, signature);
  if (!opened.valid) {
    const values = { value: toHex(signature), found: signature.length, bits: bitLength(rsa.n) };
    const refused = step(`${prefix}S`, 'RFC 8017, 8.2.2', `explain.cert.refused.${opened.reason}`, values);
    return { steps: [refused], result: 'broken' };
  }
  const EM = i2osp(opened.m, signature.length);
  const steps =
    scheme.scheme === 'rsa-pss'
      ? pssSteps(prefix, certificate, rsa, scheme, EM)
      : pkcs1Steps(prefix, certificate, rsa, HASHES[scheme.hash], EM);
  // What is shown must not decide.
  return { steps, result: verifySignature(certificate, publicKey).valid ? 'holds' : 'broken' };
}

function pkcs1Steps(
  prefix: string,
  { tbs }: Certificate,
  { e }: RsaPublicKey,
  hash: Hash,
  EM: Uint8Array,
): TraceStep[] {
  const clause = 'RFC 8017, 8.2.2';
  const k = EM.length;
  const shown = { value: toHex(EM), e: e.toString(), k };
  const found = digestInfoIn(EM);
  if (!found) {
    const begins = EM[0] === 0x00 && EM[1] === 0x01 && EM[2] === 0xff;
    const say = begins ? 'explain.cert.malformed' : 'explain.cert.noBlock';
    return [step(`${prefix}EM`, clause, say, shown)];
  }
  const { T, hash: named, fields } = found;
  const recovered = T.slice(-named.digestLength);
  const computed = hash(tbs);
  return [
    withFields(step(`${prefix}EM`, clause, 'explain.cert.EM', { ...shown, length: k - T.length - 3 }), [
      ...fields.slice(0, 4),
      { ...fields[4]!, name: 'T', length: T.length, value: toHex(T), clause: 'RFC 8017, 9.2' },
    ]),
    withFields(
      step(`${prefix}T`, 'RFC 8017, A.2.4', 'explain.cert.T', { value: toHex(T), hash: named.name }),
      fields.slice(4).map((field) => ({
        ...field,
        offset: field.offset - (k - T.length),
        name: field.name.replace(/^T: /, ''),
      })),
    ),
    step(`${prefix}H`, 'RFC 8017, 9.2', 'explain.cert.H', {
      value: toHex(computed),
      hash: hash.name,
      length: tbs.length,
    }),
    compared(prefix, clause, ['H in EM', recovered], ['Hash(tbs)', computed], 'digest'),
  ];
}

/** DigestInfo at the end of 00 01 ff … ff 00, for a hash function that is known here, and the fields of the whole block. */
function digestInfoIn(EM: Uint8Array) {
  for (const hash of Object.values(HASHES)) {
    const head = digestInfoPrefix(hash);
    const start = EM.length - head.length - hash.digestLength;
    if (start < 11 || EM[0] !== 0x00 || EM[1] !== 0x01 || EM[start - 1] !== 0x00) continue;
    if (EM.subarray(2, start - 1).some((octet) => octet !== 0xff)) continue;
    if (!equalConstantTime(EM.subarray(start, start + head.length), head)) continue;
    const T = EM.slice(start);
    return { T, hash, fields: signatureBlockFields(EM, T.length, hash.digestLength) };
  }
  return undefined;
}

function pssSteps(
  prefix: string,
  { tbs }: Certificate,
  { n, e }: RsaPublicKey,
  scheme: Extract<SignatureScheme, { scheme: 'rsa-pss' }>,
  block: Uint8Array,
): TraceStep[] {
  const clause = 'RFC 8017, 9.1.2';
  const hash = HASHES[scheme.hash];
  const mgfHash = HASHES[scheme.mgfHash ?? scheme.hash];
  const hLen = hash.digestLength;
  // With a modulus of 8 i + 1 bits the encoded message is one byte shorter than it.
  const emBits = bitLength(n) - 1;
  const EM = block.slice(block.length - Math.ceil(emBits / 8));
  const shown = { value: toHex(EM), e: e.toString(), k: EM.length };
  if (EM.length < hLen + 2 || EM.at(-1) !== 0xbc) {
    return [step(`${prefix}EM`, clause, 'explain.cert.pss.noBlock', shown)];
  }
  const steps = [
    withFields(step(`${prefix}EM`, clause, 'explain.cert.pss.EM', shown), pssBlockFields(EM, hLen)),
  ];
  const maskedDB = EM.subarray(0, EM.length - hLen - 1);
  const H = EM.slice(maskedDB.length, -1);
  const DB = xor(maskedDB, mgf1Literal(mgfHash, H, maskedDB.length));
  DB[0]! &= 0xff >> (8 * EM.length - emBits);
  const one = DB.findIndex((octet) => octet !== 0);
  const unmasked = { value: toHex(DB), hash: mgfHash.name };
  if (DB[one] !== 0x01)
    return [...steps, step(`${prefix}DB`, clause, 'explain.cert.pss.noDataBlock', unmasked)];
  const salt = DB.slice(one + 1);
  const mHash = hash(tbs);
  const MPrime = concatAll([new Uint8Array(8), mHash, salt]);
  return [
    ...steps,
    withFields(
      step(`${prefix}DB`, clause, 'explain.cert.pss.DB', { ...unmasked, length: salt.length }),
      pssDataBlockFields(DB, salt.length),
    ),
    step(`${prefix}mHash`, clause, 'explain.cert.H', {
      value: toHex(mHash),
      hash: hash.name,
      length: tbs.length,
    }),
    withFields(
      step(`${prefix}M'`, clause, 'explain.cert.pss.MPrime', { value: toHex(MPrime) }),
      pssMessageFields(MPrime, hLen),
    ),
    compared(prefix, clause, ['H in EM', H], ["Hash(M')", hash(MPrime)], 'pss'),
  ];
}

/** What was recovered beside what was computed. */
function compared(
  prefix: string,
  clause: string,
  [recoveredName, recovered]: readonly [string, Uint8Array],
  [computedName, computed]: readonly [string, Uint8Array],
  kind: 'digest' | 'pss',
): TraceStep {
  const same = recovered.length === computed.length && equalConstantTime(recovered, computed);
  const say = `explain.cert.${kind === 'pss' ? 'pss.' : ''}${same ? 'same' : 'differ'}` as const;
  const made = step(`${prefix}compare`, clause, say, {
    value: toHex(concat(recovered, computed)),
    recovered: toHex(recovered),
    computed: toHex(computed),
  });
  return withFields(made, [
    { offset: 0, length: recovered.length, name: recoveredName, value: toHex(recovered), clause },
    { offset: recovered.length, length: computed.length, name: computedName, value: toHex(computed), clause },
  ]);
}

function withFields(made: TraceStep, fields: readonly AnnotatedBytes[]): TraceStep {
  return { ...made, fields };
}
