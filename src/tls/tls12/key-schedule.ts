/**
 * From the premaster secret to the keys of records (RFC 5246, 6.3 and 8.1; RFC 7627, 4).
 *
 *     premaster secret --PRF "master secret", client random + server random--> master secret
 *     master secret --PRF "key expansion", server random + client random--> key block, cut into six
 *     master secret --PRF "client finished" or "server finished", hash of all messages--> verify_data
 *
 * Each stage is a type of its own, so that the wrong secret does not compile.
 */
import { concat } from '../../bytes/index.ts';
import { expectBytes } from '../../errors.ts';
import { tls12Prf } from '../../mac/index.ts';
import { VERIFY_DATA_LENGTH } from '../messages/finished.ts';
import type { DirectionKeys } from '../record/cipher-state.ts';
import type { CipherSuite } from '../suites.ts';

declare const stage: unique symbol;
type Secret<Stage extends string> = Uint8Array & { readonly [stage]: Stage };

/** 48 bytes: under RSA the client's version and 46 random bytes. */
export type PremasterSecret = Secret<'premaster'>;
/** 48 bytes, whatever the key exchange. */
export type MasterSecret = Secret<'master'>;

export const SECRET_LENGTH = 48;

/** Bytes that are a premaster secret by where they come from. */
export function asPremasterSecret(bytes: Uint8Array): PremasterSecret {
  return bytes as PremasterSecret;
}

/** Both randoms of a handshake, 32 bytes each. */
export interface Randoms {
  readonly clientRandom: Uint8Array;
  readonly serverRandom: Uint8Array;
}

/** A secret together with what it was derived from. */
export interface DerivedMaster {
  readonly masterSecret: MasterSecret;
  readonly label: string;
  readonly seed: Uint8Array;
}

/** 8.1: both randoms, the client's first. */
export function deriveMaster(
  suite: CipherSuite,
  premasterSecret: PremasterSecret,
  { clientRandom, serverRandom }: Randoms,
): DerivedMaster {
  return derive(suite, premasterSecret, 'master secret', concat(clientRandom, serverRandom));
}

/** RFC 7627, 4: the hash of all messages up to ClientKeyExchange instead, so that it belongs to this handshake alone. */
export function deriveExtendedMaster(
  suite: CipherSuite,
  premasterSecret: PremasterSecret,
  sessionHash: Uint8Array,
): DerivedMaster {
  expectBytes('sessionHash', sessionHash);
  return derive(suite, premasterSecret, 'extended master secret', sessionHash);
}

function derive(suite: CipherSuite, premasterSecret: PremasterSecret, label: string, seed: Uint8Array) {
  const masterSecret = tls12Prf(suite.prf, premasterSecret, label, seed, SECRET_LENGTH) as MasterSecret;
  return { masterSecret, label, seed };
}

/** The key block, and what it is cut into, in this order (6.3). */
export interface KeyBlock {
  readonly bytes: Uint8Array;
  readonly parts: readonly KeyPart[];
  readonly client: DirectionKeys;
  readonly server: DirectionKeys;
}

export interface KeyPart {
  readonly name: (typeof PARTS)[number];
  readonly offset: number;
  readonly bytes: Uint8Array;
}

const PARTS = [
  'client_write_MAC_key',
  'server_write_MAC_key',
  'client_write_key',
  'server_write_key',
  'client_write_IV',
  'server_write_IV',
] as const;

/** The fixed part of GCM's nonce (RFC 5288, 3). CBC draws its IVs for each record (6.2.3.2). */
const GCM_FIXED_IV = 4;

/** 6.3: here the server's random comes first. Parts that a suite does not need have no bytes. */
export function deriveKeyBlock(
  suite: CipherSuite,
  masterSecret: MasterSecret,
  { clientRandom, serverRandom }: Randoms,
): KeyBlock {
  const { cipher, mac } = suite;
  const macLength = mac?.digestLength ?? 0;
  const ivLength = cipher.kind === 'gcm' ? GCM_FIXED_IV : 0;
  const lengths = [macLength, macLength, cipher.keyLength, cipher.keyLength, ivLength, ivLength];
  const total = lengths.reduce((sum, length) => sum + length);
  const seed = concat(serverRandom, clientRandom);
  const bytes = tls12Prf(suite.prf, masterSecret, 'key expansion', seed, total);
  let offset = 0;
  const parts = PARTS.map((name, i) => {
    const part = { name, offset, bytes: bytes.subarray(offset, offset + lengths[i]!) };
    offset += lengths[i]!;
    return part;
  });
  const of = (i: number) => parts[i]!.bytes;
  return {
    bytes,
    parts,
    client: { macKey: of(0), key: of(2), iv: of(4) },
    server: { macKey: of(1), key: of(3), iv: of(5) },
  };
}

export type FinishedLabel = 'client finished' | 'server finished';

/** 7.4.9: twelve bytes from the hash of all messages before. */
export function deriveVerifyData(
  suite: CipherSuite,
  masterSecret: MasterSecret,
  label: FinishedLabel,
  handshakeHash: Uint8Array,
): Uint8Array {
  expectBytes('handshakeHash', handshakeHash);
  return tls12Prf(suite.prf, masterSecret, label, handshakeHash, VERIFY_DATA_LENGTH);
}
