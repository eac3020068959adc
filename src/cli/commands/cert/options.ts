/** What several verbs of `crypto cert` share. */

/** Makes the certificate of an example, in a folder of its own: all examples work in one, and none touches a user's authority. */
export function exampleAuthority(folder: string): string {
  return `crypto ca init ${folder} --subject "CN=Example Root" --seed example`;
}
