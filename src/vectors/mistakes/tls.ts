/** Mistakes in the key derivation of TLS 1.2 (RFC 5246, 5, 6.3, 7.4.9 and 8.1). */
import { concat, utf8 } from '../../bytes/index.ts';
import { type Hash, sha256 } from '../../hash/index.ts';
import { hmac, tls10Prf, tls12Prf } from '../../mac/index.ts';
import { bytes, type Fields, hashOf, integer, text } from '../operations/index.ts';
import type { MistakeName, WellKnownMistake } from './mistake.ts';

/** What a derivation hands to the PRF. */
interface PrfInput {
  readonly hash: Hash;
  readonly secret: Uint8Array;
  readonly label: string;
  readonly seed: Uint8Array;
  readonly size: number;
}

const PRF = /^tls12-(prf|(extended-)?master-secret|key-block|verify-data)$/;
const MASTER = /^tls12-master-secret$/;
const KEY_BLOCK = /^tls12-key-block$/;
const VERIFY_DATA = /^tls12-verify-data$/;

function inputOf(fields: Fields, op: string): PrfInput {
  const hash = fields.sha === undefined ? sha256 : hashOf(fields);
  const field = (name: string) => bytes(fields, name);
  if (op === 'tls12-prf') {
    return {
      hash,
      secret: field('secret'),
      label: text(fields, 'label'),
      seed: field('seed'),
      size: integer(fields, 'size'),
    };
  }
  if (op === 'tls12-verify-data') {
    return {
      hash,
      secret: field('masterSecret'),
      label: text(fields, 'label'),
      seed: field('handshakeHash'),
      size: 12,
    };
  }
  if (op === 'tls12-extended-master-secret') {
    return {
      hash,
      secret: field('premasterSecret'),
      label: 'extended master secret',
      seed: field('sessionHash'),
      size: 48,
    };
  }
  const [client, server] = [field('clientRandom'), field('serverRandom')];
  if (op === 'tls12-key-block') {
    return {
      hash,
      secret: field('masterSecret'),
      label: 'key expansion',
      seed: concat(server, client),
      size: integer(fields, 'size'),
    };
  }
  return {
    hash,
    secret: field('premasterSecret'),
    label: 'master secret',
    seed: concat(client, server),
    size: 48,
  };
}

/** The PRF on what is handed to it wrongly. */
function wrongInput(
  name: MistakeName,
  clause: string,
  ops: RegExp,
  change: (input: PrfInput, fields: Fields) => readonly Partial<PrfInput>[],
): WellKnownMistake {
  return {
    name,
    clause,
    ops,
    outputs: (fields, op) => {
      const input = inputOf(fields, op);
      return change(input, fields).map((changed) => {
        const { hash, secret, label, seed, size } = { ...input, ...changed };
        return tls12Prf(hash, secret, label, seed, size);
      });
    },
  };
}

/** P_hash with a rule of its own for A(i) and for what is hashed with it. */
function wrongPHash(
  name: MistakeName,
  ...blocks: ((A: (i: number) => Uint8Array, mac: Mac, seed: Uint8Array, i: number) => Uint8Array)[]
): WellKnownMistake {
  return {
    name,
    clause: 'RFC 5246, 5',
    ops: PRF,
    outputs: (fields, op) => {
      const { hash, secret, label, seed, size } = inputOf(fields, op);
      const mac: Mac = (msg) => hmac(hash, secret, msg);
      const labelled = concat(utf8(label), seed);
      const A = chainFrom(labelled, mac);
      return blocks.map((block) => {
        const out = new Uint8Array(size);
        for (let i = 1, at = 0; at < size; i++, at += hash.digestLength) {
          out.set(block(A, mac, labelled, i).subarray(0, size - at), at);
        }
        return out;
      });
    },
  };
}

type Mac = (msg: Uint8Array) => Uint8Array;

/** A(i), each computed once. */
function chainFrom(seed: Uint8Array, mac: Mac): (i: number) => Uint8Array {
  const known = [seed];
  return (i) => {
    while (known.length <= i) known.push(mac(known.at(-1)!));
    return known[i]!;
  };
}

