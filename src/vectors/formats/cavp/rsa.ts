/** RSA signatures (FIPS 186-2 to 186-4): SigVer and SigGen, PKCS#1 v1.5 and PSS. Other paddings are skipped. */
import { saying } from '../../saying.ts';
import type { Check } from '../../vector-file.ts';
import { type CavpKind, type Skipped, skipped } from './kind.ts';
import { hexField, integerField, optionalHex } from './record-fields.ts';
import type { CavpFile, CavpRecord } from './records.ts';

export function rsaFile(file: CavpFile, about: string): CavpKind | undefined {
  const { fields, section } = file.records[0]!;
  if (!section.has('mod') || !fields.has('n') || !fields.has('s') || !fields.has('msg')) return undefined;
  const isPss = /PSS/.test(about);
  const isPkcs1 = /PKCS#?1|Ver ?1\.5|SigGen15|SigVer15/i.test(about);
  const algorithm = `RSA ${fields.has('result') ? 'SigVer' : 'SigGen'}${isPss ? ' PSS' : isPkcs1 ? ' PKCS#1 v1.5' : ''}`;
  if (/X9\.31|RSA-?X931/i.test(about) || (!isPss && !isPkcs1)) {
    return {
      algorithm: 'RSA X9.31',
      make: () => skipped(saying('vectors.skip.algorithm', { name: 'RSA, ANSI X9.31' })),
    };
  }
  const saltLength = /Salt len: *(\d+)/i.exec(about)?.[1];
  const make = isPss
    ? (record: CavpRecord) => pssCheck(record, saltLength === undefined ? undefined : Number(saltLength))
    : pkcs1Check;
  return { algorithm, make };
}

function pkcs1Check(record: CavpRecord): Check[] | Skipped {
  const sha = hashName(record);
  if (sha === undefined) return unknownHash(record);
  const key = { modulus: integerField(record, 'n'), publicExponent: integerField(record, 'e') };
  const [msg, sig] = [hexField(record, 'msg'), hexField(record, 's')];
  const verifying = {
    request: { op: 'rsa-pkcs1-verify', fields: { ...key, sha, msg, sig } },
    want: wanted(record),
  };
  // With the private key, signing must give that very signature, too.
  if (record.fields.has('result') || !record.fields.has('d')) return [verifying];
  const fields = { ...key, privateExponent: integerField(record, 'd'), sha, msg };
  return [{ request: { op: 'rsa-pkcs1-sign', fields }, want: { kind: 'output', output: sig } }, verifying];
}

/** The salt is that of the record, or as long as the comments say; a signature is verified, since its salt was drawn. */
function pssCheck(record: CavpRecord, saltLength: number | undefined): Check[] | Skipped {
  const sha = hashName(record);
  if (sha === undefined) return unknownHash(record);
  // In files with salts of no bytes, SaltVal is 00.
  const sLen = saltLength ?? optionalHex(record, 'saltval')?.length ?? 0;
  const fields = {
    modulus: integerField(record, 'n'),
    publicExponent: integerField(record, 'e'),
    sha,
    mgfSha: sha,
    sLen,
    msg: hexField(record, 'msg'),
    sig: hexField(record, 's'),
  };
  return [{ request: { op: 'rsa-pss-verify', fields }, want: wanted(record) }];
}

/** `P`, or `F` with a reason behind it; a signature that was generated must verify. */
function wanted(record: CavpRecord) {
  const result = record.fields.get('result');
  return { kind: 'output', output: result === undefined || /^p/i.test(result) } as const;
}

/** `SHA1` is Wycheproof's `SHA-1`, `SHA512/224` is `SHA-512/224`; undefined for one that is not here. */
function hashName(record: CavpRecord): string | undefined {
  const [, size] =
    /^sha-?(1|224|256|384|512(?:[/t]*(?:224|256))?)$/i.exec(record.fields.get('shaalg') ?? '') ?? [];
  return size && `SHA-${size.replace(/^512[/t]+/i, '512/')}`;
}

function unknownHash(record: CavpRecord): Skipped {
  return skipped(saying('vectors.skip.algorithm', { name: `RSA, ${record.fields.get('shaalg') ?? '?'}` }));
}
