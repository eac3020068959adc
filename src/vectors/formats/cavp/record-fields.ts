/** Values of a record as bytes and numbers. */
import { fromHex } from '../../../bytes/index.ts';
import { CryptoError } from '../../../errors.ts';
import { saying } from '../../saying.ts';
import { NotAsked } from './kind.ts';
import type { CavpRecord } from './records.ts';

/** The bytes of the first of these fields that is there; `bad-format` with the line for what is no hex. */
export function hexField(record: CavpRecord, ...names: readonly string[]): Uint8Array {
  for (const name of names) {
    const value = record.fields.get(name);
    if (value !== undefined) return hexValue(record, name, value);
  }
  throw new NotAsked(saying('vectors.skip.noField', { field: names[0]! }));
}

export function optionalHex(record: CavpRecord, name: string): Uint8Array | undefined {
  const value = record.fields.get(name);
  return value === undefined ? undefined : hexValue(record, name, value);
}

/** Of the record or its section. */
export function numberField(record: CavpRecord, name: string): number | undefined {
  const value = record.fields.get(name) ?? record.section.get(name);
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new CryptoError(
    'bad-format',
    `line ${record.line}: expected a number for ${name}, got ${value.slice(0, 40)}`,
  );
}

/** A number in hex, of an odd number of digits perhaps. */
export function integerField(record: CavpRecord, name: string): Uint8Array {
  const value = record.fields.get(name);
  if (value === undefined) throw new NotAsked(saying('vectors.skip.noField', { field: name }));
  const digits = value.replace(/^0x/i, '');
  return hexValue(record, name, digits.length % 2 === 0 ? digits : `0${digits}`);
}

function hexValue(record: CavpRecord, name: string, value: string): Uint8Array {
  // So are answers left open in files for those who are tested.
  if (value === '?') throw new NotAsked(saying('vectors.skip.noAnswer', {}));
  try {
    return fromHex(value.toLowerCase(), name);
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    const message = `line ${record.line}: ${error.message}`;
    throw new CryptoError('bad-format', message);
  }
}
