/** What every explanation keeps: documented names, plain values, sentences without open slots. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../src/bytes/index.ts';
import * as explain from '../../src/explain/index.ts';
import { sha1, sha256 } from '../../src/hash/index.ts';
import { catalogues, messageOf, type Trace } from '../../src/trace/index.ts';

const key = Uint8Array.from({ length: 32 }, (_, i) => i);
const block = key.subarray(16);
const msg = utf8('more than one block of any of them, since it goes on and on and on. '.repeat(2));

/** By the heading of docs/trace-steps.md; together they show every kind of step. */
const traces: Readonly<Record<string, readonly Trace[]>> = {
  'AES (FIPS 197)': [16, 24, 32].map((length) => explain.explainAes(key.subarray(0, length), block)),
  'AES, the inverse cipher (FIPS 197)': [16, 24, 32].map((length) =>
    explain.explainAesDecrypt(key.subarray(0, length), block),
  ),
  'DES (FIPS 46-3)': [
    explain.explainDes(key.subarray(8, 16), key.subarray(0, 8)),
    explain.explainDesDecrypt(key.subarray(8, 16), key.subarray(0, 8)),
  ],
  'SHA-2 (FIPS 180-4)': [
    explain.explainSha224(msg),
    explain.explainSha256(msg),
    explain.explainSha384(msg),
    explain.explainSha512(msg),
    explain.explainSha512_224(msg),
    explain.explainSha512_256(msg),
  ],
  'SHA-1 (FIPS 180-4)': [explain.explainSha1(msg)],
  'MD5 (RFC 1321)': [explain.explainMd5(msg)],
  'HMAC (FIPS 198-1)': [10, 64, 65].map((length) =>
    explain.explainHmac(length === 10 ? sha1 : sha256, new Uint8Array(length), msg),
  ),
  'PRF of TLS 1.2 (RFC 5246)': [explain.explainTls12Prf(sha256, key, 'master secret', msg, 48)],
};

const documented = readFileSync(new URL('../../docs/trace-steps.md', import.meta.url), 'utf8')
  .split(/^## /m)
  .slice(1)
  .map((section) => [section.slice(0, section.indexOf('\n')), namesIn(section)] as const);

/** The ids and the values of a section's table; `[3]`, `[r]` and `[i]` are the same. */
function namesIn(section: string): { ids: string[]; values: string[] } {
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  const quoted = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map((match) => anyNumber(match[1]!));
  const cells = rows.map((row) => row.split('|').slice(1));
  return {
    ids: cells.flatMap(([id]) => quoted(id)).sort(),
    values: [
      ...new Set(
        cells.flatMap(([ids, , others]) =>
          quoted(ids).flatMap((id) => quoted(others).map((name) => `${id} ${name}`)),
        ),
      ),
    ].sort(),
  };
}

function anyNumber(id: string): string {
  return id.replace(/(?<=[[(])\w+(?=[\])])/g, '#');
}

describe('docs/trace-steps.md', () => {
  it('has the sections of what is explained', () => {
    expect(documented.map(([heading]) => heading)).toEqual(Object.keys(traces));
  });

  it.each(documented)('%s: every id and value, and no other', (heading, { ids, values }) => {
    const steps = (traces[heading] ?? []).flatMap((trace) => trace.steps);
    expect([...new Set(steps.map(({ id }) => anyNumber(id)))].sort()).toEqual(ids);
    const found = steps.flatMap(({ id, values: own }) =>
      Object.keys(own)
        .filter((name) => name !== 'value')
        .map((name) => `${anyNumber(id)} ${name}`),
    );
    expect([...new Set(found)].sort()).toEqual(values);
  });
});

describe.each(Object.entries(traces))('%s', (_, all) => {
  it.each(all)('$subject', ({ version, inputs, steps, output }) => {
    expect(version).toBe(1);
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
    expect(steps.at(-1)!.values.value).toBe(output);
    for (const value of [output, ...Object.values(inputs)]) expect(value).toMatch(/^[\da-f]*$/);
    for (const { id, clause, say, values } of steps) {
      expect(clause, id).toMatch(/^(FIPS [\d-]+|RFC \d+), ./);
      expect(values, id).toHaveProperty('value');
      expect(
        Object.values(values).filter((value) => !/^[\da-f]*$/.test(value)),
        id,
      ).toEqual([]);
      for (const lang of ['en', 'zh'] as const) expect(messageOf(lang, say, values), id).not.toMatch(/[{}]/);
    }
  });
});

it('every sentence of the catalogue that tells a step is told', () => {
  const told = new Set(
    Object.values(traces).flatMap((all) => all.flatMap(({ steps }) => steps.map(({ say }) => say))),
  );
  const kept = Object.keys(catalogues.en).filter((key) =>
    /^explain\.(aes|des|pad|sha|sha1|sha2|md5|hmac|prf)\./.test(key),
  );
  expect(kept.filter((key) => !told.has(key as never))).toEqual([]);
});
