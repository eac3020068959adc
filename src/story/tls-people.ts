/** Alice and Bob as the two ends of a TLS connection, for scenes 14 and 16: who has which keys, and whom they trust. */
import type { ConversationPlan } from '../explain/tls-wire/conversation.ts';
import type { PrivateKey } from '../keys/index.ts';
import { publicKeyOfPrivate } from '../keys/index.ts';
import type { RandomSource } from '../random/index.ts';
import { type CipherSuite, suiteNamed } from '../tls/index.ts';
import type { Certificate } from '../x509/index.ts';
import { asKey, certify, foundAuthority, NOW } from './authority.ts';
import { keyOf } from './rsa-keys.ts';

export const HOST = 'bob.example';
/** The one that every TLS 1.2 has to know (RFC 5246, 9). */
export const SUITE = suiteNamed('TLS_RSA_WITH_AES_128_CBC_SHA');
/** One that nobody should use, and both here still would. */
export const WEAK_SUITE = suiteNamed('TLS_RSA_WITH_RC4_128_MD5');

export interface TlsPeople {
  /** Whom Alice trusts. */
  readonly root: Certificate;
  readonly certificates: readonly [leaf: Certificate, intermediate: Certificate];
  readonly keys: Readonly<Record<'bob' | 'hacker', PrivateKey>>;
  /** What both are set to; each call of it draws anew. */
  readonly plan: (
    draw: RandomSource,
    said: Pick<ConversationPlan, 'request' | 'answer'>,
    suites?: readonly CipherSuite[],
  ) => ConversationPlan;
}

/** `random` is that of the telling, and `serials` of the scene. */
export function introduceTlsPeople(random: RandomSource, serials: RandomSource): TlsPeople {
  const { root, intermediate, keys: authority } = foundAuthority(random);
  const keys = { bob: asKey(keyOf(random, 'bob')), hacker: asKey(keyOf(random, 'hacker')) };
  const leaf = certify(
    intermediate,
    authority.daily,
    {
      subject: `CN=${HOST}`,
      names: [{ kind: 'dNSName', value: HOST }],
      publicKey: publicKeyOfPrivate(keys.bob),
      use: 'server',
    },
    serials,
  );
  const certificates = [leaf, intermediate] as const;
  return {
    root,
    certificates,
    keys,
    plan(draw, said, suites = [SUITE]) {
      // As RFC 5246 has it, so that the tree is that of the book.
      const common = { suites, extendedMasterSecret: false, encryptThenMac: false, random: draw };
      return {
        client: { ...common, anchors: [root], host: HOST, at: NOW },
        server: { ...common, certificates, privateKey: keys.bob },
        ...said,
      };
    },
  };
}
