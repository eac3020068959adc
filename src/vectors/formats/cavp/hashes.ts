/** Hash functions (SHAVS), HMAC (HMACVS), and the derivations in the same form: HKDF, PBKDF2. */
import { utf8 } from '../../../bytes/index.ts';
import { HASHES, type HashId } from '../../../hash/index.ts';
import { saying } from '../../saying.ts';
import type { Check } from '../../vector-file.ts';
import { type CavpKind, type Skipped, skipped } from './kind.ts';
import { hashLoop } from './monte-carlo.ts';
import { hexField, numberField, optionalHex } from './record-fields.ts';
import type { CavpFile, CavpRecord } from './records.ts';

/** A file of hash values: short, long or Monte Carlo. */
export function hashFile(file: CavpFile, about: string): CavpKind | undefined {
  const { fields } = file.records[0]!;
  if (!fields.has('md') || fields.has('key')) return undefined;
  const isMonte = fields.has('seed');
  if (!isMonte && !fields.has('msg')) return undefined;
  const found = hashNamed(about);
  const test = isMonte ? ' Monte Carlo' : (/Short|Long/.exec(about)?.[0] ?? '');
  const algorithm = `${found?.name ?? 'hash'}${test === '' || isMonte ? test : ` ${test}Msg`}`;
  if (!found?.id) return { algorithm, make: () => unknown(found?.name ?? 'hash') };
  const { id } = found;
  if (!isMonte) return { algorithm, make: (record) => hashCheck(record, id) };
  // Each round starts from the result of the one before it.
  let before: CavpRecord | undefined;
  return {
    algorithm,
    make: (record) => {
      const isFirst = before?.section !== record.section;
      const seed = isFirst ? hexField(record, 'seed') : hexField(before!, 'md');
      before = record;
      const output = hexField(record, 'md');
      return [{ op: id, loop: hashLoop(id, seed), want: { kind: 'output', output } }];
    },
  };
}

export function hmacFile(file: CavpFile, about: string): CavpKind | undefined {
  const { fields } = file.records[0]!;
  if (!fields.has('key') || !fields.has('msg') || !(fields.has('mac') || fields.has('md'))) return undefined;
  if (fields.has('iv') || !/hmac|rfc-?\s?(2202|4231|2104)|hash sizes/i.test(about)) return undefined;
  return {
    algorithm: 'HMAC',
    make: (record) => {
      const length = numberField(record, 'l');
      const named = length === undefined ? hashNamed(about) : withLength(length);
      if (!named?.id) return unknown(`HMAC, ${named?.name ?? '?'}`);
      const output = hexField(record, 'mac', 'md');
      const msg = messageOf(record, numberField(record, 'len'));
      const request = {
        op: `hmac-${named.id}`,
        fields: { key: hexField(record, 'key'), msg, tagSize: 8 * output.length },
      };
      return [{ request, want: { kind: 'output', output } }];
    },
  };
}

export function derivationFile(file: CavpFile, about: string): CavpKind | undefined {
  const { fields } = file.records[0]!;
  if (fields.has('okm') && fields.has('ikm')) {
    return {
      algorithm: 'HKDF',
      make: (record) => {
        const named = hashNamed(record.fields.get('hash') ?? about);
        if (!named?.id) return unknown(`HKDF, ${named?.name ?? '?'}`);
        const output = hexField(record, 'okm');
        const [ikm, salt, info] = [
          hexField(record, 'ikm'),
          optionalHex(record, 'salt') ?? NONE,
          optionalHex(record, 'info') ?? NONE,
        ];
        return [
          {
            request: { op: `hkdf-${named.id}`, fields: { ikm, salt, info, size: output.length } },
            want: { kind: 'output', output },
          },
        ];
      },
    };
  }
  if (!fields.has('derived_key') || !fields.has('iterations')) return undefined;
  if (fields.has('n') || !/pbkdf2/i.test(about)) return undefined;
  return { algorithm: 'PBKDF2', make: (record) => pbkdf2Check(record, about) };
}

/** More would take minutes. */
const MOST_ITERATIONS = 1_000_000;

function pbkdf2Check(record: CavpRecord, about: string): Check[] | Skipped {
  const named = hashNamed(about);
  if (!named?.id) return unknown(`PBKDF2, ${named?.name ?? '?'}`);
  const iterationCount = numberField(record, 'iterations') ?? 0;
  if (iterationCount > MOST_ITERATIONS) {
    return skipped(
      saying('vectors.skip.tooMuch', { what: `iterationCount ${iterationCount}`, most: MOST_ITERATIONS }),
    );
  }
  const output = hexField(record, 'derived_key');
  const fields = {
    password: escapedText(record.fields.get('password') ?? ''),
    salt: escapedText(record.fields.get('salt') ?? ''),
    iterationCount,
    dkLen: output.length,
  };
  return [{ request: { op: `pbkdf2-hmac-${named.id}`, fields }, want: { kind: 'output', output } }];
}

/** Text as RFC 6070 writes it, with \0 for a zero byte. */
function escapedText(text: string): Uint8Array {
  return utf8(text.replaceAll('\\0', '\0'));
}

const NONE = new Uint8Array(0);

function hashCheck(record: CavpRecord, id: HashId): Check[] | Skipped {
  const bits = numberField(record, 'len');
  if (bits !== undefined && bits % 8 !== 0) return skipped(saying('vectors.skip.bitOriented', { bits }));
  const request = { op: id, fields: { msg: messageOf(record, bits) } };
  return [{ request, want: { kind: 'output', output: hexField(record, 'md') } }];
}

/** `Len = 0` carries `Msg = 00`, and means the empty message. */
function messageOf(record: CavpRecord, bits: number | undefined): Uint8Array {
  return bits === 0 ? NONE : hexField(record, 'msg');
}

/** By its name in a text: `SHA-512/224`, `SHA512_224`, `sha1`, `rfc1321`. Without `id` it is none of ours. */
function hashNamed(text: string): { readonly name: string; readonly id?: HashId } | undefined {
  const other =
    /sha-?3[-_ ]?(?:224|256|384|512)|shake\d*|ripemd-?\d*|whirlpool|blake2[bs]?|sm3|md4|keccak/i.exec(text);
  if (other) return { name: other[0] };
  const sha = /sha-?_?(512)[-_/ ]?t?(224|256)|sha-?2?[-_ ]?(1|224|256|384|512)(?!\d)/i.exec(text);
  if (sha) {
    const id = (sha[1] ? `sha512-${sha[2]}` : `sha${sha[3]}`) as HashId;
    return { name: HASHES[id].name, id };
  }
  if (/md-?5|rfc-?1321/i.test(text)) return { name: 'MD5', id: 'md5' };
  return undefined;
}

/** `[L=32]`: the length of the digest in bytes. */
function withLength(length: number): { readonly name: string; readonly id?: HashId } {
  const lengths: Readonly<Record<number, HashId>> = {
    16: 'md5',
    20: 'sha1',
    28: 'sha224',
    32: 'sha256',
    48: 'sha384',
    64: 'sha512',
  };
  const id = lengths[length];
  return id ? { name: HASHES[id].name, id } : { name: `${length} bytes` };
}

function unknown(name: string): Skipped {
  return skipped(saying('vectors.skip.algorithm', { name }));
}
