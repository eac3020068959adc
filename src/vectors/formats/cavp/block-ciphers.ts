/** AES and Triple DES in their modes, known answers and Monte Carlo tests; RC4 with its OFFSET. */
import { concat } from '../../../bytes/index.ts';
import type { Field } from '../../request.ts';
import { saying } from '../../saying.ts';
import type { Check } from '../../vector-file.ts';
import { type CavpKind, type Skipped, skipped } from './kind.ts';
import { cipherLoop } from './monte-carlo.ts';
import { hexField, numberField, optionalHex } from './record-fields.ts';
import type { CavpFile, CavpRecord } from './records.ts';

/** Undefined for a file of something else. */
export function blockCipherFile(file: CavpFile, about: string): CavpKind | undefined {
  const first = file.records[0]!;
  const has = (name: string) => first.fields.has(name);
  if (!has('ciphertext') || !has('plaintext')) return undefined;
  if (has('offset') && has('key') && !has('iv')) return { algorithm: 'RC4', make: rc4Check };
  if (![...first.fields.keys()].every((name) => FIELDS.test(name))) return undefined;
  const isTdes = has('keys') || has('key1') || /\btdes\b|tdes_values|3des/i.test(about);
  const isAes = /\baes|aesvs/i.test(about);
  if (!isTdes && !isAes) return undefined;
  const mode = modeOf(about, has('iv') || has('iv1'));
  const name = isTdes ? 'TDES' : 'AES';
  const isMonte = /\bMCT\b|Monte Carlo|MCT\d|Monte\d/.test(about);
  const algorithm = `${name}-${mode ?? '?'}${isMonte ? ' Monte Carlo' : ''}`;
  const cipher = MODES[(mode ?? '').toLowerCase()];
  if (cipher === undefined) {
    return { algorithm, make: () => skipped(saying('vectors.skip.algorithm', { name: algorithm })) };
  }
  return { algorithm, make: (record) => cipherCheck(record, { isTdes, mode: cipher, isMonte }) };
}

/** With others, such as a nonce or a tag, it is another algorithm. */
const FIELDS = /^(count|keys?|key[123]|iv[123]?|(plain|cipher)text)$/;

/** The feedback of a whole block only. */
const MODES: Readonly<Record<string, string>> = {
  ecb: 'ecb',
  cbc: 'cbc',
  cfb: 'cfb',
  cfb128: 'cfb',
  cfb64: 'cfb',
  ofb: 'ofb',
  ctr: 'ctr',
};

const MODE = '(ECB|CBCI|CBC|CFBP?(?:128|64|8|1)?|OFBI|OFB|CTR|XTS)';

/** In a comment: `test data for CBC`, `KAT for CFB64`; else a word of it, or of the name: `TCBCMMT1`, `aes-128-ctr`. */
function modeOf(about: string, hasIv: boolean): string | undefined {
  const found =
    new RegExp(`\\bfor ${MODE}\\b`).exec(about) ??
    new RegExp(`(?<![a-z])T?${MODE}(?![a-z])`, 'i').exec(about) ??
    new RegExp(`\\bT?${MODE}(?=[A-Z][a-z]|MMT|MCT|[a-z])`).exec(about);
  return found?.[1]?.toUpperCase() ?? (hasIv ? undefined : 'ECB');
}

interface CipherTest {
  readonly isTdes: boolean;
  readonly mode: string;
  readonly isMonte: boolean;
}

function cipherCheck(record: CavpRecord, { isTdes, mode, isMonte }: CipherTest): Check[] | Skipped {
  const decrypts = record.section.has('decrypt');
  const direction = decrypts ? 'decrypt' : 'encrypt';
  const key = isTdes ? tdesKey(record) : hexField(record, 'key');
  if (!(isTdes ? [8, 16, 24] : [16, 24, 32]).includes(key.length)) {
    return skipped(saying('vectors.skip.keySize', { bits: 8 * key.length }));
  }
  const cipher = `${isTdes ? (key.length === 8 ? 'des' : '3des') : 'aes'}-${mode}`;
  const iv = mode === 'ecb' ? undefined : hexField(record, 'iv');
  const [msg, ct] = [hexField(record, 'plaintext'), hexField(record, 'ciphertext')];
  const [text, output] = decrypts ? [ct, msg] : [msg, ct];
  const op = `${cipher}-${direction}`;
  const want = { kind: 'output', output } as const;
  if (isMonte) return [{ op, loop: cipherLoop({ cipher, direction, key, iv, text }), want }];
  const fields: Record<string, Field> = { key, ...(iv && { iv }), [decrypts ? 'ct' : 'msg']: text };
  return [{ request: { op, fields }, want }];
}

function tdesKey(record: CavpRecord): Uint8Array {
  const same = optionalHex(record, 'keys');
  if (same) return same.length === 8 ? concat(same, same, same) : same;
  const parts = ['key1', 'key2', 'key3'].map((name) => optionalHex(record, name));
  const [one, two, three] = parts;
  if (one && two) return three ? concat(one, two, three) : concat(one, two);
  return hexField(record, 'key');
}

function rc4Check(record: CavpRecord): Check[] {
  const fields = {
    key: hexField(record, 'key'),
    msg: hexField(record, 'plaintext'),
    offset: numberField(record, 'offset') ?? 0,
  };
  return [
    { request: { op: 'rc4', fields }, want: { kind: 'output', output: hexField(record, 'ciphertext') } },
  ];
}
