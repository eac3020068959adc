/**
 * Extensions of the hello messages (RFC 5246, 7.4.1.4): each a type, a length and what only those who know the type can read.
 * Unknown ones are kept as bytes; one type twice is refused.
 */
import type { Reader, Writer } from '../../bytes/index.ts';
import { TlsFault } from '../alert.ts';
import { type Alpn, readAlpn, writeAlpn } from './alpn.ts';
import {
  type RenegotiationInfo,
  readRenegotiationInfo,
  writeRenegotiationInfo,
} from './renegotiation-info.ts';
import { readServerName, type ServerName, writeServerName } from './server-name.ts';
import type { HelloSide } from './side.ts';
import {
  readSignatureAlgorithms,
  type SignatureAlgorithms,
  writeSignatureAlgorithms,
} from './signature-algorithms.ts';
import { readSupportedGroups, type SupportedGroups, writeSupportedGroups } from './supported-groups.ts';

/** The types known here, after the IANA registry. */
export const EXTENSION_TYPES = {
  server_name: 0,
  supported_groups: 10,
  signature_algorithms: 13,
  application_layer_protocol_negotiation: 16,
  encrypt_then_mac: 22,
  extended_master_secret: 23,
  renegotiation_info: 65281,
} as const;

export type ExtensionName = keyof typeof EXTENSION_TYPES;

export type HelloExtension =
  | ServerName
  | SupportedGroups
  | SignatureAlgorithms
  | Alpn
  | { readonly name: 'encrypt_then_mac' }
  | { readonly name: 'extended_master_secret' }
  | RenegotiationInfo
  | { readonly name: 'unknown'; readonly extensionType: number; readonly data: Uint8Array };

const NAMES = new Map<number, ExtensionName>(
  Object.entries(EXTENSION_TYPES).map(([name, number]) => [number, name as ExtensionName]),
);

/** What a type is called; undefined for one that is not known here. */
export function extensionNamed(type: number): ExtensionName | undefined {
  return NAMES.get(type);
}

export function extensionType(extension: HelloExtension): number {
  return extension.name === 'unknown' ? extension.extensionType : EXTENSION_TYPES[extension.name];
}

/** The extension of that name, where there is one. */
export function findExtension<N extends HelloExtension['name']>(
  extensions: readonly HelloExtension[],
  name: N,
): Extract<HelloExtension, { name: N }> | undefined {
  return extensions.find(
    (extension): extension is Extract<HelloExtension, { name: N }> => extension.name === name,
  );
}

/** What is left of a hello: nothing at all, or extensions<0..2^16-1>. */
export function readExtensions(reader: Reader, side: HelloSide): readonly HelloExtension[] {
  if (reader.remaining === 0) return [];
  const list = reader.nested(reader.u16('extensions length', 'RFC 5246, 7.4.1.2'), 'extensions');
  const extensions: HelloExtension[] = [];
  const seen = new Set<number>();
  while (list.remaining > 0) {
    const type = list.u16('extension_type', 'RFC 5246, 7.4.1.4');
    if (seen.has(type)) {
      throw new TlsFault('illegal_parameter', `extensions: expected each once, got type ${type} twice`);
    }
    seen.add(type);
    const length = list.u16('extension_data length', 'RFC 5246, 7.4.1.4');
    const data = list.nested(length, NAMES.get(type) ?? `extension ${type}`);
    extensions.push(readData(type, data, side));
    data.end(NAMES.get(type) ?? `extension ${type}`);
  }
  return extensions;
}

/** Nothing at all where there are none. */
export function writeExtensions(
  writer: Writer,
  extensions: readonly HelloExtension[],
  side: HelloSide,
): void {
  if (extensions.length === 0) return;
  writer.prefixed(2, (list) => {
    for (const extension of extensions) {
      list.u16(extensionType(extension)).prefixed(2, (data) => writeData(data, extension, side));
    }
  });
}

function readData(type: number, data: Reader, side: HelloSide): HelloExtension {
  const name = NAMES.get(type);
  switch (name) {
    case 'server_name':
      return readServerName(data, side);
    case 'supported_groups':
      return readSupportedGroups(data);
    case 'signature_algorithms':
      return readSignatureAlgorithms(data);
    case 'application_layer_protocol_negotiation':
      return readAlpn(data, side);
    case 'renegotiation_info':
      return readRenegotiationInfo(data);
    case 'encrypt_then_mac':
    case 'extended_master_secret':
      return { name };
    case undefined:
      return { name: 'unknown', extensionType: type, data: data.bytes(data.remaining, 'extension_data', '') };
  }
}

function writeData(data: Writer, extension: HelloExtension, side: HelloSide): void {
  switch (extension.name) {
    case 'server_name':
      writeServerName(data, extension, side);
      break;
    case 'supported_groups':
      writeSupportedGroups(data, extension);
      break;
    case 'signature_algorithms':
      writeSignatureAlgorithms(data, extension);
      break;
    case 'application_layer_protocol_negotiation':
      writeAlpn(data, extension);
      break;
    case 'renegotiation_info':
      writeRenegotiationInfo(data, extension);
      break;
    case 'encrypt_then_mac':
    case 'extended_master_secret':
      break;
    case 'unknown':
      data.bytes(extension.data);
  }
}
