/** A CA and the owner of a certificate by it, for the myths about certificates. */
import { type PrivateKey, publicKeyOfPrivate } from '../../keys/index.ts';
import type { RandomSource } from '../../random/index.ts';
import { generateKey, type RsaPrivateKey } from '../../rsa/index.ts';
import {
  type Certificate,
  type ChainVerdict,
  issueCertificate,
  parseName,
  profileExtensions,
  verifyChain,
} from '../../x509/index.ts';

export const HOST = 'bob.example';
const BITS = 2048;
/** The clock stands still, so that a seed gives the same run every day. */
export const AT = new Date('2026-06-01T12:00:00Z');
const VALIDITY = {
  notBefore: new Date('2026-05-01T00:00:00Z'),
  notAfter: new Date('2026-08-01T00:00:00Z'),
};

export interface SmallChain {
  readonly ca: RsaPrivateKey;
  readonly owner: RsaPrivateKey;
  readonly root: Certificate;
  /** A certificate about the owner's key, by the CA unless another key signs. */
  readonly certify: (serialNumber: bigint, subject?: string, signer?: RsaPrivateKey) => Certificate;
  /** Whether a client with these roots takes it for HOST. */
  readonly verify: (leaf: Certificate, anchors?: readonly Certificate[]) => ChainVerdict;
}

const made = new WeakMap<RandomSource, SmallChain>();

/** The same for all myths of one source: making the keys takes longer than the rest. */
export function smallChain(random: RandomSource): SmallChain {
  const known = made.get(random) ?? makeChain(random.substream('myth.chain'));
  made.set(random, known);
  return known;
}

function makeChain(stream: RandomSource): SmallChain {
  const ca = generateKey(BITS, { random: stream.substream('ca') });
  const owner = generateKey(BITS, { random: stream.substream('owner') });
  const name = parseName('CN=Myth Root CA');
  const caKey = publicKeyOfPrivate(asKey(ca));
  const root = issueCertificate(
    {
      serialNumber: 1n,
      issuer: name,
      validity: VALIDITY,
      subject: name,
      publicKey: caKey,
      extensions: profileExtensions('root', { publicKey: caKey }),
    },
    { privateKey: asKey(ca) },
  );
  const publicKey = publicKeyOfPrivate(asKey(owner));
  const names = [{ kind: 'dNSName', value: HOST }] as const;
  return {
    ca,
    owner,
    root,
    certify: (serialNumber, subject = `CN=${HOST}`, signer = ca) =>
      issueCertificate(
        {
          serialNumber,
          issuer: name,
          validity: VALIDITY,
          subject: parseName(subject),
          publicKey,
          extensions: profileExtensions('server', { publicKey, issuer: root, names }),
        },
        { privateKey: asKey(signer) },
      ),
    verify: (leaf, anchors = [root]) =>
      verifyChain(leaf, { anchors, intermediates: [root], host: HOST, at: AT }),
  };
}

function asKey(rsa: RsaPrivateKey): PrivateKey {
  return { algorithm: 'rsa', rsa };
}
