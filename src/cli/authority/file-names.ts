/** What the files of a certificate are called: after its first name, as far as a file can be called so. */

import type { GeneralName } from '../../x509/index.ts';
import { formatIp } from '../../x509/index.ts';

/** Bytes of a name; with `-chain.pem` behind it every file system takes it. */
const MOST = 120;

/** The first DNS name, `*` being `_`; else the first address; else the first mailbox, or what the subject says. */
export function fileName(names: readonly GeneralName[], commonName: string | undefined): string {
  const dns = names.find(({ kind }) => kind === 'dNSName');
  if (dns?.kind === 'dNSName') return safe(dns.value.replace(/\*/g, '_'));
  const ip = names.find(({ kind }) => kind === 'iPAddress');
  if (ip?.kind === 'iPAddress') return safe(formatIp(ip.bytes).replaceAll(':', '-'));
  const email = names.find(({ kind }) => kind === 'rfc822Name');
  if (email?.kind === 'rfc822Name') return safe(email.value);
  return safe(commonName ?? '');
}

/** Without what would lead to another folder, hide the file, or not be taken by some system. */
function safe(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._@-]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, MOST);
  const isDevice = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(plain);
  return plain === '' ? 'certificate' : isDevice ? `_${plain}` : plain;
}

/** `bob.example`, then `bob.example-2`, and so on: the first that is not taken, whatever the case. */
export function freeName(name: string, taken: readonly string[]): string {
  const known = new Set(taken.map((each) => each.toLowerCase()));
  const isFree = (candidate: string) => !known.has(candidate.toLowerCase());
  if (isFree(name)) return name;
  for (let number = 2; ; number++) if (isFree(`${name}-${number}`)) return `${name}-${number}`;
}
