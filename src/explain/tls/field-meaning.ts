/** What the number or the bytes of a field stand for, in the names of the standards: `TLS 1.2`, `server_name`. */
import { type AnnotatedBytes, fromHex, fromUtf8 } from '../../bytes/index.ts';
import { alertNamed } from '../../tls/alert.ts';
import { extensionNamed } from '../../tls/extensions/extension.ts';
import { SIGNATURE_SCHEMES, WEAK_SIGNATURE_SCHEMES } from '../../tls/extensions/signature-algorithms.ts';
import { handshakeTypeNamed } from '../../tls/messages/handshake.ts';
import { contentTypeNamed } from '../../tls/record/content-type.ts';
import { suiteOfId } from '../../tls/suites.ts';
import { versionName } from '../../tls/version.ts';

const SCHEMES = new Map<number, string>(
  Object.entries({ ...SIGNATURE_SCHEMES, ...WEAK_SIGNATURE_SCHEMES }).map(([name, number]) => [number, name]),
);

/** By the name of the field. */
const NUMBERS: Readonly<Record<string, (value: number) => string | undefined>> = {
  type: contentTypeNamed,
  version: versionName,
  client_version: versionName,
  server_version: versionName,
  msg_type: handshakeTypeNamed,
  cipher_suite: (id) => suiteOfId(id)?.name,
  compression_method: (method) => (method === 0 ? 'null' : undefined),
  extension_type: extensionNamed,
  SignatureAndHashAlgorithm: (scheme) => SCHEMES.get(scheme),
  name_type: (type) => (type === 0 ? 'host_name' : undefined),
  change_cipher_spec: (value) => (value === 1 ? 'change_cipher_spec' : undefined),
  level: (level) => (level === 1 ? 'warning' : level === 2 ? 'fatal' : undefined),
  description: alertNamed,
};
const TEXTS: ReadonlySet<string> = new Set(['host_name', 'ProtocolName', 'data']);

/** Undefined where there is no more to say than the value itself; text in quotes. */
export function fieldMeaning({ name, value, length }: AnnotatedBytes): string | undefined {
  if (TEXTS.has(name)) return quoted(value);
  const meaning = NUMBERS[name]?.(Number(value));
  return meaning ?? (length > 0 && length <= 3 && isNumber(name) ? value : undefined);
}

/** Lengths are numbers; other short fields are bytes. */
function isNumber(name: string): boolean {
  return name === 'length' || name.endsWith(' length') || name === 'padding_length';
}

/** Undefined for bytes that are no text. */
function quoted(hex: string): string | undefined {
  const text = fromUtf8(fromHex(hex));
  return text.includes('\ufffd') ? undefined : JSON.stringify(text);
}
