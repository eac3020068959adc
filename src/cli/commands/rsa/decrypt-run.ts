/** The work of `crypto rsa decrypt`. Nothing is written before the padding has proved right. */
import { CryptoError } from '../../../errors.ts';
import { modulusLength, oaepDecrypt, pkcs1Decrypt } from '../../../rsa/index.ts';
import { gathered } from '../../gather.ts';
import { expectOneStdin, inputName } from '../../io/input.ts';
import { withOptionNames } from '../../option-names.ts';
import { type PipeOptions, runPipe } from '../../pipeline.ts';
import type { Session } from '../../session.ts';
import { type KeyOptions, readPrivateRsa } from './key.ts';
import { encryptionFacts, oaepChoices } from './oaep.ts';
import type { OaepOptions } from './options.ts';

export interface DecryptOptions extends PipeOptions, OaepOptions, KeyOptions {}

export async function runDecrypt(
  session: Session,
  input: string | undefined,
  options: DecryptOptions,
): Promise<void> {
  expectOneStdin(session, options.key, input ?? '-');
  const oaep = oaepChoices(session, options);
  const { privateKey } = await readPrivateRsa(session, options, { use: 'encryption' });
  const length = modulusLength(privateKey);
  const tooLong = () =>
    new CryptoError(
      'bad-length',
      session.say('rsa.error.ciphertextLong', { name: inputName(input), length }),
    );
  await runPipe(session, input, options, {
    open: () =>
      gathered(length, tooLong, (ciphertext) =>
        withOptionNames({ privateKey: options.key }, () =>
          options.padding === 'pkcs1'
            ? pkcs1Decrypt(privateKey, ciphertext)
            : oaepDecrypt(privateKey, ciphertext, oaep),
        ),
      ),
    facts: () => encryptionFacts(privateKey, options),
  });
}
