/** Options that several verbs of `crypto rsa` share. */
import { Option } from '@commander-js/extra-typings';
import { InvalidArgumentError } from 'commander';
import { excerpt } from '../../../bytes/index.ts';
import type { HashId } from '../../../hash/index.ts';
import { hashOption } from '../../hashes.ts';
import type { Session } from '../../session.ts';

/** Makes the key of an example, in a file of its own: all of them work in one folder, and none replaces a user's key. */
export function exampleKey(file: string): string {
  return `crypto rsa keygen --seed example -o ${file}`;
}

export function publicKeyOption(session: Session) {
  return new Option('--key <file>', session.say('rsa.opt.publicKey')).makeOptionMandatory();
}

export function privateKeyOption(session: Session) {
  return new Option('--key <file>', session.say('rsa.opt.privateKey')).makeOptionMandatory();
}

/** Of the key that is read. */
export function passphraseOption(session: Session) {
  return new Option('--passphrase <words>', session.say('rsa.opt.passphrase'));
}

export const ENCRYPTION_PADDINGS = ['pkcs1', 'oaep'] as const;
export type EncryptionPadding = (typeof ENCRYPTION_PADDINGS)[number];

export const SIGNATURE_PADDINGS = ['pkcs1', 'pss'] as const;
export type SignaturePadding = (typeof SIGNATURE_PADDINGS)[number];

/** As OpenSSL, PKCS#1 v1.5 is the default of both. */
export function paddingOption<const Name extends string>(session: Session, names: readonly Name[]) {
  return new Option('--padding <name>', session.say('rsa.opt.padding'))
    .choices(names)
    .default('pkcs1' as Extract<Name, 'pkcs1'>);
}

export function oaepHashOption(session: Session) {
  return hashOption(session, '--hash <name>', session.say('rsa.opt.oaepHash'));
}

export function signatureHashOption(session: Session) {
  return hashOption(session, '--hash <name>', session.say('rsa.opt.hash'), 'sha256');
}

export function mgfHashOption(session: Session, padding: 'oaep' | 'pss') {
  const description = session.say(padding === 'oaep' ? 'rsa.opt.oaepMgfHash' : 'rsa.opt.pssMgfHash');
  return hashOption(session, '--mgf-hash <name>', description);
}

export function labelOption(session: Session) {
  return new Option('--label <bytes>', session.say('rsa.opt.label'));
}

/** The names mean what they mean to OpenSSL. */
export type Salt = number | 'digest' | 'max' | 'auto';

/** Of the longest salt there is: that of an 8192-bit key and MD5. */
const LONGEST_SALT = 1024;

export function saltOption(session: Session, verb: 'sign' | 'verify') {
  const names = ['digest', 'max', 'auto'] as const;
  return new Option('--salt <length>', session.say(`rsa.opt.${verb}Salt`)).argParser((value): Salt => {
    const name = names.find((known) => known === value.toLowerCase());
    if (name !== undefined) return name;
    const length = /^(\d+|0x[\da-f]+)$/i.test(value) ? Number(value) : Number.NaN;
    if (length <= LONGEST_SALT) return length;
    throw new InvalidArgumentError(
      session.say('rsa.error.salt', { most: LONGEST_SALT, got: excerpt(value) }),
    );
  });
}

export interface OaepOptions {
  readonly padding: EncryptionPadding;
  readonly hash?: HashId | undefined;
  readonly mgfHash?: HashId | undefined;
  readonly label?: string | undefined;
}

export interface SignatureOptions {
  readonly padding: SignaturePadding;
  readonly hash: HashId;
  readonly mgfHash?: HashId | undefined;
  readonly salt?: Salt | undefined;
}
