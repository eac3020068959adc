/** Whom a handshake is shown with: a root that the client trusts, and a server with a certificate of it. */
import type { PrivateKey } from '../../keys/index.ts';
import { publicKeyOfPrivate } from '../../keys/index.ts';
import { os2ip } from '../../math/index.ts';
import type { RandomSource } from '../../random/index.ts';
import { type Certificate, issueCertificate, parseName, profileExtensions } from '../../x509/index.ts';

export interface Parties {
  readonly root: Certificate;
  readonly certificate: Certificate;
  readonly privateKey: PrivateKey;
  readonly host: string;
}

export interface PartyKeys {
  readonly root: PrivateKey;
  readonly server: PrivateKey;
}

const HOST = 'bob.example';
const DAY = 86_400_000;

/** Fresh certificates, valid at `at`; the server's key may encipher keys, as RSA key exchange asks for. */
export function makeTlsParties(
  keys: PartyKeys,
  random: RandomSource,
  at: Date,
  host = HOST,
  ca = 'CN=Demo Root',
): Parties {
  const serial = () => os2ip(random.bytes(8)) + 1n;
  const validity = { notBefore: new Date(at.getTime() - DAY), notAfter: new Date(at.getTime() + 90 * DAY) };
  const rootName = parseName(ca);
  const rootKey = publicKeyOfPrivate(keys.root);
  const root = issueCertificate(
    {
      serialNumber: serial(),
      issuer: rootName,
      validity,
      subject: rootName,
      publicKey: rootKey,
      extensions: profileExtensions('root', { publicKey: rootKey }),
    },
    { privateKey: keys.root },
  );
  const publicKey = publicKeyOfPrivate(keys.server);
  const names = [{ kind: 'dNSName', value: host }] as const;
  const certificate = issueCertificate(
    {
      serialNumber: serial(),
      issuer: rootName,
      validity,
      subject: parseName(`CN=${host}`),
      publicKey,
      extensions: profileExtensions('server', { publicKey, issuer: root, names }),
    },
    { privateKey: keys.root },
  );
  return { root, certificate, privateKey: keys.server, host };
}
