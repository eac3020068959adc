/**
 * The steps of the key derivation of TLS 1.2 (RFC 5246, 5, 6.3, 7.4.9 and 8.1; RFC 7627, 4), and of the PRF of TLS 1.0
 * (RFC 2246, 5).
 */
import { concat, concatAll, fromHex, xor } from '../../bytes/index.ts';
import { explainTls12Prf } from '../../explain/index.ts';
import { type Hash, md5, sha1 } from '../../hash/index.ts';
import { hmac } from '../../mac/index.ts';
import { SUITES } from '../../tls/index.ts';
import type { TraceStep } from '../../trace/index.ts';
import { bytes, type Fields, hashOf, integer, text } from '../operations/index.ts';
import { bytesStep, explainedSteps, MORE, type Part, type Reported, type StepBuilder } from './step.ts';

const prfHash = (fields: Fields) => hashOf(fields.sha === undefined ? { sha: 'SHA-256' } : fields);

export const prfSteps: StepBuilder = function* (fields): Generator<Part> {
  yield* prf(
    fields,
    bytes(fields, 'secret'),
    text(fields, 'label'),
    bytes(fields, 'seed'),
    integer(fields, 'size'),
  );
};

export const masterSecretSteps: StepBuilder = function* (fields): Generator<Part> {
  const seed = concat(bytes(fields, 'clientRandom'), bytes(fields, 'serverRandom'));
  const output = yield* prf(fields, bytes(fields, 'premasterSecret'), 'master secret', seed, 48);
  yield bytesStep('master_secret', 'RFC 5246, 8.1', output, ['PRF']);
};

export const extendedMasterSecretSteps: StepBuilder = function* (fields): Generator<Part> {
  const seed = bytes(fields, 'sessionHash');
  const output = yield* prf(fields, bytes(fields, 'premasterSecret'), 'extended master secret', seed, 48);
  yield bytesStep('master_secret', 'RFC 7627, 4', output, ['PRF']);
};

export const verifyDataSteps: StepBuilder = function* (fields): Generator<Part> {
  const seed = bytes(fields, 'handshakeHash');
  const output = yield* prf(fields, bytes(fields, 'masterSecret'), text(fields, 'label'), seed, 12);
  yield bytesStep('verify_data', 'RFC 5246, 7.4.9', output, ['PRF']);
};

/** The block, and its parts where the length and the names that were reported leave no doubt where they end. */
export const keyBlockSteps: StepBuilder = function* (fields, reported): Generator<Part> {
  const seed = concat(bytes(fields, 'serverRandom'), bytes(fields, 'clientRandom'));
  const size = integer(fields, 'size');
  const block = yield* prf(fields, bytes(fields, 'masterSecret'), 'key expansion', seed, size);
  const clause = 'RFC 5246, 6.3';
  yield bytesStep('key_block', clause, block, ['PRF']);
  const lengths = partLengths(size, reported);
  if (!lengths) return yield MORE;
  let at = 0;
  for (const [i, part] of PARTS.entries()) {
    for (const side of ['client', 'server']) {
      const end = at + lengths[i]!;
      if (end > at) yield bytesStep(`${side}_write_${part}`, clause, block.slice(at, end), ['key_block']);
      at = end;
    }
  }
};

const PARTS = ['MAC_key', 'key', 'IV'] as const;

/** Lengths of a MAC key, a key and an IV that a cipher suite has and that make up `size`; those of just one suite fit. */
function partLengths(size: number, reported: Reported): readonly number[] | undefined {
  const asked = PARTS.map(
    (part) => reported.has(`client_write_${part}`) || reported.has(`server_write_${part}`),
  );
  const fitting = SUITES.map(({ mac, cipher }) => [
    mac?.digestLength ?? 0,
    cipher.keyLength,
    cipher.kind === 'gcm' ? 4 : 0,
  ]).filter(
    (lengths) =>
      2 * lengths.reduce((sum, length) => sum + length) === size &&
      lengths.every((length, i) => length > 0 || !asked[i]),
  );
  const [first] = fitting;
  return fitting.every((lengths) => String(lengths) === String(first)) ? first : undefined;
}

/** Returns what comes out. */
function* prf(
  fields: Fields,
  secret: Uint8Array,
  label: string,
  seed: Uint8Array,
  size: number,
): Generator<Part, Uint8Array> {
  const trace = explainTls12Prf(prfHash(fields), secret, label, seed, size);
  yield* explainedSteps(trace.steps, prfSources);
  return fromHex(trace.output);
}

function prfSources({ id, values }: TraceStep): readonly string[] {
  if (id === 'A(0)') return ['seed'];
  if (id === 'P_hash') return [`P(${values.count})`];
  if (id === 'PRF') return ['P_hash'];
  const numbered = /^([AP])\((\d+)\)$/.exec(id);
  if (!numbered) return [];
  return numbered[1] === 'A' ? [`A(${Number(numbered[2]) - 1})`] : [`A(${numbered[2]})`, 'seed'];
}

/** P_MD5 under the first half of the secret, P_SHA-1 under the second. */
export const tls10PrfSteps: StepBuilder = function* (fields): Generator<Part> {
  const secret = bytes(fields, 'secret');
  const size = integer(fields, 'size');
  const clause = 'RFC 2246, 5';
  const labelled = concat(new TextEncoder().encode(text(fields, 'label')), bytes(fields, 'seed'));
  if (size > 1024) return yield MORE;
  const half = Math.ceil(secret.length / 2);
  const S1 = secret.slice(0, half);
  const S2 = secret.slice(secret.length - half);
  yield bytesStep('S1', clause, S1);
  yield bytesStep('S2', clause, S2);
  yield bytesStep('seed', clause, labelled);
  const left = yield* pHash('P_MD5', 'S1', md5, S1, labelled, size);
  const right = yield* pHash('P_SHA-1', 'S2', sha1, S2, labelled, size);
  yield bytesStep('PRF', clause, xor(left, right), ['P_MD5', 'P_SHA-1']);
};

function* pHash(
  name: string,
  secretName: string,
  hash: Hash,
  secret: Uint8Array,
  seed: Uint8Array,
  size: number,
): Generator<Part, Uint8Array> {
  const clause = 'RFC 2246, 5';
  const pieces: Uint8Array[] = [];
  let A = seed;
  for (let i = 1; pieces.length * hash.digestLength < size; i++) {
    A = hmac(hash, secret, A);
    yield bytesStep(`${name}.A(${i})`, clause, A, [i === 1 ? 'seed' : `${name}.A(${i - 1})`, secretName]);
    pieces.push(hmac(hash, secret, concat(A, seed)));
    yield bytesStep(`${name}.P(${i})`, clause, pieces.at(-1)!, [`${name}.A(${i})`, 'seed']);
  }
  const joined = concatAll(pieces).slice(0, size);
  yield bytesStep(name, clause, joined, [`${name}.P(${pieces.length})`]);
  return joined;
}
