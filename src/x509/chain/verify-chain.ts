/**
 * Whether a certificate is to be believed: a chain of signatures up to somebody who is trusted already, and all that RFC 5280,
 * 6 asks of the certificates in it.
 */
import { CryptoError, kindOf, orList } from '../../errors.ts';
import type { Certificate } from '../certificate.ts';
import type { CertificateList } from '../crl.ts';
import { type DeadEnd, openSources, type Sources, searchChain } from './build.ts';
import { weakHashFinding, weakKeyFinding } from './certificate-form.ts';
import { parseHost } from './host.ts';
import { opensslNumber } from './openssl-numbers.ts';
import { PURPOSES, type Purpose } from './purpose.ts';
import { isAsked, type RevocationCheck, revocationFinding } from './revocation.ts';
import { Signatures } from './signatures.ts';
import { type Expectations, validate } from './validate.ts';
import type { ChainRefusal, ChainRemark, ChainVerdict } from './verdict.ts';
import { Work } from './work.ts';

export interface ChainOptions {
  /** Whom one trusts already: roots, or any other certificates. */
  readonly anchors: readonly Certificate[];
  /** What may stand between, in any order. */
  readonly intermediates?: readonly Certificate[];
  readonly crls?: readonly CertificateList[];
  /** Which certificates must be on no list; `given` where there are `crls`, else `none`. */
  readonly revocation?: RevocationCheck;
  /** The host that was meant: a name in A-labels, or an IP address. */
  readonly host?: string | undefined;
  /** The mailbox that was meant. */
  readonly email?: string | undefined;
  /** `server` where a host is given, else `any`. */
  readonly purpose?: Purpose | undefined;
  /** Now where not given. */
  readonly at?: Date | undefined;
  /** Signatures with MD5 and SHA-1 and keys under 1024 bits pass, with a remark. */
  readonly allowWeak?: boolean | undefined;
  /** Also the rules of RFC 5280, 4 that OpenSSL checks under -x509_strict only. */
  readonly strict?: boolean | undefined;
  /** Certificates between leaf and anchor; 16 where not given. */
  readonly maxDepth?: number | undefined;
}

/** Nothing about the certificates is thrown; `bad-argument` for options that are none. */
export function verifyChain(leaf: Certificate, options: ChainOptions): ChainVerdict {
  const { anchors, intermediates = [], crls = [], maxDepth = 16 } = options;
  const expectations = expectationsOf(options);
  const check = options.revocation ?? (crls.length > 0 ? 'given' : 'none');
  const work = new Work();
  const sources: Sources = {
    ...openSources(anchors, intermediates),
    signatures: new Signatures(work),
    work,
    at: expectations.at,
    maxDepth,
  };
  const found = searchChain(
    leaf,
    sources,
    (chain) =>
      validate(chain, expectations, work) ??
      revocationFinding(chain, { lists: crls, check, sources, expectations }),
  );
  if (isChain(found)) {
    const revocationUnknown = found.slice(0, -1).filter((_, depth) => !isAsked(depth, found, check, crls));
    return { valid: true, chain: found, remarks: remarksOn(found), revocationUnknown };
  }
  return refusal(found);
}

function isChain(found: readonly Certificate[] | DeadEnd): found is readonly Certificate[] {
  return Array.isArray(found);
}

function refusal({ finding, depth, chain, anchored }: DeadEnd): ChainRefusal {
  const opensslError = opensslNumber(finding, depth);
  return {
    valid: false,
    finding,
    reason: finding.reason,
    depth,
    certificate: chain[depth]!,
    chain,
    anchored,
    ...(opensslError !== undefined && { opensslError }),
  };
}

function expectationsOf(options: ChainOptions): Expectations {
  const { host, email, at = new Date(), allowWeak = false, strict = false } = options;
  const purpose = options.purpose ?? (host === undefined ? 'any' : 'server');
  if (!(at instanceof Date) || Number.isNaN(at.getTime())) {
    throw new CryptoError('bad-argument', `at: expected a Date, got ${kindOf(at)}`);
  }
  if (!PURPOSES.includes(purpose)) {
    throw new CryptoError(
      'bad-argument',
      `purpose: expected ${orList(PURPOSES)}, got ${JSON.stringify(purpose)}`,
    );
  }
  if (host !== undefined) parseHost(host);
  return { at, purpose, host, email, allowWeak, strict };
}

/** What passed only because `allowWeak` was set. */
function remarksOn(chain: readonly Certificate[]): ChainRemark[] {
  return chain.flatMap((certificate, depth): ChainRemark[] => {
    const hash = depth < chain.length - 1 ? weakHashFinding(certificate) : undefined;
    const key = weakKeyFinding(certificate);
    return [
      ...(hash?.reason === 'weak-hash'
        ? [{ remark: hash.reason, depth, certificate, value: hash.hash }]
        : []),
      ...(key?.reason === 'weak-key'
        ? [{ remark: key.reason, depth, certificate, value: String(key.bits) }]
        : []),
    ];
  });
}