const swapped = (fields: Fields, clientFirst: boolean) => {
  const randoms = [bytes(fields, 'clientRandom'), bytes(fields, 'serverRandom')] as const;
  return clientFirst ? concat(...randoms) : concat(randoms[1], randoms[0]);
};

export const tlsMistakes: readonly WellKnownMistake[] = [
  wrongInput('tls-master-secret-randoms-in-wrong-order', 'RFC 5246, 8.1', MASTER, (_, fields) => [
    { seed: swapped(fields, false) },
  ]),
  wrongInput('tls-key-block-randoms-in-wrong-order', 'RFC 5246, 6.3', KEY_BLOCK, (_, fields) => [
    { seed: swapped(fields, true) },
  ]),
  wrongInput('tls-key-block-for-master-secret', 'RFC 5246, 8.1', MASTER, (_, fields) =>
    [false, true].map((clientFirst) => ({ label: 'key expansion', seed: swapped(fields, clientFirst) })),
  ),
  wrongInput('tls-master-secret-for-key-block', 'RFC 5246, 6.3', KEY_BLOCK, (_, fields) =>
    [true, false].map((clientFirst) => ({ label: 'master secret', seed: swapped(fields, clientFirst) })),
  ),
  wrongInput('tls-master-secret-derived-twice', 'RFC 5246, 6.3', KEY_BLOCK, ({ hash, secret }, fields) => [
    { secret: tls12Prf(hash, secret, 'master secret', swapped(fields, true), 48) },
  ]),
  wrongInput('tls-finished-labels-swapped', 'RFC 5246, 7.4.9', VERIFY_DATA, ({ label }) => [
    { label: label.startsWith('client') ? 'server finished' : 'client finished' },
  ]),
  wrongInput('tls-handshake-hash-hashed-again', 'RFC 5246, 7.4.9', VERIFY_DATA, ({ hash, seed }) => [
    { seed: hash(seed) },
  ]),
  wrongInput('tls-prf-label-left-out', 'RFC 5246, 5', PRF, () => [{ label: '' }]),
  wrongInput('tls-prf-label-with-nul', 'RFC 5246, 5', PRF, ({ seed }) => [
    { seed: concat(Uint8Array.of(0), seed) },
  ]),
  wrongInput('tls-prf-seed-before-label', 'RFC 5246, 5', PRF, ({ label, seed }) => [
    { label: '', seed: concat(seed, utf8(label)) },
  ]),
  wrongInput('tls-prf-always-sha256', 'RFC 5246, 5', PRF, () => [{ hash: sha256 }]),
  {
    name: 'tls-prf-of-tls10',
    clause: 'RFC 5246, 5',
    ops: PRF,
    outputs: (fields, op) => {
      const { secret, label, seed, size } = inputOf(fields, op);
      return [tls10Prf(secret, label, seed, size)];
    },
  },
  {
    name: 'tls-prf-of-tls12',
    clause: 'RFC 2246, 5',
    ops: /^tls10-prf$/,
    outputs: (fields) => {
      const { secret, label, seed, size } = inputOf(fields, 'tls12-prf');
      return [tls12Prf(sha256, secret, label, seed, size)];
    },
  },
  wrongPHash('tls-prf-first-a-skipped', (A, mac, seed, i) => mac(concat(A(i - 1), seed))),
  wrongPHash(
    'tls-prf-without-seed-behind-a',
    (A, _mac, _seed, i) => A(i),
    (A, _mac, _seed, i) => A(i + 1),
  ),
  wrongPHash('tls-prf-a-not-iterated', (A, mac, seed) => mac(concat(A(1), seed))),
  wrongInput('tls-master-secret-cut', 'RFC 5246, 8.1', /^tls12-(extended-)?master-secret$/, () => [
    { size: 46 },
    { size: 32 },
  ]),
  wrongInput('tls-premaster-secret-without-version', 'RFC 5246, 7.4.7.1', MASTER, ({ secret }) => [
    { secret: secret.subarray(2) },
  ]),
];
