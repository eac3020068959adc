/**
 * How a chain differs from a good one: what the tables of faults are written in. Whatever a plan does not mention is as it
 * should be.
 */
import type { HashId } from '../../hash/index.ts';
import type { ChainReason } from '../chain/verdict.ts';
import type { Extension, ExtensionKind } from '../extensions/extension.ts';
import type { GeneralName } from '../general-name.ts';

/** Whose key: `lower` is a second intermediate, `mallory` the attacker, `other` a root that has nothing to do with the chain. */
export type KeyRole = 'root' | 'intermediate' | 'lower' | 'leaf' | 'mallory' | 'other';

export interface CertificateChange {
  readonly version?: 1;
  readonly serialNumber?: bigint;
  readonly issuer?: string;
  readonly subject?: string;
  /** Validity, in days from the moment at which the chain is judged. */
  readonly days?: readonly [from: number, until: number];
  readonly names?: readonly GeneralName[];
  /** In place of those of the same kind, or further ones. */
  readonly put?: readonly Extension[];
  readonly drop?: readonly ExtensionKind[] | 'all';
  /** The key that is certified, and its size. */
  readonly key?: KeyRole;
  readonly bits?: number;
  /** Whose key signs, and over which hash. */
  readonly signer?: KeyRole;
  readonly hash?: HashId;
  /** The hash that is named under the signature, where it is not the one that was used. */
  readonly inside?: HashId;
  /** What was signed, where it is not what the certificate says now. */
  readonly signed?: CertificateChange;
  /** One bit of the signature is turned over. */
  readonly flipped?: true;
}

export interface ListChange {
  /** thisUpdate and nextUpdate, in days from the moment at which the chain is judged. */
  readonly days?: readonly [from: number, until: number];
  /** The list takes back the certificate that it is asked about. */
  readonly revokes?: true;
  readonly signer?: KeyRole;
  readonly put?: readonly Extension[];
  readonly left?: 'out';
}

export interface Plan {
  readonly root?: CertificateChange;
  readonly intermediate?: CertificateChange;
  /** A second intermediate, which signs the leaf; there is none without. */
  readonly lower?: CertificateChange;
  readonly leaf?: CertificateChange;
  /** The list of the root, which is about the intermediate, and that of the intermediate, which is about the leaf. */
  readonly rootList?: ListChange;
  readonly intermediateList?: ListChange;
  /** What the server sends: the leaf and what stands between, or more, or less. */
  readonly sends?: 'leaf-alone' | 'root-too';
  /** `another-root`: the one that is trusted is not that of the chain. */
  readonly trusts?: 'another-root';
}

/** Where the fault is to be seen: in which file, or in what comes out of a signature. */
export type Place = 'leaf' | 'chain' | 'root' | 'crl' | 'signature';

export interface FaultRule {
  readonly plan: Plan;
  /** What `verifyChain` says; null for the good chain. */
  readonly reason: ChainReason | null;
  /** What `openssl verify` says, 0 for OK; null where it does not check this, and says OK. */
  readonly opensslError: number | null;
  /** Further arguments, without which it would not check this. */
  readonly opensslArgs?: readonly string[];
  /** Lists are not asked for: there cannot be one. */
  readonly revocation?: 'not-asked';
  /** The host that is meant: bob.example where not given. */
  readonly host?: string;
  /** What asks for this. */
  readonly clause: string;
  readonly place: Place;
}
