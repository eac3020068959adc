/** What the files of a certificate are called: after its first name, as far as a file can be called so. */
import { utf8 } from '../../bytes/index.ts';
import { formatIp, type GeneralName } from '../../x509/index.ts';

/** Bytes of a name: with a number and `-chain.pem` behind it every file system takes it. */
const MOST = 200;

/** The first DNS name, `*` being `_`; else the first address; else the first mailbox, or what the subject says. */
export function fileName(names: readonly GeneralName[], commonName: string | undefined): string {
  const dns = names.find(({ kind }) => kind === 'dNSName');
  if (dns?.kind === 'dNSName') return safe(dns.value.replaceAll('*', '_'));
  const ip = names.find(({ kind }) => kind === 'iPAddress');
  if (ip?.kind === 'iPAddress') return safe(formatIp(ip.bytes).replaceAll(':', '_'));
  const email = names.find(({ kind }) => kind === 'rfc822Name');
  return safe(email?.kind === 'rfc822Name' ? email.value : (commonName ?? ''));
}

/** Without what would lead to another folder, hide the file, look like an option, or not be taken by some system. */
function safe(text: string): string {
  const plain = cut(text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}._@-]+/gu, '-')).replace(
    /^[.-]+|[.-]+$/g,
    '',
  );
  const isDevice = /^(con|prn|aux|nul|conin\$|conout\$|com\d|lpt\d)(\.|$)/i.test(plain);
  return plain === '' ? 'certificate' : isDevice ? `_${plain}` : plain;
}

function cut(text: string): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += utf8(character).length;
    if (bytes > MOST) break;
    kept += character;
  }
  return kept;
}

/** Whether files of an index may be called so: nobody who wrote into it leads us elsewhere. */
export function isFileName(name: string): boolean {
  return /^[\p{L}\p{M}\p{N}_@][\p{L}\p{M}\p{N}._@-]*$/u.test(name) && name.length <= 255;
}

/** `bob.example`, then `bob.example-2`, and so on: the first that is not taken. */
export function freeName(name: string, isTaken: (candidate: string) => boolean): string {
  if (!isTaken(name)) return name;
  for (let number = 2; ; number++) if (!isTaken(`${name}-${number}`)) return `${name}-${number}`;
}
