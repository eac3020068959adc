/** Which operations have steps to compare with, by name. */
import { PADDINGS } from '../../block/index.ts';
import { HASHES, type HashId } from '../../hash/index.ts';
import type { CipherName } from './block-cipher.ts';
import { hkdfBuilder, pbkdf2Builder } from './derivation.ts';
import { gcmBuilder } from './gcm.ts';
import { hashBuilder, hmacBuilder } from './hashes.ts';
import { type ModeName, modeBuilder } from './modes.ts';
import { paddingBuilder } from './padding.ts';
import {
  pkcs1DecryptSteps,
  pkcs1EncryptSteps,
  pkcs1SignSteps,
  pkcs1VerifySteps,
  textbookDecryptSteps,
  textbookEncryptSteps,
} from './rsa.ts';
import { oaepDecryptSteps, oaepEncryptSteps, pssSignSteps, pssVerifySteps } from './rsa-padded.ts';
import type { StepBuilder } from './step.ts';
import { rc4Steps, xorSteps } from './streams.ts';
import {
  extendedMasterSecretSteps,
  keyBlockSteps,
  masterSecretSteps,
  prfSteps,
  tls10PrfSteps,
  verifyDataSteps,
} from './tls.ts';

/** Undefined for an operation that has no steps. */
export function builderOf(op: string): StepBuilder | undefined {
  return BUILDERS.get(op);
}

const CIPHERS: readonly CipherName[] = ['aes', 'des', '3des'];
const MODES: readonly ModeName[] = ['ecb', 'cbc', 'cfb', 'ofb', 'ctr'];
const DIRECTIONS = ['encrypt', 'decrypt'] as const;

const BUILDERS: ReadonlyMap<string, StepBuilder> = new Map<string, StepBuilder>([
  ['xor', xorSteps],
  ['rc4', rc4Steps],
  ...PADDINGS.filter((name) => name !== 'none').flatMap((name) =>
    (['pad', 'unpad'] as const).map((direction): [string, StepBuilder] => [
      `${name}-${direction}`,
      paddingBuilder(name, direction),
    ]),
  ),
  ...CIPHERS.flatMap((cipher) =>
    MODES.flatMap((mode) =>
      (mode === 'ecb' || mode === 'cbc' ? [false, true] : [false]).flatMap((padded) =>
        DIRECTIONS.map((direction): [string, StepBuilder] => [
          `${cipher}-${mode}${padded ? '-pkcs7' : ''}-${direction}`,
          modeBuilder(cipher, mode, padded, direction),
        ]),
      ),
    ),
  ),
  ['aes-gcm-encrypt', gcmBuilder('encrypt')],
  ['aes-gcm-decrypt', gcmBuilder('decrypt')],
  ...(Object.keys(HASHES) as HashId[]).flatMap((id): [string, StepBuilder][] => [
    [id, hashBuilder(id)],
    [`hmac-${id}`, hmacBuilder(id)],
    [`hmac-${id}-verify`, hmacBuilder(id)],
    [`hkdf-${id}`, hkdfBuilder(id)],
    [`pbkdf2-hmac-${id}`, pbkdf2Builder(id)],
  ]),
  ['tls12-prf', prfSteps],
  ['tls10-prf', tls10PrfSteps],
  ['tls12-master-secret', masterSecretSteps],
  ['tls12-extended-master-secret', extendedMasterSecretSteps],
  ['tls12-key-block', keyBlockSteps],
  ['tls12-verify-data', verifyDataSteps],
  ['rsa-textbook-encrypt', textbookEncryptSteps],
  ['rsa-textbook-decrypt', textbookDecryptSteps],
  ['rsa-pkcs1-encrypt', pkcs1EncryptSteps],
  ['rsa-pkcs1-decrypt', pkcs1DecryptSteps],
  ['rsa-pkcs1-sign', pkcs1SignSteps],
  ['rsa-pkcs1-verify', pkcs1VerifySteps],
  ['rsa-oaep-encrypt', oaepEncryptSteps],
  ['rsa-oaep-decrypt', oaepDecryptSteps],
  ['rsa-pss-sign', pssSignSteps],
  ['rsa-pss-verify', pssVerifySteps],
]);
