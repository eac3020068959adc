/** What several verbs of `crypto cert` share. */
import { Option } from '@commander-js/extra-typings';

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
