/** Those who take part in a message: their certificates and keys, from files. */
import { CryptoError } from '../../../errors.ts';
import type { PrivateKey } from '../../../keys/index.ts';
import { type Certificate, formatName } from '../../../x509/index.ts';
import { readCertificates } from '../../certificate-file.ts';
import { readKeyFile } from '../../key-file.ts';
import type { Session } from '../../session.ts';

/** The certificates of all files. */
export async function readAllCertificates(
  session: Session,
  paths: readonly string[],
): Promise<Certificate[]> {
  const all: Certificate[] = [];
  for (const path of paths) all.push(...(await readCertificates(session, path)));
  return all;
}

/** `bad-argument` for a public key. */
export async function readPrivateKey(
  session: Session,
  path: string,
  passphrase: string | undefined,
): Promise<PrivateKey> {
  const file = await readKeyFile(session, path, { passphrase, prefer: 'private' });
  if (file.kind === 'private') return file.key;
  throw new CryptoError('bad-argument', session.say('rsa.error.publicKey', { path }));
}

/** `bad-argument` where the certificate is another's. */
export function expectPair(
  session: Session,
  certificate: Certificate,
  privateKey: PrivateKey,
  path: string,
): void {
  if (isPair(certificate, privateKey)) return;
  const who = formatName(certificate.subject);
  throw new CryptoError('bad-argument', session.say('cms.error.otherKey', { path, who }));
}

export function isPair({ publicKey }: Certificate, privateKey: PrivateKey): boolean {
  if (publicKey.algorithm === 'unknown' || privateKey.algorithm === 'unknown') return false;
  const { n, e } = privateKey.rsa;
  return publicKey.rsa.n === n && publicKey.rsa.e === e;
}
