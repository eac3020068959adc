/** What several verbs of `crypto cert` share. */
import { Option } from '@commander-js/extra-typings';
import { InvalidArgumentError } from 'commander';
import { excerpt } from '../../../bytes/index.ts';
import { PURPOSES, type Purpose } from '../../../x509/chain/purpose.ts';
import { listed } from '../../lists.ts';
import type { Session } from '../../session.ts';

/** Makes the certificate of an example, in a folder of its own: all examples work in one, and none touches a user's authority. */
export function exampleAuthority(folder: string): string {
  return `crypto ca init ${folder} --subject "CN=Example Root" --seed example`;
}

/** Files; each is given with the option again, so that the file to be verified may stand behind it. */
export function filesOption<Flags extends string>(flags: Flags, description: string) {
  return new Option(flags, description).argParser<readonly string[]>((value, previous) => [
    ...(previous ?? []),
    value,
  ]);
}

/** What OpenSSL calls the same purposes. */
const OPENSSL_PURPOSES: ReadonlyMap<string, Purpose> = new Map([
  ['sslserver', 'server'],
  ['sslclient', 'client'],
  ['smimesign', 'email-sign'],
  ['smimeencrypt', 'email-encrypt'],
  ['codesign', 'code'],
]);

/** By our name or OpenSSL's. */
export function purposeOption(session: Session) {
  return new Option('--purpose <name>', session.say('cert.opt.purpose'))
    .choices(PURPOSES)
    .argParser((word): Purpose => {
      const purpose = PURPOSES.find((each) => each === word) ?? OPENSSL_PURPOSES.get(word);
      if (purpose !== undefined) return purpose;
      const choices = listed(session, PURPOSES);
      throw new InvalidArgumentError(session.say('cert.error.purpose', { choices, got: excerpt(word) }));
    });
}
