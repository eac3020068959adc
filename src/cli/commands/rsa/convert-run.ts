/** The work of `crypto rsa convert`. */
import { fromUtf8, toHex } from '../../../bytes/index.ts';
import { CryptoError } from '../../../errors.ts';
import { type KeyFile, type PrivateKey, type PublicKey, publicKeyOfPrivate } from '../../../keys/index.ts';
import { systemRandom } from '../../../random/index.ts';
import { isStdout } from '../../io/descriptor.ts';
import { inputName } from '../../io/input.ts';
import { openSink } from '../../io/output.ts';
import { parseNewPassphrase } from '../../key-file.ts';
import {
  expectKeyLook,
  PRIVATE_PERMISSIONS,
  type PublicFormat,
  privateKeyFile,
  publicKeyFile,
} from '../../key-output.ts';
import { withOptionNames } from '../../option-names.ts';
import type { Session } from '../../session.ts';
import { readRsaKey } from './key.ts';

export interface ConvertOptions {
  readonly to?: 'pkcs8' | 'pkcs1' | 'spki' | 'jwk' | undefined;
  readonly der?: true | undefined;
  readonly public?: true | undefined;
  readonly passphrase?: string | undefined;
  readonly newPassphrase?: string | undefined;
  readonly output?: string | undefined;
  readonly force?: true | undefined;
}

export async function runConvert(
  session: Session,
  path: string | undefined,
  options: ConvertOptions,
): Promise<void> {
  const { der, output, force, newPassphrase } = options;
  const { file } = await readRsaKey(session, { key: path ?? '-', passphrase: options.passphrase });
  // SPKI holds public keys only, so whoever asks for it asks for the public half.
  const isPrivate = file.kind === 'private' && !options.public && options.to !== 'spki';
  const format = options.to ?? (isPrivate ? 'pkcs8' : 'spki');
  if (!isPrivate && format === 'pkcs8') {
    throw new CryptoError('bad-argument', session.say('rsa.error.publicFormat', { format }));
  }
  expectKeyLook(session, { format, der, '--new-passphrase': newPassphrase });
  const passphrase = parseNewPassphrase(session, '--new-passphrase', newPassphrase);
  const name = inputName(path);
  const bytes = withOptionNames({ privateKey: name, publicKey: name }, () =>
    format === 'spki' || !isPrivate
      ? publicKeyFile(publicHalf(file), format as PublicFormat, { der })
      : privateKeyFile(file.key as PrivateKey, format, { der, passphrase, random: systemRandom }),
  );
  const permissions = isPrivate ? PRIVATE_PERMISSIONS : undefined;
  if (!(session.json && isStdout(output))) {
    const sink = await openSink(session, { output, force, permissions });
    try {
      await sink.write(bytes);
      await sink.commit();
    } catch (error) {
      await sink.abort();
      throw error;
    }
  }
  if (!session.json) return;
  session.printJson({
    output: isStdout(output) ? toHex(bytes) : output,
    bytes: bytes.length,
    ...(isStdout(output) && !der && { text: fromUtf8(bytes) }),
    kind: isPrivate ? 'private' : 'public',
    format,
    der: der ?? false,
  });
}

function publicHalf(file: KeyFile): PublicKey {
  return file.kind === 'private' ? publicKeyOfPrivate(file.key) : file.key;
}
