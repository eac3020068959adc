/** The work of `crypto cert request`: a wish for a certificate, signed with the key that it is for. */
import { resolve } from 'node:path';
import { pemEncode } from '../../../asn1/index.ts';
import { fromUtf8, toHex, utf8 } from '../../../bytes/index.ts';
import { CryptoError } from '../../../errors.ts';
import { type PrivateKey, publicKeyOfPrivate } from '../../../keys/index.ts';
import { formatGeneralName, formatName, makeExtension, makeRequest } from '../../../x509/index.ts';
import { alternativeNames, type NameOptions, subjectName } from '../../certificate-names.ts';
import { isStdout } from '../../io/descriptor.ts';
import { openSink } from '../../io/output.ts';
import type { Sink } from '../../io/sink.ts';
import { readKeyFile } from '../../key-file.ts';
import { PRIVATE_PERMISSIONS, privateKeyFile } from '../../key-output.ts';
import { makeKey } from '../../new-key.ts';
import { openRandom } from '../../randomness.ts';
import type { Session } from '../../session.ts';

export interface RequestOptions extends NameOptions {
  readonly key?: string | undefined;
  readonly passphrase?: string | undefined;
  readonly keyOut?: string | undefined;
  readonly bits: number;
  readonly der?: true | undefined;
  readonly output?: string | undefined;
  readonly force?: true | undefined;
  readonly seed?: string | undefined;
}

export async function runRequest(session: Session, options: RequestOptions): Promise<void> {
  const { key, keyOut, bits, der, output, force, seed } = options;
  const names = alternativeNames(session, options);
  const subject = subjectName(session, options.subject, names);
  if (names.length === 0 && subject.length === 0) {
    throw new CryptoError('bad-argument', session.say('ca.error.noNameAtAll'));
  }
  expectOneKey(session, options);
  const toJson = session.json && isStdout(output);
  const sinks: Sink[] = [];
  try {
    const open = async (path: string | undefined, permissions?: number) => {
      const sink = await openSink(session, { output: path, force, permissions });
      sinks.push(sink);
      return sink;
    };
    // The key appears first: a request without it would be of no use.
    const keySink = keyOut === undefined ? undefined : await open(keyOut, PRIVATE_PERMISSIONS);
    const sink = toJson ? undefined : await open(output);
    const random = openRandom(session, key === undefined ? seed : undefined);
    const privateKey =
      key === undefined ? await makeKey(session, bits, seed) : await readPrivate(session, key, options);
    await keySink?.write(privateKeyFile(privateKey, 'pkcs8', { passphrase: undefined, random }));
    const extensions = names.length > 0 ? [makeExtension({ kind: 'subjectAltName', names })] : [];
    const request = makeRequest(
      { subject, publicKey: publicKeyOfPrivate(privateKey), extensions },
      { privateKey, random },
    );
    const bytes = der ? request.der : utf8(pemEncode('CERTIFICATE REQUEST', request.der));
    await sink?.write(bytes);
    for (const each of sinks) await each.commit();
    if (!session.json) return;
    session.printJson({
      output: toJson ? toHex(bytes) : output,
      bytes: bytes.length,
      ...(toJson && !der && { text: fromUtf8(bytes) }),
      ...(keyOut !== undefined && { key: keyOut }),
      subject: formatName(subject),
      names: names.map(formatGeneralName),
    });
  } catch (error) {
    for (const each of sinks) await each.abort();
    throw error;
  }
}

/** A key of one's own, or a new one, which must go somewhere. */
function expectOneKey(session: Session, { key, keyOut, output }: RequestOptions): void {
  if (key === undefined && keyOut === undefined) {
    throw new CryptoError('bad-argument', session.say('cert.error.noKey'));
  }
  if (key !== undefined && keyOut !== undefined) {
    throw new CryptoError('bad-argument', session.say('cert.error.twoKeys'));
  }
  if (
    keyOut !== undefined &&
    (isStdout(keyOut) ? isStdout(output) : output !== undefined && resolve(output) === resolve(keyOut))
  ) {
    throw new CryptoError('bad-argument', session.say('cert.error.onePlace'));
  }
}

async function readPrivate(
  session: Session,
  path: string,
  { passphrase }: RequestOptions,
): Promise<PrivateKey> {
  const file = await readKeyFile(session, path, { passphrase, prefer: 'private' });
  if (file.kind === 'private') return file.key;
  throw new CryptoError('bad-argument', session.say('rsa.error.publicKey', { path }));
}
