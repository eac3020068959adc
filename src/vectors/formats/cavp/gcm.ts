/** AES-GCM (GCMVS): `Keylen`, `IVlen`, `PTlen`, `AADlen` and `Taglen` of a section are bits. */
import { concat } from '../../../bytes/index.ts';
import { GCM_TAG_LENGTHS } from '../../../modes/index.ts';
import { saying } from '../../saying.ts';
import type { Check } from '../../vector-file.ts';
import { type CavpKind, type Skipped, skipped } from './kind.ts';
import { hexField, optionalHex } from './record-fields.ts';
import type { CavpFile, CavpRecord } from './records.ts';

export function gcmFile(file: CavpFile, about: string): CavpKind | undefined {
  const { section, fields } = file.records[0]!;
  if (!section.has('taglen') || !section.has('keylen') || !fields.has('tag')) return undefined;
  const decrypts =
    /GCM Decrypt/i.test(about) || (!/GCM Encrypt/i.test(about) && file.records.some(plaintextIsLast));
  return {
    algorithm: `AES-GCM ${decrypts ? 'decrypt' : 'encrypt'}`,
    make: (record) => gcmCheck(record, decrypts),
  };
}

/** What comes out stands last; after `FAIL` nothing does. */
function plaintextIsLast({ fields, words }: CavpRecord): boolean {
  const names = [...fields.keys()];
  return words.includes('FAIL') || names.indexOf('pt') > names.indexOf('ct');
}

function gcmCheck(record: CavpRecord, decrypts: boolean): Check[] | Skipped {
  const [key, iv, tag] = [hexField(record, 'key'), hexField(record, 'iv'), hexField(record, 'tag')];
  const aad = optionalHex(record, 'aad') ?? new Uint8Array(0);
  const ct = optionalHex(record, 'ct') ?? new Uint8Array(0);
  if (!GCM_TAG_LENGTHS.some((length) => length === tag.length)) {
    return skipped(saying('vectors.skip.tagSize', { bits: 8 * tag.length }));
  }
  const opening = { op: 'aes-gcm-decrypt', fields: { key, iv, aad, ct, tag } };
  if (record.words.includes('FAIL')) return [{ request: opening, want: { kind: 'refusal' } }];
  const msg = optionalHex(record, 'pt') ?? new Uint8Array(0);
  if (decrypts) return [{ request: opening, want: { kind: 'output', output: msg } }];
  const fields = { key, iv, aad, msg, tagSize: 8 * tag.length };
  return [{ request: { op: 'aes-gcm-encrypt', fields }, want: { kind: 'output', output: concat(ct, tag) } }];
}
